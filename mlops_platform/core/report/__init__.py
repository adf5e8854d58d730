"""What formats share: words, outline, links and escapes of a report."""
