"""Read models: from the shelf to a dataclass shaped like the page."""
