"""Pipelines and orchestrators of the machine-learning work, one a file."""
