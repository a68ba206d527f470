"""The attribute stage: detection of spans, then linking, each behind one function."""

from counterclaim.attribute.detect import detect
from counterclaim.attribute.link import link
from counterclaim.kit import Kit
from counterclaim.values.page import Found, Page

VERSION = 2


def attribute(page: Page, kit: Kit) -> Found:
    """All statements of the article's zones, in text order.

    Returns:
        Statements whose spans index ``page.text``; no statement crosses from the article into a comment or furniture.
    """
    return Found(statements=link(detect(page, kit), page, kit))
