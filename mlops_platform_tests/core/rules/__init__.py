"""Tests of the rules: each file is a list of cases, in the verbs of `cases.py`."""
