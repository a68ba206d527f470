"""Numbers in figures and words: where they stand and what they are worth."""

import re

import msgspec

from counterclaim.figures.atoms import Atom, Atoms, folded
from counterclaim.figures.entries import NumberEntry, alternation

LONGEST_ORDINAL_ENDING = 3
"""Letters of the endings that make figures ordinal ("22nd"); longer ones are words of their own ("10-second")."""
MOST_PARTS = 20
"""A number before "thirds" or "quarters" is below this; "twenty-third" is an ordinal."""
LEAD = 10
"""Code points before a number in which its article or sign stands."""


class Numeral(msgspec.Struct, frozen=True, kw_only=True):
    """One number as written; offsets index the document's text.

    Attributes:
        start: First code point of the number (its sign included, its currency not).
        end: One past the last, scale words and glued scales included.
        value: What it is worth; for a vague one, the least it can mean.
        vague: Whether the words give no number ("dozens", "several hundred").
        digits: Whether it begins with a digit.
        mantissa: The value without the scale it ends in.
        scale: That scale; 1 without one.
        glued: The glued letter read as a scale, which might be a unit instead ("12m"); empty where there is none.
        weak: Whether it is a figure only together with a noun or unit ("one").
        round: Whether it is an article and a scale ("a hundred"), which seldom means the number to the last one.
        share: Whether it is a share of something ("half", "two thirds", "nine out of ten").
    """

    start: int
    end: int
    value: float
    vague: bool = False
    digits: bool = False
    mantissa: float = 0.0
    scale: float = 1.0
    glued: str = ""
    weak: bool = False
    share: bool = False
    round: bool = False


class _Sum(msgspec.Struct, frozen=True):
    """Pieces added up: their worth, the scale they end in, the glued letter, where they end, and the next piece."""

    value: float
    scale: float
    glued: str
    end: int
    next: int


class Numbers:
    """The numbers of one language, compiled from its word list; holds no state of any document."""

    def __init__(self, entries: tuple[NumberEntry, ...]) -> None:
        of: dict[str, dict[str, float]] = {}
        for entry in entries:
            of.setdefault(entry.kind, {}).update(entry.words)
        kinds = ("joiner", "article", "ordinal", "of", "fraction", "out_of", "sign")
        words = {kind: alternation(tuple(of.get(kind, {}))) for kind in kinds}
        self._atoms = Atoms(entries)
        self._glued = of.get("glued", {})
        self._fractions = {folded(word): value for word, value in of.get("fraction", {}).items()}
        self._gap = re.compile(rf"(?:\s|-)(?P<and>(?:{words['joiner']})\s)?", re.IGNORECASE)
        self._portion_gap = re.compile(rf"\s(?:(?:{words['article']})\s)?", re.IGNORECASE)
        half = rf"(?:{words['article']})\s" if of.get("article") else ""
        self._half_gap = re.compile(rf"\s(?:{words['joiner']})\s{half}", re.IGNORECASE)
        # a language without such a word puts the counted right behind ("десятки тысяч")
        self._of_gap = re.compile(rf"\s(?:{words['of']})\s" if of.get("of") else r"\s", re.IGNORECASE)
        self._after_of = re.compile(rf"\s+(?:{words['of']})(?!\w)" if of.get("of") else "", re.IGNORECASE)
        self._article = re.compile(rf"(?<!\w)(?:{words['article']})\s+$", re.IGNORECASE)
        self._fraction = re.compile(rf"[\s-](?P<of>{words['fraction']})(?!\w)", re.IGNORECASE)
        self._article_fraction = re.compile(
            rf"(?<![\w-])(?:{words['article']})\s(?P<of>{words['fraction']})(?=\s(?:{words['of']})\s)", re.IGNORECASE
        )
        self._ordinal = re.compile(rf"-?(?:{words['ordinal']})(?!\w)", re.IGNORECASE)
        self._out_of = re.compile(rf"\s(?:{words['out_of']})\s", re.IGNORECASE)
        self._sign = re.compile(rf"(?:(?<!\w)(?:{words['sign']})[\s-]|(?<![\w.,)–-])(?<!\d\s)[-−–])$", re.IGNORECASE)
        self._plus = re.compile(r"(?<![\w.,)])\+$")

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` holds anything that could begin a number: a quick look before the full reading."""
        return self._atoms.may_stand(text, start, end) or self._article_fraction.search(text, start, end) is not None

    def scan(self, text: str, start: int, end: int) -> list[Numeral]:
        """The numbers in ``text[start:end]``, in order and without overlap; ordinals and bare articles are none."""
        atoms = self._atoms.find(text, start, end)
        found: list[Numeral] = []
        at = 0
        while at < len(atoms):
            numeral, at = self._read(text, atoms, at, end)
            if numeral is not None:
                found.append(numeral)
        for match in self._article_fraction.finditer(text, start, end):
            value = 1 / self._fractions[folded(match["of"])]
            if all(match.end() <= n.start or n.end <= match.start() for n in found):
                found.append(Numeral(start=match.start(), end=match.end("of"), value=value, mantissa=value, share=True))
        found.sort(key=lambda n: n.start)
        return self._ratios(text, found)

    def _read(self, text: str, atoms: list[Atom], at: int, end: int) -> tuple[Numeral | None, int]:
        """The number that begins at ``atoms[at]``, and where to go on."""
        first = atoms[at]
        article = self._article.search(text, max(0, first.start - LEAD), first.start) if first.kind == "scale" else None
        if first.kind in ("plural", "plural_of", "several") or (first.vague and not article):
            return self._vague(text, atoms, at)
        summed = self._sum(text, atoms, at)
        alone = summed.next == at + 1
        if first.kind == "portion" and alone:
            if text[first.end : first.end + 1] == "-":
                return None, summed.next
            value = first.value
            return Numeral(start=first.start, end=first.end, value=value, mantissa=value, weak=True, share=True), summed.next
        ordinal = self._ordinal.match(text, summed.end, end)
        if ordinal and self._is_ordinal(first, summed.value, ordinal.group()):
            return None, summed.next
        start, value, stop, share = first.start, summed.value, summed.end, False
        fraction = self._fraction.match(text, stop, end)
        if fraction and not first.glued and 0 < value < MOST_PARTS:
            value, stop, share = value / self._fractions[folded(fraction["of"])], fraction.end(), True
        sign = self._sign.search(text, max(0, start - LEAD), start)
        if article:
            start = article.start()
        elif sign:
            start, value = sign.start(), -value
        elif self._plus.search(text, max(0, start - LEAD), start):
            start -= 1
        weak = alone and not share and (first.weak or (first.kind == "scale" and article is None))
        return Numeral(
            start=start,
            end=stop,
            value=value,
            digits=first.kind == "digits",
            mantissa=value / summed.scale,
            scale=summed.scale,
            glued=summed.glued,
            weak=weak,
            share=share,
            round=article is not None and alone,
        ), summed.next

    def _sum(self, text: str, atoms: list[Atom], at: int) -> _Sum:
        """The pieces from ``atoms[at]`` on that make one number: "two hundred and six thousand", "1.5 billion"."""
        total, current, scale, lowest = 0.0, 0.0, 1.0, float("inf")
        pending, glued, i = False, "", at
        while i < len(atoms):
            atom, before = atoms[i], atoms[i - 1]
            if i > at:
                gap = self._portion_gap if before.kind == "portion" else self._gap
                gap = self._half_gap if atom.kind == "portion" else gap
                joined = gap.fullmatch(text, before.end, atom.start)
                with_and = joined is not None and bool(joined.groupdict().get("and"))
                if joined is None or (atom.kind != "scale" and not self._adds(atom, before, lowest, with_and)):
                    break
            if atom.kind == "scale":
                large = atom.value >= 1000
                if (large and (atom.value >= lowest or (total and not pending))) or (not large and current >= 100):
                    break
                current = (current if pending else 1) * atom.value
                scale *= atom.value
                pending = not large
                if large:
                    total, current, lowest = total + current, 0.0, atom.value
            else:
                glued = atom.glued
                scale = self._glued[glued] if glued else 1.0
                current += atom.value * scale
                pending = True
            i += 1
        return _Sum(value=total + current, scale=scale, glued=glued, end=atoms[max(i, at + 1) - 1].end, next=max(i, at + 1))

    def _vague(self, text: str, atoms: list[Atom], at: int) -> tuple[Numeral | None, int]:
        """A vague number: "tens of thousands", "several hundred", "dozens"."""
        first = atoms[at]
        several = first.kind == "several"
        wanted, gap = (("scale",), self._gap) if several else (("plural", "plural_of", "scale"), self._of_gap)
        value, i = first.value, at + 1
        while i < len(atoms) and atoms[i].kind in wanted and gap.fullmatch(text, atoms[i - 1].end, atoms[i].start):
            value *= atoms[i].value
            i += 1
        stop, alone = atoms[i - 1].end, i == at + 1
        if alone and (several or (first.kind == "plural_of" and not self._after_of.match(text, stop))):
            return None, i
        return Numeral(start=first.start, end=stop, value=value, mantissa=value, vague=True), i

    @staticmethod
    def _is_ordinal(first: Atom, value: float, ending: str) -> bool:
        """Whether the number goes on as an ordinal: "22nd", "twenty-first"; not "ten-second" and not "two-thirds"."""
        if first.kind == "digits":
            return len(ending.strip("-")) <= LONGEST_ORDINAL_ENDING
        return ending.startswith("-") and value >= 20 and value % 10 == 0

    @staticmethod
    def _adds(atom: Atom, before: Atom, lowest: float, with_and: bool) -> bool:
        """Whether ``atom`` goes on a number in words whose last word is ``before``."""
        if atom.kind == "portion":
            return before.kind in ("cardinal", "digits")
        if atom.kind != "cardinal" or before.kind in ("digits", "portion"):
            return False
        if before.kind == "scale":
            return atom.value < min(before.value, lowest)
        if with_and:
            return False
        if before.value >= 100:
            return atom.value < 100
        return before.value >= 20 and before.value % 10 == 0 and 0 < atom.value < 10

    def _ratios(self, text: str, found: list[Numeral]) -> list[Numeral]:
        """The numbers with "nine out of ten" as one share."""
        out: list[Numeral] = []
        for numeral in found:
            part = out[-1] if out else None
            if part and not part.share and part.value < numeral.value and self._out_of.fullmatch(text, part.end, numeral.start):
                out.pop()
                value, digits = part.value / numeral.value, part.digits
                numeral = Numeral(start=part.start, end=numeral.end, value=value, mantissa=value, digits=digits, share=True)
            out.append(numeral)
        return out
