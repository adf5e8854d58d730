"""Tests of the detectors, shelved like them."""
