"""Versioning and stores of data, one a file."""
