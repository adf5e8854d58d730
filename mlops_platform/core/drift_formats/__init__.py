"""Formats of a drift result, one a file, named as `drift --format` takes it."""
