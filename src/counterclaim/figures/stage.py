"""The figures stage: how many of what, says who, as of when."""

from collections.abc import Iterator

from counterclaim.figures.as_of import as_of, publication_day
from counterclaim.figures.grammar import Grammar, grammar
from counterclaim.figures.reading import Reading, read
from counterclaim.figures.sentence import Sentence
from counterclaim.figures.shared import completed
from counterclaim.figures.voices import giver, innermost
from counterclaim.kit import Kit
from counterclaim.values.figure import Figure
from counterclaim.values.page import Found, Page
from counterclaim.values.span import Span

VERSION = 1


def figures(page: Page, kit: Kit) -> Found:
    """The figures of the article's zones, in text order.

    Offsets index the page's text. A figure's estimator is the voice of the innermost statement that holds it
    and names somebody, else the source that an estimating phrase of its sentence names, else None.
    """
    words = grammar(kit.pack(page.document.language))
    found: list[Figure] = []
    for span in page.parse.sentences:
        if words.numbers.may_stand(page.text, span.start, span.end):
            found.extend(_of_sentence(page, Sentence(page.text, span, page.parse), words, len(found) + 1))
    return Found(figures=completed(page, found, words))


def _of_sentence(page: Page, sentence: Sentence, words: Grammar, first: int) -> Iterator[Figure]:
    """The sentence's figures, numbered from ``first``."""
    voices = {v.statement: v.source_id for v in page.found.voices}
    statements = {s.id: s for s in page.found.statements}
    sources = {s.id: s for s in page.found.sources}
    published = publication_day(page.document.published)
    dates = words.dates.find(page.text, sentence.span.start, sentence.span.end)
    readings = read(sentence, words, dates)
    for at, reading in enumerate(readings):
        statement = innermost(page.found.statements, reading.span)
        estimator = giver(statement, statements, voices, sources) if statement else None
        estimator = estimator or words.voices.estimating(page, sentence, reading.span)
        day = as_of(page.text, reading.span, _between(sentence, readings, at), dates, published, words.dates) if dates else None
        yield Figure(
            id=f"f{first + at}",
            start=reading.span.start,
            end=reading.span.end,
            value=reading.value,
            low=reading.low,
            high=reading.high,
            bound=reading.bound,
            unit=reading.unit,
            counted=reading.counted,
            measure=reading.measure or None,
            attribution=statement.id if statement else None,
            estimator=estimator,
            as_of=day,
        )


def _between(sentence: Sentence, readings: list[Reading], at: int) -> Span:
    """From the end of the figure before number ``at`` to the start of the one behind it, else the sentence's ends."""
    start = readings[at - 1].span.end if at else sentence.span.start
    end = readings[at + 1].span.start if at + 1 < len(readings) else sentence.span.end
    return Span(start, end)
