"""Tests of `core/facts/declared`."""
