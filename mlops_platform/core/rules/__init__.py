"""Shelves of claims, one a file, in a folder per asset."""
