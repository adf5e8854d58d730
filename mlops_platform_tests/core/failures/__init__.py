"""Tests of how failed attempts are read."""
