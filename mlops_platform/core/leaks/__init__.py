"""Leaks and other ways to fool oneself, as predicates over the log of events."""
