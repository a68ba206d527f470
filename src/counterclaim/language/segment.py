"""Sentences and words of Russian and Ukrainian text, by razdel's rules."""

from collections.abc import Iterable, Sequence

from counterclaim.values.span import Span

APOSTROPHES = frozenset({"'", "’", "ʼ"})


def segment(text: str, spans: Sequence[Span]) -> tuple[list[Span], list[list[Span]]]:
    """Sentences of the given spans and the words of each, in code points of ``text``."""
    from razdel import sentenize, tokenize

    sentences: list[Span] = []
    words: list[list[Span]] = []
    for span in spans:
        for sentence in sentenize(span.words(text)):
            at = span.start + sentence.start
            placed = _joined(text, (Span(at + word.start, at + word.stop) for word in tokenize(sentence.text)))
            if placed:
                sentences.append(Span(placed[0].start, placed[-1].end))
                words.append(placed)
    return sentences, words


def _joined(text: str, words: Iterable[Span]) -> list[Span]:
    """``words`` with those put together that only an apostrophe parts: it stands inside Ukrainian words."""
    out: list[Span] = []
    for word in words:
        close = len(out) > 1 and out[-1].end == word.start and out[-2].end == out[-1].start
        if close and out[-1].words(text) in APOSTROPHES and text[word.start].isalpha() and text[out[-2].end - 1].isalpha():
            out[-2:] = [Span(out[-2].start, word.end)]
        else:
            out.append(word)
    return out
