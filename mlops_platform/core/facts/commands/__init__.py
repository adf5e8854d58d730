"""Commands as each kind of file gives them."""
