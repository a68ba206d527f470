"""Learned models: the weights with their manifest and cards, and what reads with them."""
