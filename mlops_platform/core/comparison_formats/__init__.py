"""Formats of a comparison, one a file, named as `runs compare --format` takes it."""
