"""Tests against real servers, processes and a browser."""
