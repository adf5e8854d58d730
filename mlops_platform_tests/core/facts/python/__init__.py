"""Tests of `core/facts/python`."""
