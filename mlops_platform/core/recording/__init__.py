"""What an execution becomes in an experiment store: names, points, tags and documents."""
