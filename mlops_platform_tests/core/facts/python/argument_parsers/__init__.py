"""Tests of the readers of command-line arguments."""
