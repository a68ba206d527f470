"""Across documents: the same claim, the dispute, the copied text, the origins."""
