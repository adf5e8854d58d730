"""Tests of how runs are compared."""
