"""Schemas that a repository declares for its own tables, one way to declare them a file."""
