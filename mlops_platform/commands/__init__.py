"""The commands of the front door, one a file, found by the CLI; heavy imports stand in bodies."""
