"""Tests of what serving code is said to do."""
