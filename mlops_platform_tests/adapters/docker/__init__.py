"""Tests of what the sandbox on a Docker engine is made of."""
