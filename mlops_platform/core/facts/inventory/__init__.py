"""What part a file plays, and which licence a tree has."""
