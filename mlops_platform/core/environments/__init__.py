"""Ways in which a repository says what to install, one a file."""
