"""What a text says of itself: its headline, writer, outlet and date, where they stand in it."""

import re

import msgspec

from counterclaim.clean.dates import Months, find_date, open_months
from counterclaim.clean.marks import Marks, open_marks
from counterclaim.clean.shape import WORD
from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.load import Entry
from counterclaim.values.text import ARTICLE_ZONES, Zone

_AGENCY = re.compile(r"[(/]([^()/\n]{2,40})[)/]")
_RIGHTS = re.compile(
    r"(?:©|\(c\))\s*(?:\d{4}\s*(?:[-–]\s*\d{4})?)?[\s,]*(?P<name>[^\W\d_][^.|©\n]{1,50}?)(?:[.,|]|$)", re.IGNORECASE
)
_SITE = re.compile(r"^\s*[|–—·•:-]\s*(?P<name>[^|\n]{2,40}?)\s*$")
_NAME_STOP = re.compile(r"[,;|•·(/\d\n–—:]")
_NAME_WORDS = 10
_BAR = re.compile(r"\s[|•·]\s")
_CAPITALS = re.compile(r"[^\W\d_a-z][^\d|:/]*$")
_NAME_PART = re.compile(r"[^\W\d_]|&")


class JoinEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words in lower case that belong to a name."""

    words: tuple[str, ...]


class Heading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the text says of itself; None where it does not.

    Attributes:
        title: The headline's words.
        author: The byline's name or names, without role and date.
        outlet: Who published it: the site named behind the title or beside the copyright sign, else the agency of the dateline,
            else what stands beside the writer behind a bar ("By Ana Kolb | The Harbour Post | 3 May").
        published: The earliest date of the datelines, ISO 8601, with the time where it stands there in 24 hours.
    """

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None


def heading(text: str, zones: tuple[Zone, ...], pack: LanguagePack) -> Heading:
    """What stands in the zones of ``text``; nothing is guessed from the article's sentences."""
    title = next((_words(text, z) for z in zones if z.kind == "headline"), None)
    bylines = [line for z in zones if z.kind == "byline" for line in _words(text, z).splitlines()]
    joins = frozenset(w for e in pack.entries("names_joined", JoinEntry) for w in e.words)
    marks = open_marks(pack)
    author = next((name for line in bylines if (name := _author(line, marks, joins))), None)
    return Heading(
        title=title,
        author=author,
        outlet=_outlet(text, zones, title) or _beside_writer(bylines, open_months(pack)),
        published=_published(text, zones, bylines, open_months(pack)),
    )


def _words(text: str, zone: Zone) -> str:
    return text[zone.start : zone.end].strip()


def _author(line: str, marks: Marks, joins: frozenset[str]) -> str | None:
    """The name behind "By" or "Written by": capitalised words, and those in lower case that join them."""
    mark = max((m for m in marks.of(line) if m.category == "byline" and m.opens), key=lambda m: -m.end, default=None)
    if mark is None:
        return None
    rest = line[mark.start :].split()
    # The phrase may have taken up to four free words with it: the name begins at the first capital behind its own words.
    first = next((i for i, word in enumerate(rest) if i > 0 and word[:1].isupper()), None)
    if first is None:
        return None
    rest = _NAME_STOP.split(" ".join(rest[first:]), maxsplit=1)[0].split()
    name: list[str] = []
    for word in rest[:_NAME_WORDS]:
        if not (word[:1].isupper() or word.casefold() in joins) or not _NAME_PART.match(word):
            break
        name.append(word)
    while name and name[-1].casefold() in joins:
        name.pop()
    return " ".join(name).rstrip(".") or None


def _outlet(text: str, zones: tuple[Zone, ...], title: str | None) -> str | None:
    """The site behind the repeated title, the owner of the rights, or the agency of the dateline, in this order."""
    first = text.lstrip().split("\n", 1)[0].strip()
    if title and len(first) > len(title) and first.startswith(title) and (site := _SITE.match(first[len(title) :])):
        return site.group("name")
    for zone in reversed(zones):
        if zone.kind == "furniture" and (rights := _RIGHTS.search(text, zone.start, zone.end)):
            name = rights.group("name").strip()
            if name[0].isupper() and len(name.split()) <= 5:
                return name
    for zone in zones:
        if zone.kind == "dateline" and (agency := _AGENCY.search(text, zone.start, zone.end)):
            return agency.group(1).strip()
    return None


def _beside_writer(bylines: list[str], months: Months) -> str | None:
    """The one name behind a bar in a byline that is no date."""
    for line in bylines:
        parts = [part.strip() for part in _BAR.split(line)[1:]]
        names = [p for p in parts if _CAPITALS.match(p) and len(p.split()) <= 5 and not find_date(p, months)]
        if len(names) == 1:
            return names[0]
    return None


def _published(text: str, zones: tuple[Zone, ...], bylines: list[str], months: Months) -> str | None:
    """The earliest date above the article, else of its bylines and datelines below: a page is changed after it is published."""
    first = next((z.start for z in zones if z.kind == "body"), len(text))
    above = [z for z in zones if z.kind == "dateline" and z.start <= first]
    below = [z for z in zones if z.kind == "dateline" and z.start > first and z.kind not in ARTICLE_ZONES]
    for group in ([_words(text, z) for z in above], bylines, [_words(text, z) for z in below]):
        dates = [
            found
            for block in group
            for line in block.splitlines()
            for part in _parts(line)
            if (found := find_date(part, months))
        ]
        if dates:
            return min(dates, key=lambda d: (d[:10], "T" not in d, d))
    return None


def _parts(line: str) -> list[str]:
    """The pieces of a line with several dates ("18 October, 08:51 | Updated: 19 October")."""
    return [part for part in re.split(r"[|;•·]", line) if WORD.search(part)]
