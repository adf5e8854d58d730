"""What recipes and environments share: commands, requirements, Python versions, arguments, data."""
