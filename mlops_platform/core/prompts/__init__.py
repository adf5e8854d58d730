"""What a language model is asked: one file an asset, and the rules of answering."""
