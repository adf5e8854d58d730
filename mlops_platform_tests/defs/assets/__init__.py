"""Tests of the assets, one a file."""
