"""Sentences and words of Russian and Ukrainian text, by razdel's rules."""

from collections.abc import Sequence

from counterclaim.values.span import Span


def segment(text: str, spans: Sequence[Span]) -> tuple[list[Span], list[list[Span]]]:
    """Sentences of the given spans and the words of each, in code points of ``text``."""
    from razdel import sentenize, tokenize

    sentences: list[Span] = []
    words: list[list[Span]] = []
    for span in spans:
        for sentence in sentenize(span.words(text)):
            at = span.start + sentence.start
            placed = [Span(at + word.start, at + word.stop) for word in tokenize(sentence.text)]
            if placed:
                sentences.append(Span(placed[0].start, placed[-1].end))
                words.append(placed)
    return sentences, words
