"""Tests of metric sources, and the verbs that they share."""
