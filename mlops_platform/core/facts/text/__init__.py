"""Files as bounded text and plain documents; the tree that they stand in."""
