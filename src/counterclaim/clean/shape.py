"""What the eye sees of a line before it reads it: length, points, capitals, neighbours. Features of the line classifier.

Nothing here knows a language: which words are common is learned from the page itself, and furniture phrases come in as
marks. The idea that length and density of neighbours tell an article from its page is Kohlschütter, Fankhauser and Nejdl's
(Boilerplate Detection using Shallow Text Features, WSDM 2010); that common words do is jusText's (Pomikálek, 2011).
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from counterclaim.clean.lines import Line
from counterclaim.clean.marks import Mark

Table = npt.NDArray[np.float64]
"""One row a line, one column a feature."""

CATEGORIES = (
    "related", "support", "share", "subscribe", "legal", "advert", "comment_start", "comment_part", "widget", "caption",
    "credit", "disclaimer", "byline", "date",
)  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
TERMINAL = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]]*\s+(?=\S)")
_QUOTE = re.compile(r"[\"“”„«»]")
_LINK = re.compile(r"https?:|www\.|\w\.(?:com|org|net)\b|@\w|#\w")
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_SYMBOL = re.compile(r"[|›»→▶•·©®✉↓►]")
LONG = 12
"""Words from which a line may be a paragraph (the best length rule of the furniture bench cuts between 12 and 20)."""


def look(lines: Sequence[Line], marks: Sequence[Sequence[Mark]]) -> Table:
    """The features of every line of one page, its neighbourhood included; what a column holds is in ``_own`` and below."""
    words = [WORD.findall(line.words) for line in lines]
    folded = [[w.casefold() for w in row] for row in words]
    own = np.array([_own(line, row, found) for line, row, found in zip(lines, words, marks, strict=True)])
    common = _common(folded)
    kept = np.array([_share(row, common) for row in folded])
    known = _known(folded)
    topic = np.array([known[i] for i in range(len(lines))])
    title = _title(lines, folded)
    seen = Counter(" ".join(row) for row in folded)
    repeated = np.array([min(seen[" ".join(row)], 5) for row in folded], dtype=float)
    chars = np.array([len(line.words) for line in lines], dtype=float)
    count = np.array([len(row) for row in words], dtype=float)
    ends = np.array([TERMINAL.search(line.words) is not None for line in lines], dtype=float)
    prose = np.minimum(count, 60) / 60 * (0.35 + 0.65 * ends) * np.where(count >= LONG, 1.0, 0.3)
    around = _around(chars, prose, ends, count)
    marked = _marked(marks)
    page = np.array([len(lines), chars.sum(), chars[count >= LONG].sum() / chars.sum(), ends.mean()])
    page[:2] = np.log1p(page[:2])
    return np.column_stack([own, kept, topic, title, repeated, around, marked, np.tile(page, (len(lines), 1))])


def _own(line: Line, words: list[str], marks: Sequence[Mark]) -> list[float]:
    text = line.words
    size, count = len(text), max(len(words), 1)
    lower = sum(w[0].islower() for w in words) / count
    capital = sum(w[0].isupper() for w in words) / count
    shouted = sum(len(w) > 1 and w.isupper() for w in words) / count
    digits = sum(map(str.isdigit, text)) / size
    letters = sum(map(str.isalpha, text)) / size
    covered = dict.fromkeys(CATEGORIES, 0.0)
    for mark in marks:
        if mark.category in covered:
            weight = 0.5 + 0.5 * (mark.end - mark.start) / size if mark.opens else 0.3
            covered[mark.category] = max(covered[mark.category], weight)
    return [
        np.log1p(size),
        np.log1p(len(words)),
        sum(map(len, words)) / count,
        float(TERMINAL.search(text) is not None),
        float(text[-1] in ":,;"),
        lower,
        capital,
        shouted,
        digits,
        letters,
        text.count(",") / count,
        float(min(len(_SENTENCE_END.findall(text)), 6)),
        float(len(_QUOTE.findall(text)) > 0),
        float(text[0] in "\"“„«'‘"),
        float(_LINK.search(text) is not None),
        float(_TIME.search(text) is not None),
        float(_SYMBOL.search(text) is not None),
        float(text[0].islower()),
        float(text[0] in "-–—•*·"),
        float(min(line.blanks, 3)),
        *covered.values(),
        max(covered.values()),
    ]


def _common(folded: list[list[str]]) -> frozenset[str]:
    """Words that stand in many of the page's longer lines: its own function words, whatever the language."""
    # Dictionaries keep their order, sets do not: among words equally frequent, the first on the page count in every process.
    long = [dict.fromkeys(row) for row in folded if len(row) >= LONG]
    if len(long) < 2:
        return frozenset()
    seen = Counter(w for row in long for w in row)
    return frozenset(w for w, n in seen.most_common(40) if n >= max(2, len(long) / 6))


def _share(row: list[str], words: frozenset[str]) -> float:
    return sum(w in words for w in row) / len(row) if row and words else 0.0


def _known(folded: list[list[str]]) -> list[list[float]]:
    """For each line, how many of its longer words stand in other long lines too, and in how many lines on average."""
    seen = Counter(w for row in folded if len(row) >= LONG for w in set(row) if len(w) > 3)
    out = []
    for row in folded:
        own = len(row) >= LONG
        names = {w for w in row if len(w) > 3}
        counts = [seen[w] - own for w in names]
        out.append([sum(n > 0 for n in counts) / len(names), sum(counts) / len(names)] if names else [0.0, 0.0])
    return out


def _title(lines: Sequence[Line], folded: list[list[str]]) -> Table:
    """How each line stands to the page's first line, which most scrapers take from the page's title, and to its repetitions."""
    n = len(lines)
    first = folded[0]
    bag = set(first)
    joined = " ".join(first)
    same = np.zeros(n)
    cover = np.zeros(n)
    for i, row in enumerate(folded):
        if not row or not bag:
            continue
        cover[i] = len(bag & set(row)) / len(set(row))
        line = " ".join(row)
        same[i] = float(
            len(row) >= 3 and len(line) > 0.4 * len(joined) and (joined.startswith(line) or line.startswith(joined))
        )
    same[0] = 0
    index = np.arange(n)
    # The last repetition above each line, and the first from it on; -1 where there is none.
    above = np.concatenate([[-1], np.maximum.accumulate(np.where(same > 0, index, -1))[:-1]])
    below = np.minimum.accumulate(np.where(same > 0, index, n)[::-1])[::-1]
    since = np.where(above >= 0, np.log1p(np.maximum(index - above, 0)), -1.0)
    until = np.where(below < n, np.log1p(np.maximum(below - index, 0)), -1.0)
    passed = np.cumsum(same)
    return np.column_stack([cover, same, since, until, np.minimum(passed, 3), np.log1p(index), index / n, np.log1p(n - index)])


def _around(chars: Table, prose: Table, ends: Table, count: Table) -> Table:
    """Lengths and density of the lines about each line, and where it stands to the densest run of the page."""
    size = np.log1p(chars)
    columns = [prose]
    for by in (1, 2, 3):
        columns += [_moved(size, by), _moved(size, -by), _moved(ends, by), _moved(ends, -by)]
    for width in (2, 5, 10, 25):
        columns += [_window(prose, -width, -1), _window(prose, 1, width)]
    long = (count >= LONG) & (ends > 0)
    columns += [_since(long), _since(long[::-1])[::-1]]
    short = count < LONG
    columns += [_run(short), _run(~short)]
    columns += list(densest(prose - 0.12))
    total = np.cumsum(prose)
    columns += [total / max(total[-1], 1e-9)]
    return np.column_stack(columns)


def _marked(marks: Sequence[Sequence[Mark]]) -> Table:
    """How many lines about each line begin with a phrase of furniture, and how long ago comments or a list of links began."""
    any_mark = np.array([float(any(m.opens for m in found)) for found in marks])
    comment = np.array([any(m.opens and m.category.startswith("comment") for m in found) for found in marks])
    link = np.array([any(m.opens and m.category == "related" for m in found) for found in marks])
    windows = [_window(any_mark, *span) for span in ((-3, -1), (1, 3), (-10, -1), (1, 10))]
    return np.column_stack([*windows, _since(comment), _since(link)])


def _moved(values: Table, by: int) -> Table:
    """The value ``by`` lines further down (up where negative); -1 past the page's ends."""
    out = np.full(len(values), -1.0)
    if by > 0:
        out[:-by] = values[by:]
    else:
        out[-by:] = values[:by]
    return out


def _window(values: Table, first: int, last: int) -> Table:
    """The sum over the lines from ``first`` to ``last`` away, both counted."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    index = np.arange(len(values))
    low = np.clip(index + first, 0, len(values))
    high = np.clip(index + last + 1, 0, len(values))
    return np.asarray(total[high] - total[low])


def _since(flags: npt.NDArray[np.bool_]) -> Table:
    """Logarithm of how many lines ago the flag was last set; 0 where it is set here."""
    index = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, index, -len(flags)))
    return np.log1p(np.minimum(index - last, len(flags)))


def _run(flags: npt.NDArray[np.bool_]) -> Table:
    """Logarithm of the length of the run of set flags each line stands in; 0 outside."""
    out = np.zeros(len(flags))
    at = 0
    while at < len(flags):
        end = at
        while end < len(flags) and flags[end]:
            end += 1
        out[at:end] = np.log1p(end - at)
        at = end + 1
    return out


def densest(values: Table) -> tuple[Table, Table, Table]:
    """The run of lines with the largest sum: whether each line is in it, and how far it is from its two ends.

    Returns:
        A flag, and the signed logarithms of the distances to its first and last line (positive towards the inside).
    """
    low = high = start = 0
    total, top = 0.0, -1.0
    for i, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, i
        total += float(value)
        if total > top:
            top, low, high = total, start, i
    index = np.arange(len(values))
    inside = ((index >= low) & (index <= high)).astype(float)
    left, right = index - low, high - index
    return inside, np.sign(left) * np.log1p(np.abs(left)), np.sign(right) * np.log1p(np.abs(right))
