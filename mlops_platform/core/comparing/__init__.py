"""How runs are compared: what a difference is, when it is shown, and what follows for two."""
