"""Shelves of technologies, one a file: each says where it is found in a repository."""
