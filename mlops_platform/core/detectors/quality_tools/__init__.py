"""Linters, formatters, type checkers and keepers of dependencies, one a file."""
