"""Tests of what metric sources share."""
