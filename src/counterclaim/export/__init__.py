"""What other programs read: the contract's JSON and its schemas."""
