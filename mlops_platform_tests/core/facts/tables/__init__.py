"""Tests of the parts of `datasets`."""
