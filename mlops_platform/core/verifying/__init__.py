"""Whether a language model's answer may be shown: its form, its citations, its numbers."""
