"""Bytes to snapshots: nothing is changed, everything is named by digest."""
