"""What detectors share: where a technology shows, and what follows from it."""
