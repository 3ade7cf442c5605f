"""What a language model is asked, where somebody wants that: it may point at records and words that are there, no more."""
