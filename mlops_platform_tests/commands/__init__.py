"""Tests of the front door's commands, in this process and as real programs."""
