"""Tests of the predicates over the log of events."""
