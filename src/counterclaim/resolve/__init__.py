"""Whose voice it is, and through whom it came."""
