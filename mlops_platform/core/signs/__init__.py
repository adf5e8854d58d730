"""What triggers share: which of the observations they read speaks of what."""
