"""Fixed phrases with a category, found in text whatever their case and spacing."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from counterclaim.lexicon.load import Entry
from counterclaim.lexicon.openings import Openings
from counterclaim.values.span import Span


class PhraseEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One phrase.

    Attributes:
        phrase: Words in lower case. ``(a|b)`` gives a choice, ``(word )?`` an optional word, ``*`` up to four free words, ``#``
            a run of digits, ``~`` any word ending. Straight apostrophes and quotation marks also match their curly forms.
        category: What the phrase means to the stage that reads this list.
        start: Whether the phrase must begin its line.
        end: Whether the phrase must end its line.
    """

    phrase: str
    category: str
    start: bool = False
    end: bool = False


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """An entry and where it was found."""

    entry: PhraseEntry
    span: Span


def pattern(entry: PhraseEntry) -> str:
    """The regular expression that ``entry.phrase`` stands for."""
    out: list[str] = []
    for piece in re.findall(r"\s+|[()|?*#~]|[^\s()|?*#~]+", entry.phrase):
        if piece.isspace():
            out.append(r"\s+")
        elif piece == "(":
            out.append("(?:")
        elif piece in ")|?":
            out.append(piece)
        elif piece == "*":
            out.append(r"(?:\S+[^\S\n]+){0,3}\S+")
        elif piece == "~":
            out.append(r"\w*")
        elif piece == "#":
            out.append(r"\d[\d.,  ]*")
        else:
            out.append(re.escape(piece).replace("'", "['’‘ʼ]").replace('"', '["“”„«»]'))
    body = "".join(out)
    left = r"^[^\S\n]*" if entry.start else (r"(?<!\w)" if re.match(r"[\w(]", entry.phrase) else "")
    right = r"[^\S\n]*$" if entry.end else (r"(?!\w)" if re.search(r"[\w)?~]$", entry.phrase) else "")
    return f"{left}(?:{body}){right}"


class Phrases:
    """A compiled word list of phrases. Built once by the kit; holds no state of any document."""

    def __init__(self, entries: Iterable[PhraseEntry]) -> None:
        self.entries = tuple(entries)
        self._compiled = tuple(re.compile(pattern(e), re.IGNORECASE | re.MULTILINE) for e in self.entries)
        """One expression each: simple, and fast enough as they are tried only where a word stands that they begin with."""
        self._openings = Openings(e.phrase for e in self.entries)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Matches inside ``text[start:end]`` in text order; of those that overlap, the longest, then the first listed."""
        end = len(text) if end is None else end
        found: list[tuple[int, int, int]] = []
        for number, places in self._openings.places(text, start, end):
            for match in self._matches(number, text, places, start, end):
                if match.end() > match.start():
                    found.append((match.start(), match.end(), number))
        found.sort(key=lambda m: (-(m[1] - m[0]), m[2], m[0]))
        chosen: list[tuple[int, int, int]] = []
        for candidate in found:
            if all(candidate[1] <= c[0] or candidate[0] >= c[1] for c in chosen):
                chosen.append(candidate)
        for first, last, number in sorted(chosen):
            yield Match(entry=self.entries[number], span=Span(first, last).trimmed(text))

    def _matches(self, number: int, text: str, places: list[int] | None, start: int, end: int) -> Iterator[re.Match[str]]:
        """Matches of one phrase that do not overlap; those at ``places`` alone, where they are known."""
        compiled = self._compiled[number]
        if places is None or self.entries[number].start:
            yield from compiled.finditer(text, start, end)
            return
        for place in places:
            match = compiled.match(text, place, end) if place >= start else None
            if match is not None:
                start = match.end()
                yield match
