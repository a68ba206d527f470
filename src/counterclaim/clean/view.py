"""A text as the zone rules see it: its lines, the phrases in them, and how likely each is the article's."""

import re
from collections import Counter
from functools import cached_property

import numpy as np

from counterclaim.clean.lines import Line, split_lines
from counterclaim.clean.marks import Mark, open_marks
from counterclaim.clean.prose import open_prose
from counterclaim.clean.shape import LONG, TERMINAL, WORD, Table
from counterclaim.language.pack import LanguagePack
from counterclaim.values.text import ZoneKind

Kinds = dict[int, ZoneKind]
"""Kinds by index of line, for the lines that have one so far."""

OPENING = "\"'“”„«‘`"
TAG = re.compile(r"\[[^\[\]]{2,20}\]\W{0,2}$")
"""A label at a line's end, as under lists of links: ``[LIVE]``."""
HEADLINE_WORDS = 25
"""Words of the longest headline; the longest of the PolNeAR corpus has 24."""
_CLEAN_SHARE, _CLEAN_BAR = 0.08, 0.15
"""Where the classifier would take no more than this share of a text's unexplained characters for furniture, the text was
cleaned before it came here, and a line must fall under the lower bar to be left out."""

_NEXT_BAR, _SENTENCE_WORDS = 0.25, 3
"""The bar for a sentence right beside the article's text, with so many words in lower case: losing one costs a claim."""


class View:
    """What the rules read; it never changes.

    Attributes:
        text: The text.
        lines: Its lines that are not blank.
        marks: The phrases of furniture in each line.
        chances: How likely each line is the article's; one half is the bar.
    """

    def __init__(self, text: str, pack: LanguagePack) -> None:
        self.text = text
        self.lines: tuple[Line, ...] = split_lines(text)
        marks = open_marks(pack)
        self.marks: tuple[tuple[Mark, ...], ...] = tuple(marks.of(line.words) for line in self.lines)
        self.chances: Table = open_prose(pack).chances(self.lines, self.marks)
        self.words: tuple[list[str], ...] = tuple(WORD.findall(line.words) for line in self.lines)
        self._closed = tuple(TERMINAL.search(TAG.sub("", line.words).rstrip()) is not None for line in self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Each line's words without case and punctuation marks, joined by blanks: equal for a title and its repetition."""
        return tuple(" ".join(word.casefold().replace("’", "'") for word in row) for row in self.words)

    @cached_property
    def repeats(self) -> Counter[str]:
        """How often each folded line stands in the text."""
        return Counter(self.folded)

    def closed(self, i: int) -> bool:
        """Whether the line ends like a sentence; a tag at its end does not count."""
        return self._closed[i]

    def long(self, i: int) -> bool:
        """Whether the line may be a paragraph."""
        return len(self.words[i]) >= LONG

    def capitals(self, i: int) -> float:
        """The share of words that begin with a capital."""
        return sum(w[0].isupper() for w in self.words[i]) / max(len(self.words[i]), 1)

    def quoted(self, i: int) -> bool:
        """Whether the line begins with a quotation mark."""
        return self.lines[i].words[0] in OPENING

    def marked(self, i: int, *categories: str, opening: bool = True) -> Mark | None:
        """The longest phrase of the categories in the line; with ``opening``, only one that begins it."""
        found = [m for m in self.marks[i] if m.category in categories and (m.opens or not opening)]
        return max(found, key=lambda m: m.end - m.start, default=None)

    def bodies(self, kinds: Kinds) -> list[int]:
        """The lines without a kind that the classifier gives to the article, by a bar that fits the text."""
        free = [i for i in range(len(self)) if i not in kinds]
        size = np.array([len(self.lines[i].words) for i in free], dtype=float)
        out = np.array([self.chances[i] < 0.5 for i in free], dtype=bool)
        clean = len(free) > 0 and float(size[out].sum()) <= _CLEAN_SHARE * float(size.sum())
        chosen = {i for i in free if self.chances[i] >= (_CLEAN_BAR if clean else 0.5)}
        near = {i for i in free if self.chances[i] >= _NEXT_BAR and self.sentence(i) and (i - 1 in chosen or i + 1 in chosen)}
        return sorted(chosen | near)

    def sentence(self, i: int) -> bool:
        """Whether the line is a sentence that no phrase of furniture opens; a text's last line may be cut off."""
        lower = sum(w[0].islower() for w in self.words[i])
        whole = self.closed(i) or (self.long(i) and i == len(self) - 1)
        return whole and lower >= _SENTENCE_WORDS and not any(m.opens for m in self.marks[i])


def headline_like(view: View, i: int) -> bool:
    """Whether the line has the shape of a headline or link: a few words and no full stop."""
    return 1 <= len(view.words[i]) <= HEADLINE_WORDS and not view.closed(i) and view.lines[i].words[-1] not in ":,;"
