"""Captured bytes to documents."""
