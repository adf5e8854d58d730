"""Deterministic reasons to act on a model, one a file, each with the urgency that it mandates."""
