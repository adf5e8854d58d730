"""Tests of what a language model is shown."""
