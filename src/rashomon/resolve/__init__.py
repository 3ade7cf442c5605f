"""Who, where, which happening: mentions and voices brought together across documents."""
