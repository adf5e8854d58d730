"""Tests of `core/facts/commands`."""
