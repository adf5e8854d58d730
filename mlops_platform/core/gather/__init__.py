"""What each asset reads before it is judged, one file an asset; runs in the isolated child."""
