"""Snapshots to clean text: zones, alignment, and what the page says about itself."""
