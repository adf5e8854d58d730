"""Adapters: one port, one file; the only place that touches the world."""
