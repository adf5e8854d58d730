"""What repairs and explanations share: the reading of a failed attempt, and checked tables."""
