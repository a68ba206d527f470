"""The figures stage: figures."""

from counterclaim.kit import Kit
from counterclaim.values.page import Found, Page

VERSION = 1


def figures(page: Page, kit: Kit) -> Found:
    """Adds figures to the page."""
    return Found()
