"""Generated pages of the documentation, compared in CI."""
