"""CI pipelines and Dockerfiles, as each system writes them."""
