"""Tests of what a profile concludes."""
