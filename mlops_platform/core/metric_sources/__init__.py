"""Shelf of metric sources, one a file: each reads one form in which runs state metrics."""
