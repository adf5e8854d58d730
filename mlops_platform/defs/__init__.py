"""Dagster's side: when, in what order."""
