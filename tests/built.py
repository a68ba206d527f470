"""Pages built from marked-up text, for the tests of stages that read other stages' findings.

``[s1.source|The ministry] [cue|denied] [content|the raid].`` makes a statement: roles are ``source``, ``cue``, ``content``
(several make a discontinuous one) and ``mention``. ``2:`` before a role gives it to the second statement, ``s1.`` names the
source meant; both are ``s1.2:source``. Brackets nest: a statement inside a content is its child. ``{headline}`` at a line's
start sets the zone of that line and those below it.
"""

import re

from counterclaim.kit import Kit
from counterclaim.values.attribution import Statement, Voice
from counterclaim.values.digest import bytes_digest, text_digest
from counterclaim.values.document import Document
from counterclaim.values.page import Found, Page
from counterclaim.values.party import Source
from counterclaim.values.span import Span, cover
from counterclaim.values.text import Alignment, CleanText, Zone

_MARK = re.compile(r"\[(?:(s\d+)\.)?(?:(\d+):)?(source|cue|content|mention)\||\]")
_ZONE = re.compile(r"^\{(\w+)\}", re.MULTILINE)


def built(marked: str, kit: Kit | None = None, *, sides: dict[str, str] | None = None, language: str = "en") -> Page:
    """The page of ``marked``; ``[2:content|...]`` belongs to statement 2, a role without number to statement 1.

    Args:
        marked: Text with marks.
        kit: Gives the parse; without it the page has none.
        sides: Sides of the sources, by id.
        language: The document's language.
    """
    zoned: list[tuple[int, str]] = []
    text, roles = _unmarked(marked, zoned)
    zones = _zones(text, zoned)
    page = Page(
        document=Document(
            id="built", path="built.txt", sha256=bytes_digest(b""), text_sha256=text_digest(text), language=language
        ),
        clean=CleanText(text=text, zones=zones, alignment=Alignment.identity(len(text))),
    )
    if kit is not None:
        parse = kit.pack(language).analyze(text, page.paragraphs())
        page = Page(document=page.document, clean=page.clean, parse=parse)
    return page.with_found(_found(roles, sides or {}))


Role = tuple[int, str, str | None, Span]


def _unmarked(marked: str, zoned: list[tuple[int, str]]) -> tuple[str, list[Role]]:
    out: list[str] = []
    roles: list[Role] = []
    opened: list[tuple[int, str, str | None, int]] = []
    length = at = 0
    for match in re.finditer(rf"{_MARK.pattern}|(?m:^)\{{(\w+)\}}", marked):
        plain = match.group() == "]" and not opened  # a bracket of the text itself
        out.append(marked[at : match.end() if plain else match.start()])
        length += len(out[-1])
        at = match.end()
        if plain:
            continue
        if match.group(4):
            zoned.append((length, match.group(4)))
        elif match.group() == "]":
            number, role, source, start = opened.pop()
            roles.append((number, role, source, Span(start, length)))
        else:
            opened.append((int(match.group(2) or 1), match.group(3), match.group(1), length))
    assert not opened, "a bracket is not closed"
    return "".join(out) + marked[at:], sorted(roles, key=lambda r: r[3])


def _zones(text: str, zoned: list[tuple[int, str]]) -> tuple[Zone, ...]:
    starts = zoned if zoned and zoned[0][0] == 0 else [(0, "body"), *zoned]
    ends = [*(start for start, _ in starts[1:]), len(text)]
    return tuple(
        Zone(kind=kind, start=start, end=end)  # type: ignore[arg-type]
        for (start, kind), end in zip(starts, ends, strict=True)
        if end > start
    )


def _found(roles: list[Role], sides: dict[str, str]) -> Found:
    numbers = sorted({n for n, role, _, _ in roles if role == "content"})
    spans = {
        n: {r: tuple(s for m, k, _, s in roles if (m, k) == (n, r)) for r in ("source", "cue", "content")} for n in numbers
    }
    extent = {n: cover(spans[n]["content"]) or Span(0, 0) for n in numbers}
    statements = []
    for n in numbers:
        around = [m for m in numbers if m != n and extent[m].contains(extent[n]) and extent[m] != extent[n]]
        parent = min(around, key=lambda m: len(extent[m]), default=None)
        given = spans[n]
        statements.append(
            Statement(
                id=f"a{n}",
                parent=None if parent is None else f"a{parent}",
                source=given["source"],
                cue=given["cue"],
                content=given["content"],
            )
        )
    voices = tuple(
        Voice(statement=f"a{n}", source_id=next((s for m, k, s, _ in roles if (m, k) == (n, "source")), None)) for n in numbers
    )
    ids = sorted({s for _, _, s, _ in roles if s})
    sources = tuple(
        Source(id=i, name=i, kind="organisation", mentions=tuple(p for _, _, s, p in roles if s == i), side=sides.get(i))
        for i in ids
    )
    return Found(statements=tuple(statements), voices=voices, sources=sources)
