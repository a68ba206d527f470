"""A snapshot becomes a page: text, zones, alignment, and what the document says about itself."""

from pathlib import PurePath

from counterclaim.kit import Kit
from counterclaim.values.digest import text_digest
from counterclaim.values.document import Document
from counterclaim.values.page import Found, Page
from counterclaim.values.text import Alignment, CleanText, Snapshot, Zone

VERSION = 1


def clean(snapshot: Snapshot, kit: Kit) -> Page:
    """The page that the stages read.

    Returns:
        A page whose zones tile its text; the snapshot's problems are its first findings.
    """
    text = snapshot.source
    hints = snapshot.hints
    zones = (Zone(kind="body", start=0, end=len(text)),) if text else ()
    document = Document(
        id=hints.id or PurePath(snapshot.path).stem or snapshot.sha256[:12],
        path=snapshot.path,
        sha256=snapshot.sha256,
        text_sha256=text_digest(text),
        language=hints.language or "en",
        title=hints.title,
        outlet=hints.outlet,
        published=hints.published,
        url=hints.url,
        author=hints.author,
    )
    return Page(
        document=document,
        clean=CleanText(text=text, zones=zones, alignment=Alignment.identity(len(text))),
        found=Found(problems=snapshot.problems),
    )
