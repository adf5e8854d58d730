"""Programs as the field writes them, by the defect that half of them have."""
