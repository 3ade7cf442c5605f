"""Running the same work on many parts. An engine knows neither records nor stages: only functions and their arguments."""
