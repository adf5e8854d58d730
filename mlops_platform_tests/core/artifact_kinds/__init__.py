"""Tests of artifact kinds, and the files that they draw."""
