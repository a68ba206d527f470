"""Training of the line classifier that tells article from furniture; see `training/README.md`."""
