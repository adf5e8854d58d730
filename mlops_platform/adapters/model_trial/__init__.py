"""What tries a model inside the sandbox; carried there, and never run by the platform itself."""
