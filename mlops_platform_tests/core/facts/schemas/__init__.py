"""Tests of the readers of declared schemas; `declared` is their verb."""
