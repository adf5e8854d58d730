"""Dependencies as each kind of manifest and lock file declares them."""
