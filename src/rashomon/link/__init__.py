"""How facts and documents stand to each other."""
