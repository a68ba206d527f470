"""Lines that a label opens: "Source: X" attributes the paragraph above, "Verbatim: ..." gives the last speaker's own words."""

import re
from collections.abc import Iterator, Sequence

from counterclaim.attribute.around import line_at
from counterclaim.attribute.quotes import near
from counterclaim.attribute.reading import Reading, reading_of
from counterclaim.attribute.sources import word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span

_LABEL = re.compile(r"^(?P<label>[^\W\d_][^\n:.]{2,25}?)(?P<colon>:)[^\S\n]*(?P<rest>\S[^\n]*)$", re.MULTILINE)
_FIRST_NAME = re.compile(r"[,;.]| (?:[—–-]) ")


def labelled_readings(tree: Tree, marks: Sequence[Quotation], pack: LanguagePack) -> Iterator[Reading]:
    """Readings of labelled lines of the article, in text order; none where the label's line or the one above is of no use."""
    sources = word_list(pack, "attribution_words", "source label")
    speeches = word_list(pack, "attribution_words", "speech label")
    if not sources and not speeches:
        return
    text = tree.page.text
    for zone in tree.page.article_spans():
        for match in _LABEL.finditer(text, zone.start, zone.end):
            label = match["label"].strip().lower()
            rest = Span(match.start("rest"), match.end("rest")).trimmed(text)
            if label in speeches:
                found = reading_of(tree, None, None, (_whole(rest, marks),), near(marks, rest))
            elif label in sources:
                found = _of_above(tree, Span(match.start("label"), match.end("colon")), rest)
            else:
                continue
            if found is not None:
                yield found


def _whole(rest: Span, marks: Sequence[Quotation]) -> Span:
    return next((m.span for m in near(marks, rest) if m.span.start == rest.start), rest)


def _of_above(tree: Tree, label: Span, rest: Span) -> Reading | None:
    """The paragraph above, said by the first that the label names."""
    text = tree.page.text
    above = text[: label.start].rstrip()
    if not above:
        return None
    content = line_at(text, len(above) - 1)
    if not any(zone.start <= content.start < zone.end for zone in tree.page.article_spans()):
        return None
    cut = _FIRST_NAME.search(text, rest.start, rest.end)
    source = Span(rest.start, cut.start() if cut else rest.end).trimmed(text)
    return Reading(cue=label, source=source, content=(content,), sentence_end=rest.end)
