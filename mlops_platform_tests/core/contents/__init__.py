"""Tests of what artifact kinds share."""
