"""Learning frameworks, one a file."""
