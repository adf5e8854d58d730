"""Container and cluster definitions, one a file."""
