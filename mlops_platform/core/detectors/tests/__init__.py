"""Test frameworks, one a file."""
