"""Training of the learned attribution tagger; see `training/README.md`."""
