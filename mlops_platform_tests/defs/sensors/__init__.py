"""Tests of the sensors: what they ask Dagster for, on fakes of the ports."""
