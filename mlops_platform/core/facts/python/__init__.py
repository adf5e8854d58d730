"""One Python file: its parse, its visit, and what each sort of line tells."""
