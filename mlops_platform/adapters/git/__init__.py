"""Parts of the Git adapter: how Git is run, whom it may talk to, where trees are kept."""
