"""What the words around a name tell of the person: befallen, imprisoned, related, a child, in an office."""

import re
from collections.abc import Iterator

import msgspec

from counterclaim.persons.names import Named, Person, span
from counterclaim.persons.words import IN_OFFICE, IN_PUBLIC, PersonWords
from counterclaim.values.page import Page
from counterclaim.values.span import Span

ADULT = 18
"""Convention on the Rights of the Child, Art. 1."""
BEFORE = 90
"""Characters before a name that are looked through."""
BEHIND = 130
"""Characters behind a name that are looked through."""
WORDS_BETWEEN = 3
"""Words that may stand between a phrase and the name: titles, "soldier", "named"."""
WORDS_TO_THE_VERB = 2
"""Words between a name and what befell it, where no comma parts them ("Mira Dohl later died")."""

_REACHING = frozenset({"prisoner", "age", "minor", "minor_age", "kin"})
"""Categories whose words say something of a noun that may stand between them and the name ("the captured soldier Orsk")."""

_BARE_AGE = re.compile(r"\s*,\s*(\d{1,2})\s*(?=[,.;])(?![,.]\d)")
_CLAUSE = re.compile(r"[.!?;:\n”\"»]")
_APPOSITION = re.compile(r"\s*(?:[,(–—]|\s-\s)\s*")


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """One thing the words tell of a person.

    Attributes:
        category: A category of persons.toml, ``office`` or ``public``; ``age`` for a grown-up's.
        words: The words that tell it.
        span: Where they stand.
    """

    category: str
    words: str
    span: Span


def signs(person: Person, page: Page, lists: PersonWords) -> tuple[Sign, ...]:
    """All signs at all places where the person is named, in text order."""
    found: list[Sign] = []
    for place in person.places:
        found += _before(place, page, lists)
        found += _behind(place, page, lists)
    found += _spoken_for(person, page, lists)
    return tuple(found)


def _before(place: Named, page: Page, lists: PersonWords) -> Iterator[Sign]:
    name = span(place, page.parse.tokens)
    sentence = page.parse.sentence_at(name.start) or name
    low = max(sentence.start, name.start - BEFORE)
    tokens = page.parse.tokens
    near = page.parse.indices(Span(low, name.start))
    adjoining = [
        i for i in near if not any(tokens[k].text in ".;:!?()" for k in range(i, place.first) if tokens[k].text != ".")
    ]
    for at in reversed(adjoining[-WORDS_BETWEEN - 1 :]):
        between = tokens[at + 1 : place.first]
        if any(t.pos in {"VERB", "AUX", "ADP"} for t in between) or sum(t.text == "," for t in between) > 1:
            break
        category = lists.role(tokens[max(sentence_start(page, at), at - 3) : at + 1])
        if category in IN_OFFICE | IN_PUBLIC and not any(t.text == "," for t in between):
            whose = "office" if category in IN_OFFICE else "public"
            yield Sign(category=whose, words=tokens[at].text, span=tokens[at].span)
    for match in lists.before.find(page.text, low, name.start):
        if _adjoins(Span(match.span.end, name.start), match.entry.category, page, lists):
            words = match.span.words(page.text)
            yield Sign(category=_aged(match.entry.category, words), words=words, span=match.span)


def sentence_start(page: Page, index: int) -> int:
    """Index of the first token of the sentence that holds token ``index``."""
    sentence = page.parse.sentence_at(page.parse.tokens[index].start)
    return page.parse.indices(sentence).start if sentence else index


def _adjoins(gap: Span, category: str, page: Page, lists: PersonWords) -> bool:
    """Whether what stands between a phrase and the name leaves them together: a title, what the person is, one comma."""
    between = page.parse.tokens_in(gap)
    words = [t for t in between if t.text[:1].isalnum()]
    if any(t.text in '.;:!?()“”„«»"' and not (n and lists.is_title(between[n - 1].text)) for n, t in enumerate(between)):
        return False
    if not words:
        return True
    commas = [n for n, t in enumerate(between) if t.text == ","]
    if category not in _REACHING or len(words) > WORDS_BETWEEN or commas not in ([], [len(between) - 1]):
        return False
    return all(lists.is_title(t.text) or (t.text.islower() and t.pos in {"NOUN", "ADJ"}) for t in words)


def _behind(place: Named, page: Page, lists: PersonWords) -> Iterator[Sign]:
    name = span(place, page.parse.tokens)
    sentence = page.parse.sentence_at(name.end - 1) or name
    high = min(sentence.end, name.end + BEHIND)
    stop = _CLAUSE.search(page.text, name.end, high)
    high = stop.start() + 1 if stop else high
    at = name.end
    aged = _BARE_AGE.match(page.text, at, min(high + 1, len(page.text)))
    if aged:
        years = int(aged.group(1))
        yield Sign(category=_of_years(years), words=aged.group(1), span=Span(*aged.span(1)))
        at = aged.end()
    apposition = _APPOSITION.match(page.text, at, high)
    if apposition:
        yield from _in_apposition(page, lists, apposition.end(), high)
    for match in lists.behind.find(page.text, at, high):
        gap = page.text[at : match.span.start]
        near = _leads_on(Span(at, match.span.start), page)
        if near or (apposition and not page.text[apposition.end() : match.span.start].strip()):
            words = match.span.words(page.text)
            yield Sign(category=_aged(match.entry.category, words), words=words, span=match.span)
        elif match.entry.category in {"victim", "prisoner"} and _after_apposition(gap):
            words = match.span.words(page.text)
            yield Sign(category=match.entry.category, words=words, span=match.span)


def _leads_on(gap: Span, page: Page) -> bool:
    """Whether a clause leads from the name to its verb over ``gap`` with adverbs and auxiliaries alone."""
    between = page.parse.tokens_in(gap)
    return len(between) <= WORDS_TO_THE_VERB and all(t.pos in {"ADV", "AUX", "PART"} for t in between)


def _after_apposition(gap: str) -> bool:
    """Whether ``gap`` is one closed apposition: "Mira Dohl, a baker from Kolvan, was killed"."""
    return re.fullmatch(r"\s*[,(][^,()]{0,60}[,)]\s*", gap) is not None


def _in_apposition(page: Page, lists: PersonWords, start: int, high: int) -> Iterator[Sign]:
    """Roles at the head of the apposition: ", the mayor of Kolvan", ", head of the port"."""
    tokens = page.parse.tokens
    end = next((i for i in range(start, high) if page.text[i] in ",;()–—"), high)
    inside = page.parse.indices(Span(start, max(start, end)))
    for at in inside:
        if tokens[at].pos == "VERB":
            break
        category = lists.role(tokens[max(inside.start, at - 3) : at + 1])
        if category in IN_OFFICE | IN_PUBLIC:
            whose = "office" if category in IN_OFFICE else "public"
            yield Sign(category=whose, words=tokens[at].text, span=tokens[at].span)


def _spoken_for(person: Person, page: Page, lists: PersonWords) -> Iterator[Sign]:
    """Offices that the speakers' stage knows of a speaker: a role in office, a state or body spoken for."""
    places = [span(place, page.parse.tokens) for place in person.places]
    for source in page.found.sources:
        if source.kind != "person" or not any(m.overlaps(p) for m in source.mentions for p in places):
            continue
        role = (source.role or "").lower().replace(",", " ").split()
        held = {lists.role_of(tuple(role[:n])) for n in range(1, len(role) + 1)}
        if held & IN_OFFICE:
            yield Sign(category="office", words=source.role or "", span=source.mentions[0])
        elif source.side or held & IN_PUBLIC:
            yield Sign(category="public", words=source.role or source.side or "", span=source.mentions[0])


def _aged(category: str, words: str) -> str:
    """The category of a phrase; of an age, whether it is a child's."""
    digits = re.search(r"\d+", words)
    if category == "age" and digits:
        return _of_years(int(digits.group()))
    return "minor" if category == "minor_age" else category


def _of_years(years: int) -> str:
    return "minor" if years < ADULT else "age"
