"""Shelf of artifact kinds, one a file: each tells by the content whether a file is of its kind."""
