"""Claims about the data."""
