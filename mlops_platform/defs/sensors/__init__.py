"""The sensors, one a file: each decides whether to ask for a run, and asks once."""
