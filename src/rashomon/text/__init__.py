"""Pure functions from text to spans and numbers."""
