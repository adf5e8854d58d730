"""Tests of `core/clues`."""
