"""Claims about evaluation assessment."""
