"""Tests of `core/facts/inventory`."""
