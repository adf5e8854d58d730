"""Mirror of `core/drift`."""
