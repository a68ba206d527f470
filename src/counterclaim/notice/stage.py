"""The notice stage: notices."""

from counterclaim.kit import Kit
from counterclaim.values.page import Found, Page

VERSION = 1


def notice(page: Page, kit: Kit) -> Found:
    """Adds notices to the page."""
    return Found()
