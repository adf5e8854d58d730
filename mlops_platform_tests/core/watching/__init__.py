"""Tests of what watches over a model."""
