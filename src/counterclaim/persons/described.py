"""Children and prisoners whom the text describes without a name: "his daughter, 9", "a video of the captured pilot"."""

import re
from collections.abc import Iterator

import msgspec

from counterclaim.persons.signs import ADULT
from counterclaim.persons.words import LONGEST, PersonWords
from counterclaim.values.page import Page
from counterclaim.values.person_mark import MarkKind
from counterclaim.values.span import Span

_AGE_BEHIND = re.compile(r"\s*,\s*(\d{1,2})\s*(?=[,.;)])(?![,.]\d)")


class Described(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody described: what they are, where, and the words that told."""

    kind: MarkKind
    span: Span
    words: str


def described(page: Page, lists: PersonWords) -> tuple[Described, ...]:
    """Children told by age or kin, prisoners whom the sentence says are shown; in text order."""
    found = [*_children(page, lists), *_shown(page, lists)]
    return tuple(sorted(found, key=lambda d: d.span))


def _children(page: Page, lists: PersonWords) -> Iterator[Described]:
    for paragraph in (one for one in page.paragraphs() if len(one) <= LONGEST):
        told = list(lists.before.find(page.text, paragraph.start, paragraph.end))
        for match in told:
            category, span = match.entry.category, match.span
            if category in {"kin", "minor"} and (aged := _AGE_BEHIND.match(page.text, span.end)) and int(aged.group(1)) < ADULT:
                whole = Span(span.start, aged.end(1))
                yield Described(kind="minor", span=whole, words=whole.words(page.text))
        for age in (m for m in told if _is_childs_age(m.entry.category, m.span.words(page.text))):
            for noun in told:
                gap = page.text[age.span.end : noun.span.start]
                if (
                    noun.entry.category in {"kin", "minor"}
                    and noun.span.start >= age.span.end
                    and re.fullmatch(r"\s(?:\w+\s)?", gap)
                ):
                    whole = Span(age.span.start, noun.span.end)
                    yield Described(kind="minor", span=whole, words=whole.words(page.text))


def _is_childs_age(category: str, words: str) -> bool:
    digits = re.search(r"\d+", words)
    return int(digits.group()) < ADULT if category == "age" and digits else category == "minor_age"


def _shown(page: Page, lists: PersonWords) -> Iterator[Described]:
    for sentence in (one for one in page.parse.sentences if len(one) <= LONGEST):
        told = list(lists.apart.find(page.text, sentence.start, sentence.end))
        if any(m.entry.category == "shown" for m in told):
            for match in told:
                if match.entry.category == "captive":
                    yield Described(kind="prisoner", span=match.span, words=match.span.words(page.text))
