"""What measuring drift stands on: tables, counts of their columns, chance, and the result."""
