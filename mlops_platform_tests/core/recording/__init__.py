"""Tests of what an execution becomes in an experiment store."""
