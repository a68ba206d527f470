"""Words of a paragraph, as the learned tagger reads them.

One home for what the model is fed, in training and at run time alike: words, the written form given to the tokenizer,
and two small features a sub-word vocabulary without case cannot see (where a word stands to quotation marks and to the
headline, and how it is written).
"""

import re
from collections.abc import Iterator, Sequence

import msgspec
from tokenizers import Encoding, Tokenizer

PLACES = 8
"""Number of place values: 4 quotation states, doubled for headlines."""

SHAPES = 6
"""Number of shape values: no letters or digits, lower case, Title, UPPER, miXed, digits."""

MAX_PIECES = 254
"""Longest paragraph read in one go, in word pieces; a longer one is cut, at a sentence's end where possible."""

_WORD = re.compile(r"''|``|\w+|[^\w\s]")
_DOUBLE = frozenset(("''", "``", '"', "“", "”", "„", "«", "»", "‟"))
_OPENING = frozenset(("``", "“", "„", "«", "‟"))
_CLOSING = frozenset(("”", "»"))
_SINGLE = frozenset("’‘‛`´")
_STOPS = frozenset(".?!")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one paragraph.

    Attributes:
        starts: Where each word starts, in code points of the document's text.
        ends: Where each word ends (exclusive), likewise.
        forms: What the tokenizer is given for each word; quotation marks of every style become `"`.
        places: Where each word stands: 0 outside quotation marks, 1 inside, 2 an opening mark, 3 a closing mark; plus 4
            in a headline.
        shapes: How each word is written, 0 to 5; see `SHAPES`.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]
    places: tuple[int, ...]
    shapes: tuple[int, ...]

    def cut(self, first: int, last: int) -> "Line":
        """The words from index `first` up to, without, index `last`."""
        return Line(
            starts=self.starts[first:last],
            ends=self.ends[first:last],
            forms=self.forms[first:last],
            places=self.places[first:last],
            shapes=self.shapes[first:last],
        )


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A line in word pieces.

    Attributes:
        line: The line's words.
        pieces: Vocabulary numbers of the word pieces.
        owners: For each piece, the index of its word in `line`.
        firsts: For each word, the index in `pieces` of its first piece, or -1 if the vocabulary leaves nothing of it.
    """

    line: Line
    pieces: tuple[int, ...]
    owners: tuple[int, ...]
    firsts: tuple[int, ...]


def shape_of(word: str) -> int:
    """How `word` is written: 0 neither letter nor digit, 1 lower, 2 Title, 3 UPPER, 4 mixed, 5 starts with a digit."""
    if not word[0].isalnum():
        return 0
    if word[0].isdigit():
        return 5
    if word.islower():
        return 1
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 2
    return 3 if word.isupper() else 4


def read_line(text: str, start: int, end: int, headline: bool = False) -> Line:
    """The words of `text[start:end]`.

    Args:
        text: The document.
        start: Where the paragraph starts, in code points.
        end: Where it ends, exclusive.
        headline: Whether the paragraph is a headline.

    Returns:
        The words; no words for a blank paragraph. Quotation marks are paired within the paragraph: one met outside a
        quotation opens one (unless it is a closing form), the next closes it, one left open ends with the paragraph.
    """
    starts, ends, forms, places, shapes = [], [], [], [], []
    zone = 4 if headline else 0
    quoted = False
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        place = 1 if quoted else 0
        if word in _DOUBLE:
            if not quoted and word not in _CLOSING:
                place, quoted = 2, True
            elif quoted and word not in _OPENING:
                place, quoted = 3, False
            form = '"'
        else:
            form = "'" if word in _SINGLE else word
        starts.append(match.start())
        ends.append(match.end())
        forms.append(form)
        places.append(place + zone)
        shapes.append(shape_of(word))
    return Line(starts=tuple(starts), ends=tuple(ends), forms=tuple(forms), places=tuple(places), shapes=tuple(shapes))


def open_tokenizer(data: bytes) -> Tokenizer:
    """The tokenizer in the bytes of a `tokenizer.json`, with truncation and padding off."""
    tokenizer: Tokenizer = Tokenizer.from_buffer(data)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def rows_of(lines: Sequence[Line], tokenizer: Tokenizer) -> list[Row]:
    """The lines in word pieces, in order; lines over `MAX_PIECES` cut into several, lines without words left out."""
    kept = [line for line in lines if line.forms]
    encodings = tokenizer.encode_batch([line.forms for line in kept], is_pretokenized=True, add_special_tokens=False)
    return [row for line, encoding in zip(kept, encodings, strict=True) for row in _rows_of(line, encoding)]


def _rows_of(line: Line, encoding: Encoding) -> Iterator[Row]:
    pieces: list[int] = encoding.ids
    owners = [owner or 0 for owner in encoding.word_ids]
    start = 0
    while start < len(pieces):
        end = _break_after(line, owners, start)
        first, last = owners[start], owners[end - 1] + 1
        firsts = [-1] * (last - first)
        for index in range(end - 1, start - 1, -1):
            firsts[owners[index] - first] = index - start
        yield Row(
            line=line.cut(first, last),
            pieces=tuple(pieces[start:end]),
            owners=tuple(owner - first for owner in owners[start:end]),
            firsts=tuple(firsts),
        )
        start = end


def _break_after(line: Line, owners: Sequence[int], start: int) -> int:
    """Index of the piece after the last one that fits with the piece `start`: a sentence's end, else a word's end."""
    limit = start + MAX_PIECES
    if len(owners) <= limit:
        return len(owners)
    while limit > start + 1 and owners[limit] == owners[limit - 1]:
        limit -= 1
    for index in range(limit - 1, start + MAX_PIECES // 2, -1):
        if line.forms[owners[index]] in _STOPS:
            return index + 1
    return limit
