"""What is hidden in a set of sheets, and how it is found again in every string that was made from them."""

import re
from collections.abc import Iterable, Sequence

from counterclaim.kit import LANGUAGES
from counterclaim.lexicon.load import Entry, entries
from counterclaim.match.spelling import given_names, latin, skeleton
from counterclaim.values.comparison import Comparison
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span

BLOCK = "█"
"""What stands for each hidden character, so that every offset stays true."""

SHORTEST_STEM = 3
"""Letters of a name that must be left when an ending is taken off."""

_BETWEEN = r"(?:[\s\u00a0_.+-]|%20){1,3}"
_BETWEEN_DIGITS = r"[\s\u00a0().\-–‑/]{0,3}"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class _Ending(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    ending: str


class Hidden:
    """The names, numbers and addresses to hide in one dossier.

    A hidden person's full name is hidden wherever it stands, in any case and order; a single word of it where it is no listed
    given name and stands in nobody else's name. Names are found in the other script, too, by the spelling that all
    transliterations keep.
    """

    def __init__(self, sheets: Sequence[Sheet], comparison: Comparison | None = None) -> None:
        self._endings = _endings()
        self._given = given_names()
        names, literal = _marked(sheets)
        known = _known(sheets, comparison)
        names |= {one for party in known if any(self._same(one, name) for one in party for name in names) for one in party}
        full = {name for name in names if len(_words(name)) > 1}
        shared = {
            skeleton(latin(word))
            for party in known
            for one in party
            if len(_words(one)) > 1 and not any(self._same(one, name) for name in names)
            for word in _words(one)
        }
        single = {
            word
            for name in names
            for word in (_words(name) if len(_words(name)) > 1 else [name])
            if len(word) >= SHORTEST_STEM
            and skeleton(latin(word)) not in shared
            and (len(_words(name)) == 1 or word.lower() not in self._given)
        }
        single |= self._in_other_script(single, sheets)
        self._expression = self._compiled(full, single, literal, anywhere=False)
        self._in_names = self._compiled(full, single, literal, anywhere=True)
        self._ids = self._of_documents(sheets)
        self.spans: dict[str, tuple[Span, ...]] = {}
        self._texts: dict[str, str] = {}
        for sheet in sheets:  # of two documents of one id the first was compared
            self.spans.setdefault(sheet.document.id, self.gone(sheet))
            self._texts.setdefault(sheet.document.id, str(sheet.document.text))

    def words(self, text: str) -> str:
        """``text`` with everything hidden that is to be, the same length."""
        return text if self._expression is None else self._expression.sub(_blocks, text)

    def name_of_document(self, id: str) -> str:
        """The id of a document with everything hidden; another one for each."""
        return self._ids.get(id, id)

    def address(self, text: str) -> str:
        """A path or URL with everything hidden, whatever its capitals."""
        return text if self._in_names is None else self._in_names.sub(_blocks, self.words(text))

    def text_of(self, sheet: Sheet) -> str:
        """The text of ``sheet`` with its marks and everything else hidden, the same length."""
        text = str(sheet.document.text)
        pieces: list[str] = []
        at = 0
        for span in _spans(sheet):
            pieces += [text[at : span.start], blocks(text[span.start : span.end])]
            at = span.end
        return self.words("".join(pieces) + text[at:])

    def gone(self, sheet: Sheet) -> tuple[Span, ...]:
        """Where the text of ``sheet`` is hidden."""
        before, after = str(sheet.document.text), self.text_of(sheet)
        runs = re.finditer(f"{BLOCK}+", after)
        return tuple(Span(*m.span()) for m in runs if before[m.start() : m.end()] != m.group())

    def touches(self, words: str, document: str) -> bool:
        """Whether ``words`` stand in the document over something hidden: a slice may hold half of a number."""
        text, at = self._texts.get(document, ""), -1
        while words and (at := text.find(words, at + 1)) >= 0:
            if any(Span(at, at + len(words)).overlaps(span) for span in self.spans[document]):
                return True
        return False

    def _same(self, one: str, two: str) -> bool:
        """Whether two names may be one person's: the words of both have one spelling, or the shorter's are in the longer's."""
        first, second = (
            {frozenset(skeleton(latin(s)) for s in self._stems(word)) for word in _words(name)} for name in (one, two)
        )
        short, long = sorted((first, second), key=len)
        return len(short) > 1 and all(any(word & other for other in long) for word in short)

    def _stems(self, word: str) -> list[str]:
        low = word.lower()
        if not _CYRILLIC.search(low):
            return [low]
        cut = [low[: -len(e)] for e in self._endings if low.endswith(e) and len(low) - len(e) >= SHORTEST_STEM]
        return list(dict.fromkeys([low, *cut]))

    def _in_other_script(self, single: set[str], sheets: Sequence[Sheet]) -> set[str]:
        """Capitalised words of the texts that spell one of ``single`` in the other script."""
        wanted = {(skeleton(latin(stem)), bool(_CYRILLIC.search(word))) for word in single for stem in self._stems(word)}
        seen = {word for sheet in sheets for word in re.findall(r"[^\W\d_]{4,}", str(sheet.document.text)) if word[0].isupper()}
        return {
            word
            for word in seen
            if any((skeleton(latin(stem)), not _CYRILLIC.search(word)) in wanted for stem in self._stems(word))
        }

    def _of_documents(self, sheets: Sequence[Sheet]) -> dict[str, str]:
        made: dict[str, str] = {}
        for sheet in sheets:
            masked = self.address(sheet.document.id)
            while masked in made.values():
                masked += BLOCK
            made.setdefault(sheet.document.id, masked)
        return made

    def _word(self, word: str, *, anywhere: bool) -> str:
        """An expression for the word with any ending of its language; with its first letter large, unless ``anywhere``."""
        forms = []
        for stem in self._stems(word):
            first = re.escape(stem[0]) if anywhere else re.escape(stem[0].upper())
            forms.append(f"{first}(?i:{re.escape(stem[1:])})")
        ending = "|".join(self._endings)
        return f"(?:{'|'.join(forms)})(?i:{ending})?"

    def _compiled(self, full: set[str], single: set[str], literal: set[str], *, anywhere: bool) -> "re.Pattern[str] | None":
        left, right = (r"(?<![^\W_])", r"(?![^\W_])") if anywhere else (r"(?<!\w)", r"(?!\w)")
        ways = [_literally(one) for one in sorted(literal, key=lambda one: (-len(one), one))]
        for name in sorted(full, key=lambda one: (-len(one), one)):
            words = [self._word(word, anywhere=True) for word in _words(name)]
            turned = [[words[-1], *words[:-1]], [*words[1:], words[0]]] if len(words) > 1 else []
            ways += [f"(?i:{_BETWEEN.join(order)})" for order in (words, *turned)]  # run together with others, too
            if _CYRILLIC.search(name):
                ways.append(f"(?i:{_BETWEEN.join(re.escape(w) for w in _words(latin(name)))})")
        spelt = {word for one in single for word in ((one, latin(one)) if _CYRILLIC.search(one) else (one,))}
        for word in sorted(spelt, key=lambda one: (-len(one), one)):
            whole = f"{left}{self._word(word, anywhere=anywhere)}{right}"
            ways.append(f"(?i:{whole})" if anywhere else whole)
        return re.compile("|".join(ways)) if ways else None


def blocks(words: str) -> str:
    """As many blocks as characters; line breaks stay."""
    return re.sub(r"[^\n\r]", BLOCK, words)


def _blocks(match: "re.Match[str]") -> str:
    return blocks(match.group())


def _literally(words: str) -> str:
    """Contact details and descriptions as they stand; digits also when parted in other ways."""
    digits = re.sub(r"\D", "", words)
    if digits and not re.search(r"[^\W\d_]", words):
        return rf"(?<!\d)[+(]?{_BETWEEN_DIGITS.join(digits)}(?!\d)"
    return rf"(?i:(?<!\w){re.escape(words)}(?!\w))"


def _endings() -> tuple[str, ...]:
    found = {one.ending for language in LANGUAGES for one in entries(language, "name_endings", _Ending)}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def _words(name: str) -> list[str]:
    """The words of a name, particles of one or two small letters left out."""
    return [word for word in re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", name) if len(word) > 1 and not word.islower()]


def _spans(sheet: Sheet) -> tuple[Span, ...]:
    """The marked places that are hidden, in order, none over another (the stage makes them so)."""
    kept: list[Span] = []
    for mark in sorted((m for m in sheet.persons if m.hidden), key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark.span)
    return tuple(kept)


def _marked(sheets: Sequence[Sheet]) -> tuple[set[str], set[str]]:
    """Names to hide, as given and as they stand in the texts; and contact details and descriptions, as they stand."""
    names: set[str] = set()
    literal: set[str] = set()
    for sheet in sheets:
        sources = {source.id: source.name for source in sheet.sources}
        for mark in (m for m in sheet.persons if m.hidden):
            words = mark.span.words(str(sheet.document.text))
            if mark.name is None:
                literal.add(words)
                continue
            names |= {mark.name, words, *([sources[mark.source_id]] if mark.source_id in sources else [])}
    return {one for one in names if _words(one)}, {one for one in literal if one.strip()}


def _known(sheets: Sequence[Sheet], comparison: Comparison | None) -> list[tuple[str, ...]]:
    """The names of everybody who speaks: each source's, and each party's with its aliases."""
    said: Iterable[tuple[str, ...]] = ((s.name,) for sheet in sheets for s in sheet.sources if s.kind == "person")
    parties = ((p.name, *p.aliases) for p in comparison.parties if p.kind == "person") if comparison else ()
    return [*said, *parties]
