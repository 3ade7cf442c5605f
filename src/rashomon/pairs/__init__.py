"""The one machine for 'which of these belong together'."""
