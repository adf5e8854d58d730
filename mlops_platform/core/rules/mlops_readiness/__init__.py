"""Claims about mlops readiness."""
