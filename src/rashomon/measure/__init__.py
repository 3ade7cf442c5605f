"""How good it is: one file a measurement, each with `score(path) -> dict`, run by `rashomon eval`."""
