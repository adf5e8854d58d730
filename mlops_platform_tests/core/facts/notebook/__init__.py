"""Tests of `core/facts/notebook`."""
