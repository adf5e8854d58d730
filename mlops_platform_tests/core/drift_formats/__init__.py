"""Mirror of `core/drift_formats`."""
