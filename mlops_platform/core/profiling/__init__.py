"""What a profile concludes from one reading of a repository, one question a file."""
