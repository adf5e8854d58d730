"""Tests of `core/facts/text`."""
