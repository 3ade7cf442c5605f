"""A case on disk."""
