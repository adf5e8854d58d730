"""What a language model is shown: findings and numbers as data inside a fence, nothing else."""
