"""Ways to configure the machine-learning work, one a file."""
