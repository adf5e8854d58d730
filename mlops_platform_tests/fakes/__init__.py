"""Fakes of the ports, one a file."""
