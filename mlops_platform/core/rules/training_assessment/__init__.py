"""Claims about training assessment."""
