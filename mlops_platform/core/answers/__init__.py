"""What rules share: when they apply, how they cite, and answers that many of them give."""
