"""Tests: a mirror of the package, and the verbs that they share."""
