"""Claims of monitoring_health: would anyone notice that live data moved, and did they."""
