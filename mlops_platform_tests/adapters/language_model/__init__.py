"""Tests of what asking a language model is made of."""
