"""What the sandbox on a Docker engine is made of."""
