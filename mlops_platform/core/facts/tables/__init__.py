"""Parts of `datasets`: one format or one question a file."""
