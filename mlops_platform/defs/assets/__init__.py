"""The assets, one a file: gather facts, assess, return the section."""
