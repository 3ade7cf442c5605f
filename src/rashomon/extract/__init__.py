"""A document to what is said in it: mentions, voices, statements, facts."""
