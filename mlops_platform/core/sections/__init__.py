"""What each asset stores: its facts and its section, one file an asset."""
