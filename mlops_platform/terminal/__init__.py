"""What the commands share: where things are, how reports leave, servers of one person."""
