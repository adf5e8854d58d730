"""Ways to start training or evaluation, one a file."""
