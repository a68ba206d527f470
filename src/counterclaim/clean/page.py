"""A snapshot becomes a page: text, zones, alignment, and what the document says about itself."""

from pathlib import PurePath

import msgspec

from counterclaim.clean.heading import heading
from counterclaim.clean.html_page import read_html
from counterclaim.clean.html_phrases import without_phrases
from counterclaim.clean.html_roles import open_roles
from counterclaim.clean.language_of import language_of
from counterclaim.clean.marks import open_marks
from counterclaim.clean.stretches import stretches_of
from counterclaim.clean.zones import zone_text
from counterclaim.kit import Kit
from counterclaim.language.pack import LanguagePack
from counterclaim.values.digest import text_digest
from counterclaim.values.document import Document
from counterclaim.values.page import Found, Page
from counterclaim.values.problem import Problem
from counterclaim.values.text import ARTICLE_ZONES, Alignment, CleanText, Hints, Snapshot, Zone

VERSION = 3

TEXT_LIMIT = 150_000
"""Code points in which findings are looked for: three times a long magazine piece, and some twenty seconds of work. The rest of
a longer text is kept, as furniture, and a problem says so."""
HTML_LIMIT = 3_000_000
"""Code points of a page's source that are read; the largest news pages have two million, scripts included."""


class _Read(msgspec.Struct, frozen=True, kw_only=True):
    """A snapshot's text before it is bounded. ``about`` is what the document says of itself."""

    text: str
    zones: tuple[Zone, ...]
    alignment: Alignment
    language: str
    about: Hints
    problems: tuple[Problem, ...] = ()


def clean(snapshot: Snapshot, kit: Kit) -> Page:
    """The page that the stages read.

    Returns:
        A page whose zones tile its text; the snapshot's problems are its first findings. What the record says about the
        document goes before what the document says of itself.
    """
    read = _html(snapshot, kit) if snapshot.media == "html" else _plain(snapshot, kit)
    zones, cut = _bounded(read.zones, read.text)
    hints, about = snapshot.hints, read.about
    document = Document(
        id=hints.id or _name(snapshot),
        path=snapshot.path,
        sha256=snapshot.sha256,
        text_sha256=text_digest(read.text),
        language=read.language,
        title=hints.title or about.title,
        outlet=hints.outlet or about.outlet,
        published=hints.published or about.published,
        url=hints.url or about.url,
        author=hints.author or about.author,
    )
    page = Page(
        document=document,
        clean=CleanText(text=read.text, zones=zones, alignment=read.alignment),
        found=Found(problems=(*snapshot.problems, *read.problems, *cut)),
    )
    return msgspec.structs.replace(page, stretches=stretches_of(page, kit))


def _plain(snapshot: Snapshot, kit: Kit) -> _Read:
    """Plain text: the source as it is."""
    text = snapshot.source
    language = language_of(text, kit, hint=snapshot.hints.language)
    pack = kit.pack(language)
    zones = _zones(text, pack)
    said = heading(text, zones, pack)
    return _Read(
        text=text,
        zones=zones,
        alignment=Alignment.identity(len(text)),
        language=language,
        about=Hints(title=said.title, outlet=said.outlet, published=said.published, author=said.author),
    )


def _html(snapshot: Snapshot, kit: Kit) -> _Read:
    """A page: its visible text."""
    problems: list[Problem] = []
    if len(snapshot.source) > HTML_LIMIT:
        problems.append(
            _problem(
                "too_long",
                f"the page has {len(snapshot.source)} characters; the first {HTML_LIMIT} were read, the rest left out",
            )
        )
    page = read_html(snapshot.source[:HTML_LIMIT], open_roles(kit), snapshot.hints.url)
    if not page.text:
        problems.append(_problem("no_text", "the page holds no visible text; if scripts write it, save it from a browser"))
    if not page.structured:
        problems.append(
            _problem("bad_html", "the page's markup is broken or nested too deeply; its text was read as if it were plain text")
        )
    article = "\n".join(page.text[z.start : z.end] for z in page.zones if z.kind in ARTICLE_ZONES)
    language = language_of(article or page.text, kit, hint=snapshot.hints.language, page=page.meta.lang)
    pack = kit.pack(language)
    zones = without_phrases(page.text, page.zones, open_marks(pack)) if page.zones else _zones(page.text, pack)
    said = heading(page.text, zones, pack)
    return _Read(
        text=page.text,
        zones=zones,
        alignment=page.alignment,
        language=language,
        about=Hints(
            title=said.title or page.meta.title,
            outlet=page.meta.outlet or said.outlet,
            published=page.meta.published or said.published,
            url=page.meta.url,
            author=_author(page.meta.author, said.author),
        ),
        problems=tuple(problems),
    )


def _author(found: str | None, signed: str | None) -> str | None:
    """The library's names, or the byline's where that is all, or where the library's are the byline's with more around it."""
    if found and signed and signed != found and signed in found and ";" not in signed:
        return signed
    return found or signed


def _zones(text: str, pack: LanguagePack) -> tuple[Zone, ...]:
    """The zones of plain text. What lies beyond the limit is not looked at, and bounded afterwards like an article's end."""
    if len(text) <= TEXT_LIMIT:
        return zone_text(text, pack)
    cut = text.rfind("\n", 0, TEXT_LIMIT) + 1 or text.rfind(" ", 0, TEXT_LIMIT) + 1 or TEXT_LIMIT
    return (*zone_text(text[:cut], pack), Zone(kind="body", start=cut, end=len(text)))


def _bounded(zones: tuple[Zone, ...], text: str) -> tuple[tuple[Zone, ...], tuple[Problem, ...]]:
    """The zones with at most ``TEXT_LIMIT`` code points of article; a problem where there was more."""
    room = TEXT_LIMIT
    for number, zone in enumerate(zones):
        if zone.kind not in ARTICLE_ZONES:
            continue
        if zone.end - zone.start <= room:
            room -= zone.end - zone.start
            continue
        cut = text.rfind(" ", zone.start, zone.start + room) + 1 or zone.start + room
        kept = [*zones[:number], Zone(kind=zone.kind, start=zone.start, end=cut)] if cut > zone.start else [*zones[:number]]
        message = (
            f"the text has {len(text)} characters; findings were looked for up to character {cut}, "
            f"the first {TEXT_LIMIT} of the article. Split a collection into documents."
        )
        problem = Problem(code="too_long", message=message, stage="clean", start=cut, end=len(text))
        return (*kept, Zone(kind="furniture", start=cut, end=len(text))), (problem,)
    return zones, ()


def _name(snapshot: Snapshot) -> str:
    """The file's name without its endings; a prefix of the digest where there is none."""
    stem = PurePath(PurePath(snapshot.path).name.removesuffix(".gz")).stem
    return stem if stem.strip("-. ") else snapshot.sha256[:12]


def _problem(code: str, message: str) -> Problem:
    return Problem(code=code, message=message, stage="clean")
