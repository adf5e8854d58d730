"""Experiment trackers, one a file."""
