"""Numbers in figures and words: where they stand and what they are worth."""

import re

import msgspec

from counterclaim.figures.entries import NumberEntry, alternation

VULGAR = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
}
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128, 1000})
"""Denominators of fractions in news and recipes; other slashed pairs are dates, scores and names."""
LONGEST_ORDINAL_ENDING = 3
"""Letters of the endings that make figures ordinal ("22nd"); longer ones are words of their own ("10-second")."""
BLANKS = "\u00a0\u2009\u202f"
"""No-break and thin blanks between groups of digits are used in every language."""


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


class _Atom(msgspec.Struct, frozen=True):
    start: int
    end: int
    kind: str
    value: float
    weak: bool = False
    glued: str = ""


class Numbers:
    """The numbers of one language, compiled from its word list; holds no state of any document."""

    def __init__(self, entries: tuple[NumberEntry, ...]) -> None:
        of: dict[str, dict[str, float]] = {}
        for entry in entries:
            of.setdefault(entry.kind, {}).update(entry.words)
        self._words: dict[str, _Atom] = {}
        for entry in entries:
            if entry.kind in ("cardinal", "scale", "plural", "plural_of", "several", "portion"):
                for word, value in entry.words.items():
                    self._words[_key(word)] = _Atom(0, 0, entry.kind, value, entry.weak)
        group = "".join(re.escape(c) for c in of.get("group", {})) + BLANKS
        decimal = "".join(re.escape(c) for c in of.get("decimal", {})) or "."
        self._group = re.compile(f"[{group}]")
        self._decimal = re.compile(f"[{decimal}]")
        self._glued = of.get("glued", {})
        self._fractions = {_key(w): v for w, v in of.get("fraction", {}).items()}
        digits = (
            rf"\d{{1,3}}(?:[{group}]\d{{3}})+(?!\d)(?:[{decimal}]\d+)?|\d{{1,2}}(?:[{group}]\d\d)+[{group}]\d{{3}}(?!\d)(?:[{decimal}]\d+)?"
            rf"|\d+(?:[{decimal}]\d+)?|(?<![\w.,])[{decimal}]\d+"
        )
        glued = alternation(tuple(self._glued))
        words = alternation(tuple(self._words))
        self._atom = re.compile(
            rf"(?P<slash>(?<![\w.,/⁄])(?:\d+[ -])?\d{{1,3}}[/⁄]\d{{1,4}}(?![\w/⁄]))"
            rf"|(?P<vulgar>(?:\d+ ?)?[{''.join(VULGAR)}])"
            rf"|(?P<digits>{digits})(?P<glued>(?-i:{glued})(?!\w))?"
            rf"|(?P<word>(?<!\w)(?:{words})(?!\w))",
            re.IGNORECASE,
        )
        joiner = alternation(tuple(of.get("joiner", {})))
        article = alternation(tuple(of.get("article", {})))
        ordinal = alternation(tuple(of.get("ordinal", {})))
        of_word = alternation(tuple(of.get("of", {})))
        fraction = alternation(tuple(of.get("fraction", {})))
        out_of = alternation(tuple(of.get("out_of", {})))
        sign = alternation(tuple(of.get("sign", {})))
        self._gap = re.compile(rf"(?:\s|-)(?P<and>(?:{joiner})\s)?", re.IGNORECASE)
        self._of_gap = re.compile(rf"\s(?:{of_word})\s", re.IGNORECASE)
        self._after_of = re.compile(rf"\s+(?:{of_word})(?!\w)", re.IGNORECASE)
        self._article = re.compile(rf"(?<!\w)(?:{article})[\s]+$", re.IGNORECASE)
        self._fraction = re.compile(rf"(?:(?<!\w)(?:{article})\s|(?<=\w)[\s-])(?P<of>{fraction})(?!\w)", re.IGNORECASE)
        self._article_fraction = re.compile(rf"(?<![\w-])(?:{article})\s(?P<of>{fraction})(?=\s(?:{of_word})\s)", re.IGNORECASE)
        self._ordinal = re.compile(rf"-?(?:{ordinal})(?!\w)", re.IGNORECASE)
        self._out_of = re.compile(rf"\s(?:{out_of})\s", re.IGNORECASE)
        self._sign = re.compile(rf"(?:(?<!\w)(?:{sign})[\s-]|(?<![\w.,)–-])(?<!\d\s)[-−–])$", re.IGNORECASE)
        self._plus = re.compile(r"(?<![\w.,)])\+$")

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` holds anything that could begin a number: a quick look before the full reading."""
        return any(kind.search(text, start, end) for kind in (self._atom, self._article_fraction))

    def scan(self, text: str, start: int, end: int) -> list[Numeral]:
        """The numbers in ``text[start:end]``, in order and without overlap; ordinals and bare articles are none."""
        atoms = self._atoms(text, start, end)
        found: list[Numeral] = []
        at = 0
        while at < len(atoms):
            numeral, at = self._read(text, atoms, at, end)
            if numeral is not None:
                found.append(numeral)
        for match in self._article_fraction.finditer(text, start, end):
            value = 1 / self._fractions[_key(match["of"])]
            if all(match.end() <= n.start or n.end <= match.start() for n in found):
                found.append(Numeral(start=match.start(), end=match.end("of"), value=value, mantissa=value, share=True))
        found.sort(key=lambda n: n.start)
        return self._ratios(text, found)

    def _atoms(self, text: str, start: int, end: int) -> list[_Atom]:
        atoms = []
        for match in self._atom.finditer(text, start, end):
            atom = self._atom_of(match)
            if atom is not None:
                atoms.append(atom)
        return atoms

    def _atom_of(self, match: re.Match[str]) -> _Atom | None:
        first, last = match.span()
        if match["word"]:
            known = self._words[_key(match["word"])]
            return _Atom(first, last, known.kind, known.value, known.weak)
        if match["vulgar"]:
            whole = match["vulgar"][:-1].strip()
            return _Atom(first, last, "digits", (int(whole) if whole else 0) + VULGAR[match["vulgar"][-1]])
        if match["slash"]:
            parts = [int(p) for p in re.split(r"[ /⁄-]", match["slash"])]
            if parts[-1] not in DENOMINATORS or parts[-2] >= parts[-1] > 0:
                return None
            return _Atom(first, last, "digits", (parts[0] if len(parts) == 3 else 0) + parts[-2] / parts[-1])
        value = float(self._decimal.sub(".", self._group.sub("", match["digits"])))
        glued = match["glued"] or ""
        return _Atom(first, last, "digits", value, glued=glued)

    def _read(self, text: str, atoms: list[_Atom], at: int, end: int) -> tuple[Numeral | None, int]:
        """The number that begins at ``atoms[at]``, and where to go on."""
        first = atoms[at]
        if first.kind in ("plural", "plural_of", "several"):
            return self._vague(text, atoms, at)
        if first.kind == "portion" and not self._scale_follows(text, atoms, at):
            if text[first.end : first.end + 1] == "-":
                return None, at + 1
            half = Numeral(start=first.start, end=first.end, value=first.value, mantissa=first.value, weak=True, share=True)
            return half, at + 1
        article = self._article.search(text, max(0, first.start - 6), first.start) if first.kind == "scale" else None
        start = article.start() if article else first.start
        total, last_scale, scale = 0.0, float("inf"), 1.0
        current: float = 0.0
        pending: _Atom | None = None
        stop, i, glued = first.start, at, ""
        while i < len(atoms):
            atom = atoms[i]
            joined = self._gap.fullmatch(text, stop, atom.start) if i > at else None
            if i > at and joined is None:
                break
            if atom.kind == "scale":
                if atom.value < 1000:
                    if current >= 100:
                        break
                    current = (current if pending else 1) * atom.value
                    pending = atom
                    scale *= atom.value
                else:
                    if atom.value >= last_scale or (pending is None and total):
                        break
                    total += (current if pending else 1) * atom.value
                    current, pending, last_scale = 0.0, None, atom.value
                    scale *= atom.value
            elif atom.kind in ("cardinal", "digits", "portion"):
                if i > at and not self._adds(atom, atoms[i - 1], last_scale, bool(joined and joined["and"])):
                    break
                if i > at:
                    scale = 1.0
                current += atom.value
                pending = atom
                glued = atom.glued
                if glued:
                    current *= self._glued[glued]
                    scale *= self._glued[glued]
            else:
                break
            stop = atom.end
            i += 1
        value = total + current
        ordinal = self._ordinal.match(text, stop, end)
        if ordinal and self._is_ordinal(first, value, ordinal.group()):
            return None, i
        share = False
        fraction = self._fraction.match(text, stop, end)
        if fraction and not first.glued and 0 < value < 20:
            value, share, stop = value / self._fractions[_key(fraction["of"])], True, fraction.end()
        sign = self._sign.search(text, max(0, start - 10), start)
        if sign:
            start, value = sign.start(), -value
        elif self._plus.search(text, max(0, start - 2), start):
            start -= 1
        bare_scale = first.kind == "scale" and not article
        weak = (first.weak or bare_scale) and i == at + 1 and not share
        digits = first.kind == "digits"
        return Numeral(
            start=start,
            end=stop,
            value=value,
            digits=digits,
            mantissa=value / scale,
            scale=scale,
            glued=glued,
            weak=weak,
            share=share,
            round=article is not None and i == at + 1,
        ), i

    def _vague(self, text: str, atoms: list[_Atom], at: int) -> tuple[Numeral | None, int]:
        first = atoms[at]
        value, stop, i = first.value, first.end, at + 1
        wanted = ("scale",) if first.kind == "several" else ("plural", "plural_of")
        gap = self._gap if first.kind == "several" else self._of_gap
        while i < len(atoms) and atoms[i].kind in wanted and gap.fullmatch(text, stop, atoms[i].start):
            value, stop, i = value * atoms[i].value, atoms[i].end, i + 1
            gap = self._gap if first.kind == "several" else self._of_gap
        if first.kind == "several" and i == at + 1:
            return None, i
        if first.kind == "plural_of" and i == at + 1 and not self._after_of.match(text, stop):
            return None, i
        return Numeral(start=first.start, end=stop, value=value, mantissa=value, vague=True), i

    def _scale_follows(self, text: str, atoms: list[_Atom], at: int) -> bool:
        """Whether "half" is "half a million"."""
        if at + 1 >= len(atoms) or atoms[at + 1].kind != "scale":
            return False
        between = text[atoms[at].end : atoms[at + 1].start]
        return bool(self._article.fullmatch(between.strip() + " ")) or not between.strip()

    @staticmethod
    def _is_ordinal(first: _Atom, value: float, ending: str) -> bool:
        """Whether the number goes on as an ordinal: "22nd", "twenty-first"; not "ten-second" and not "two-thirds"."""
        if first.kind == "digits":
            return len(ending.strip("-")) <= LONGEST_ORDINAL_ENDING
        return ending.startswith("-") and value >= 20 and value % 10 == 0

    @staticmethod
    def _adds(atom: _Atom, before: _Atom, last_scale: float, with_and: bool) -> bool:
        """Whether ``atom`` goes on a number in words whose last word is ``before``."""
        if atom.kind != "cardinal" or before.kind == "digits":
            return False
        if before.kind == "scale":
            return atom.value < min(before.value, last_scale)
        if with_and:
            return False
        if before.value >= 100:
            return atom.value < 100
        return before.value >= 20 and before.value % 10 == 0 and 0 < atom.value < 10

    def _ratios(self, text: str, found: list[Numeral]) -> list[Numeral]:
        """The numbers with "nine out of ten" as one share."""
        out: list[Numeral] = []
        for numeral in found:
            if (
                out
                and not out[-1].share
                and out[-1].value < numeral.value
                and self._out_of.fullmatch(text, out[-1].end, numeral.start)
            ):
                whole = out.pop()
                value = whole.value / numeral.value
                numeral = Numeral(
                    start=whole.start, end=numeral.end, value=value, mantissa=value, digits=whole.digits, share=True
                )
            out.append(numeral)
        return out


def _key(word: str) -> str:
    return re.sub(r"\s+", " ", word).lower()
