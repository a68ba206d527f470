"""The figures stage: how many of what, says who, as of when."""

from counterclaim.figures.as_of import as_of, publication_day
from counterclaim.figures.grammar import grammar
from counterclaim.figures.reading import read
from counterclaim.figures.sentence import Sentence
from counterclaim.figures.voices import innermost
from counterclaim.kit import Kit
from counterclaim.values.figure import Figure
from counterclaim.values.page import Found, Page

VERSION = 1


def figures(page: Page, kit: Kit) -> Found:
    """The figures of the article's zones, in text order.

    Offsets index the page's text. A figure's estimator is the voice of the innermost statement that holds it, else the
    source that an estimating phrase of its sentence names, else None.
    """
    words = grammar(kit.pack(page.document.language))
    voices = {v.statement: v.source_id for v in page.found.voices}
    published = publication_day(page.document.published)
    found: list[Figure] = []
    for span in page.parse.sentences:
        if not words.numbers.may_stand(page.text, span.start, span.end):
            continue
        sentence = Sentence(page.text, span, page.parse)
        dates = words.dates.find(page.text, span.start, span.end)
        readings = read(sentence, words, dates)
        spans = tuple(r.span for r in readings)
        for reading in readings:
            statement = innermost(page.found.statements, reading.span)
            estimator = voices.get(statement.id) if statement else words.voices.estimating(page, sentence, reading.span)
            found.append(
                Figure(
                    id=f"f{len(found) + 1}",
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
                    as_of=as_of(
                        page.text, reading.span, tuple(s for s in spans if s != reading.span), dates, published, words.dates
                    ),
                )
            )
    return Found(figures=tuple(found))
