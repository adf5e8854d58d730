"""How scripts declare their command-line arguments: one library a file."""
