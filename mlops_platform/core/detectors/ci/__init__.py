"""CI systems, one a file."""
