"""Statistics of drift, one a file: what each measures, its levels, and what chance alone shows."""
