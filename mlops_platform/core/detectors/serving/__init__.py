"""Ways to serve a model, one a file; what serves no model is not on this shelf."""
