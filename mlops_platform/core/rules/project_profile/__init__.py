"""Claims about project profile."""
