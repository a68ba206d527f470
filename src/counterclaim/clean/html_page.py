"""An HTML page becomes text with zones and alignment."""

from collections.abc import Sequence

import msgspec
from lxml.html import HtmlElement

from counterclaim.clean.html_choose import Meta, choose, meta
from counterclaim.clean.html_lines import html_lines
from counterclaim.clean.html_roles import Roles
from counterclaim.clean.html_scan import TextRun, scan
from counterclaim.clean.html_text import TextWriter
from counterclaim.clean.html_tree import plant
from counterclaim.clean.html_zones import html_zones
from counterclaim.values.text import Alignment, Zone, ZoneKind


class HtmlPage(msgspec.Struct, frozen=True, kw_only=True):
    """What was read from a page.

    Attributes:
        text: Its visible text, a line for each block.
        zones: Tile ``text``; empty where no article was found, and the text is to be judged like plain text.
        alignment: Where each character stands in the source.
        meta: What the page says of itself.
        structured: Whether its markup could be used; otherwise ``text`` is all that was not markup.
    """

    text: str
    zones: tuple[Zone, ...]
    alignment: Alignment
    meta: Meta
    structured: bool = True


def read_html(source: str, roles: Roles, url: str | None = None) -> HtmlPage:
    """The text of the page ``source``, its zones, its alignment and its metadata. Never fails."""
    runs = scan(source)
    if not runs:
        return HtmlPage(text="", zones=(), alignment=Alignment(runs=()), meta=Meta())
    planted = plant(source, runs)
    if planted is None:
        return _unstructured(source, runs)
    chosen = choose(planted, [source[run.start : run.end] for run in runs])
    holders = planted.holders(len(runs))
    lines = html_lines(runs, holders, chosen, roles)
    writer = TextWriter(source)
    written = [writer.line([runs[n] for n in line.numbers], preformatted=line.preformatted) for line in lines]
    text, alignment = writer.finish()
    kept = [(line, place) for line, place in zip(lines, written, strict=True) if place[1] > place[0]]
    about = meta(planted.root, url)
    kinds = html_zones([line for line, _ in kept], [text[a:b] for _, (a, b) in kept], about) if chosen else ()
    return HtmlPage(
        text=text,
        zones=_tiles([place for _, place in kept], kinds, [line.root for line, _ in kept], len(text)),
        alignment=alignment,
        meta=about,
    )


def _unstructured(source: str, runs: Sequence[TextRun]) -> HtmlPage:
    """The page's text alone, where no tree could be made of it."""
    writer = TextWriter(source)
    line: list[TextRun] = []
    for run in runs:
        if run.new_line and line:
            writer.line(line)
            line = []
        line.append(run)
    if line:
        writer.line(line)
    text, alignment = writer.finish()
    return HtmlPage(text=text, zones=(), alignment=alignment, meta=Meta(), structured=False)


def _tiles(
    places: Sequence[tuple[int, int]], kinds: Sequence[ZoneKind], roots: Sequence[HtmlElement | None], length: int
) -> tuple[Zone, ...]:
    """Zones that tile the text: neighbours of one kind are one zone, but each pasted post stands alone."""
    zones: list[Zone] = []
    last_root: HtmlElement | None = None
    for number, kind in enumerate(kinds):
        start = places[number][0]
        end = places[number + 1][0] if number + 1 < len(places) else length
        root = roots[number]
        if zones and zones[-1].kind == kind and (kind != "embed" or root is last_root):
            zones[-1] = Zone(kind=kind, start=zones[-1].start, end=end)
        else:
            zones.append(Zone(kind=kind, start=start, end=end))
        last_root = root
    return tuple(zones)
