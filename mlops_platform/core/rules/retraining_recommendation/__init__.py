"""Claims of retraining_recommendation: whether the model may stay as it is."""
