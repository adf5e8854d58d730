"""What asking a language model is made of: presets, budget, retries, caps, and what is told."""
