"""Abstract interpretation of programs: whose rows a value holds, and what was learned of them."""
