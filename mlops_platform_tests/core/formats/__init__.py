"""Tests of the formats: what they share is the hostile report."""
