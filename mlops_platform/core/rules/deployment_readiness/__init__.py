"""Claims about deployment readiness."""
