"""One notebook: its document, and its cells as one module."""
