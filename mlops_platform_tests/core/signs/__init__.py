"""Tests of what triggers share."""
