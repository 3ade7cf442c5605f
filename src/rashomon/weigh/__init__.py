"""Links to points at issue, positions, and how many independent voices hold each."""
