"""What we know and conclude: plain Python without services or side effects."""
