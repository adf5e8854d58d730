"""Tests of `core/facts/pipelines`."""
