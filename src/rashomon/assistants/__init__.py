"""The case for assistants that speak the Model Context Protocol: read-only, with captured text marked as what it is."""
