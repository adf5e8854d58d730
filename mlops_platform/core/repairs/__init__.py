"""One failure pattern, one file: what the log says, and what the plan changes because of it."""
