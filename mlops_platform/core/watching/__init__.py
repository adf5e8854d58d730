"""What watches over a model in operation, read for the monitoring section, one question a file."""
