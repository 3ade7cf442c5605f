"""Running nets: models are loaded once and shared."""
