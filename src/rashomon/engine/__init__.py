"""Two ways to run the same work."""
