"""Tests of Dagster's side, on fakes of the ports."""
