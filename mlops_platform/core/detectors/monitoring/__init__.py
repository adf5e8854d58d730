"""Monitoring of data, models and services, one a file."""
