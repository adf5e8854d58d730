"""What artifact kinds share: the head of a file, what lies in an archive, what a pickle names."""
