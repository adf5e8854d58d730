"""How a report is shown, one format a file."""
