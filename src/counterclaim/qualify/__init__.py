"""How firmly it is said; what was or was not verified."""
