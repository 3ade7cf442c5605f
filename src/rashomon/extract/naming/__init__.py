"""The names of persons, organisations, groups and places in a document; `names.names_in` is the door."""
