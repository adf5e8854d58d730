"""What training code does well or badly, one theme a file; each reader is named as its rule."""
