"""The pieces numbers are made of: runs of digits, fractions, number words."""

import re

import msgspec

from counterclaim.figures.entries import NumberEntry, alternation

VULGAR = dict(zip("½⅓⅔¼¾⅕⅖⅗⅘⅛⅜", (1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1 / 8, 3 / 8), strict=True))
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128, 1000})
"""Denominators of fractions in news and recipes; other slashed pairs are dates, scores and names."""
BLANKS = "\u00a0\u2009\u202f"
"""No-break and thin blanks between groups of digits are used in every language."""
MOST_DIGITS = 24
"""Characters of the longest number that counts anything; longer ones are keys and hashes."""
SPOKEN = frozenset({"cardinal", "scale", "plural", "plural_of", "several", "portion"})


class Atom(msgspec.Struct, frozen=True):
    """One piece of a number: its place in the document's text, its kind, what it is worth.

    Attributes:
        start: First code point.
        end: One past the last.
        kind: ``digits``, or the word's kind.
        value: The number, or the scale; the glued scale is not yet applied.
        weak: Whether the word is a number only with a noun or unit.
        vague: Whether the scale is a vague plural where it stands alone.
        glued: A letter behind digits that is a scale.
    """

    start: int
    end: int
    kind: str
    value: float
    weak: bool = False
    vague: bool = False
    glued: str = ""


class Atoms:
    """The number pieces of one language, compiled from its word list; holds no state of any document."""

    def __init__(self, entries: tuple[NumberEntry, ...]) -> None:
        of: dict[str, dict[str, float]] = {}
        for entry in entries:
            of.setdefault(entry.kind, {}).update(entry.words)
        self._words = {
            folded(word): Atom(0, 0, entry.kind, value, entry.weak, entry.vague)
            for entry in entries
            if entry.kind in SPOKEN
            for word, value in entry.words.items()
        }
        group = "".join(re.escape(c) for c in of.get("group", {})) + BLANKS
        decimal = "".join(re.escape(c) for c in of.get("decimal", {})) or "."
        self._group, self._decimal = re.compile(f"[{group}]"), re.compile(f"[{decimal}]")
        rest = rf"(?!\d)(?:[{decimal}]\d+)?"
        digits = (
            rf"\d{{1,3}}(?:[{group}]\d{{3}})+{rest}|\d{{1,2}}(?:[{group}]\d\d)+[{group}]\d{{3}}{rest}"
            rf"|\d+(?:[{decimal}]\d+)?|(?<![\w.,])[{decimal}]\d+"
        )
        glued = alternation(tuple(of.get("glued", {})))
        self._any = re.compile(
            rf"(?P<slash>(?<![\w.,/⁄])(?:\d{{1,9}}[ -])?\d{{1,3}}[/⁄]\d{{1,4}}(?![\w/⁄]))"
            rf"|(?P<vulgar>(?:\d{{1,9}} ?)?[{''.join(VULGAR)}])"
            rf"|(?P<digits>{digits})(?:\s?[×x]\s?10\^?(?P<power>[-−]?\d{{1,2}})(?!\w)|(?P<glued>(?-i:{glued})(?!\w)))?"
            rf"|(?P<word>(?<!\w)(?:{alternation(tuple(self._words))})(?!\w))",
            re.IGNORECASE,
        )

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` holds a piece of a number."""
        return self._any.search(text, start, end) is not None

    def find(self, text: str, start: int, end: int) -> list[Atom]:
        """The pieces in ``text[start:end]``, in order; slashed pairs that are no fractions and endless digits are left out."""
        atoms = (self._atom(match) for match in self._any.finditer(text, start, end))
        return [atom for atom in atoms if atom is not None]

    def _atom(self, match: re.Match[str]) -> Atom | None:
        first, last = match.span()
        if match["word"]:
            known = self._words[folded(match["word"])]
            return Atom(first, last, known.kind, known.value, known.weak, known.vague)
        if match["vulgar"]:
            whole = match["vulgar"][:-1].strip()
            return Atom(first, last, "digits", (int(whole) if whole else 0) + VULGAR[match["vulgar"][-1]])
        if match["slash"]:
            parts = [int(p) for p in re.split(r"[ /⁄-]", match["slash"])]
            if parts[-1] not in DENOMINATORS or parts[-2] >= parts[-1]:
                return None
            return Atom(first, last, "digits", (parts[0] if len(parts) == 3 else 0) + parts[-2] / parts[-1])
        if len(match["digits"]) > MOST_DIGITS:
            return None
        value = float(self._decimal.sub(".", self._group.sub("", match["digits"])))
        if match["power"]:
            value *= 10.0 ** int(match["power"].replace("−", "-"))
        return Atom(first, last, "digits", value, glued=match["glued"] or "")


def folded(word: str) -> str:
    """A word as lists key it: lower case, single blanks."""
    return " ".join(word.lower().split())
