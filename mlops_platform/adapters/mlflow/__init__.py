"""The governed model registry: a store of MLflow that keeps to the lifecycle, and its log."""
