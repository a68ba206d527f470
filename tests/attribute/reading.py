"""Reads a plain text with the rules of attribution alone, for this room's tests."""

import msgspec

from counterclaim.attribute.detect import detect
from counterclaim.attribute.link import link
from counterclaim.kit import Kit
from counterclaim.values.attribution import Statement
from counterclaim.values.document import Document
from counterclaim.values.page import Page
from counterclaim.values.text import Alignment, CleanText, Zone, ZoneKind


def page_of(text: str, kit: Kit, zones: tuple[tuple[ZoneKind, int], ...] = (), language: str = "en") -> Page:
    """A parsed page of ``text``. ``zones`` are kinds with their ends, in order; without any, all is body."""
    tiles: list[Zone] = []
    at = 0
    for kind, end in zones or ((("body", len(text)),) if text else ()):
        tiles.append(Zone(kind=kind, start=at, end=end))
        at = end
    document = Document(id="d", path="d.txt", sha256="", text_sha256="", language=language)
    page = Page(document=document, clean=CleanText(text=text, zones=tuple(tiles), alignment=Alignment.identity(len(text))))
    return msgspec.structs.replace(page, parse=kit.pack(language).analyze(text, page.paragraphs()))


def statements_of(page: Page, kit: Kit) -> tuple[Statement, ...]:
    """What the rules find on the page."""
    return link(detect(page, kit), page, kit)
