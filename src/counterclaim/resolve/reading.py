"""Mentions in a document: at a place, in a source's span, and all of them in order."""

from collections.abc import Iterator

from counterclaim.resolve.institutions import institution
from counterclaim.resolve.known_names import masthead, nationality, outlet, place, seat
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.nouns import name, noun, pronoun
from counterclaim.resolve.persons import person
from counterclaim.resolve.phrase import Phrase, noun_phrase
from counterclaim.resolve.quoted_names import quoted_name
from counterclaim.resolve.reader import Reader, changed
from counterclaim.values.span import Span

WHICH = frozenset({"ADP", "PRON", "DET", "NUM"})
LONGEST_WHICH = 3
"""Words between a description and its comma that only say which one is meant."""


def mention_at(reader: Reader, start: int, stop: int, *, tails: bool = False) -> Mention | None:
    """The mention that begins at token ``start`` and ends by token ``stop``; None if none begins there."""
    if start >= stop:
        return None
    found = pronoun(reader, start, stop)
    if found:
        return found
    phrase = noun_phrase(reader.words, reader.lexicon, start, stop)
    return _of_phrase(reader, phrase, stop, tails=tails) if phrase else None


def _of_phrase(reader: Reader, phrase: Phrase, stop: int, *, tails: bool = False) -> Mention | None:
    for recogniser in (quoted_name, outlet, masthead, seat, place, person, institution):
        found = recogniser(reader, phrase, stop)
        if found:
            return found
    found = noun(reader, phrase, stop, tails=tails)
    return _with_name(reader, found, phrase.core, stop) if found else name(reader, phrase, stop)


def _with_name(reader: Reader, described: Mention, core: int, stop: int) -> Mention:
    """The person named behind a description: "the port's director, Orla Venn, ...", «посол в Вельме Орла Венн»."""
    at = described.end
    while at < min(stop, described.end + LONGEST_WHICH) and reader.words.tokens[at].pos in WHICH:
        at += 1  # "a lawyer of *one of them*, Orla Venn"
    if described.kind != "unnamed":
        return described
    behind_place = _name_behind_place(reader, core, described.end)
    if behind_place < described.end:
        described = changed(described, end=behind_place)
    elif at + 1 < stop and reader.words.tokens[at].text == ",":
        behind_place = at + 1
    else:
        return described
    phrase = noun_phrase(reader.words, reader.lexicon, behind_place, stop)
    named = person(reader, phrase, stop, introduced=True) if phrase and not phrase.opening else None
    if named is None or len(named.parts) < 2:
        return described
    office = reader.wording(core, described.end)
    return changed(
        named,
        span=Span(described.span.start, named.span.end),
        first=described.first,
        role=f"{office}, {named.role}" if named.role else office,
        nouns=(*described.nouns, *named.nouns),
        possessive=described.possessive,
        side=described.side,
        place=described.place or named.place,
        gender=described.gender or named.gender,
        owner=described.owner,
        words=described.words | named.words,
    )


def _name_behind_place(reader: Reader, core: int, end: int) -> int:
    """Where, before token ``end``, a person's name begins behind a place («посол в Вельме *Орла Венн*»); else ``end``."""
    tokens, first = reader.words.tokens, end
    while first > core and tokens[first - 1].pos == "PROPN" and tokens[first - 1].entity == "PERSON":
        first -= 1
    located = first - 2 > core and reader.lexicon.places.ending(reader.words, core, first) is not None
    return first if end - first > 1 and located else end


def mentions(reader: Reader, first: int, stop: int) -> Iterator[Mention]:
    """All mentions among the tokens ``first`` to ``stop``, in order; those inside another phrase marked ``inner``."""
    at = first
    while at < stop:
        found = pronoun(reader, at, stop)
        phrase = None if found else noun_phrase(reader.words, reader.lexicon, at, stop)
        if phrase:
            found = _of_phrase(reader, phrase, stop)
        if found is None:
            end = phrase.end if phrase else at + 1
            yield from _inside(reader, at, end)
            at = max(end, at + 1)
            continue
        yield found
        if found.owner:
            yield from _inside(reader, *found.owner)
        at = max(found.end, at + 1)


def _inside(reader: Reader, at: int, end: int) -> Iterator[Mention]:
    """Names inside a phrase: owners, modifiers, complements."""
    while at < end:
        token = reader.words.tokens[at]
        if token.pos not in {"PROPN", "ADJ"} or not token.text[:1].isupper():
            at += 1
            continue
        people = nationality(reader, at, end)
        if people:
            yield changed(people, inner=True)
            at = people.end
            continue
        stop = at + 1
        title = reader.lexicon.titles.at(reader.words, at, end)
        stop = max(stop, title[1] + 1 if title and title[1] < end else stop)
        while stop < end and reader.words.tokens[stop].pos == "PROPN" and not reader.words.tokens[stop].entity_start:
            stop += 1
        found = mention_at(reader, at, stop)
        if found and found.form == "name":
            yield changed(found, inner=True)
            at = max(found.end, at + 1)
        else:
            at += 1


def mention_in(reader: Reader, tokens: range, beyond: int) -> tuple[Mention, ...]:
    """The mentions that a source's tokens name, in order: one, or several joined by "and".

    Words before the first noun phrase ("by", "but") are passed over, what follows it with a comma or a relative pronoun is
    left to the appositions; but for the name behind a description, looked for up to token ``beyond``.
    """
    at, stop = tokens.start, tokens.stop
    words = reader.words
    found: list[Mention] = []
    alone = nationality(reader, at, stop)
    if alone and alone.end == stop:
        return (alone,)
    while at < stop:
        token = words.tokens[at]
        if token.pos in {"ADP", "CCONJ", "SCONJ", "PUNCT", "ADV", "PART", "INTJ", "AUX"} or (token.pos == "VERB" and not found):
            mention = mention_at(reader, at, stop, tails=True) if token.pos == "ADV" else None
        else:
            mention = mention_at(reader, at, stop, tails=True)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        at = mention.end
        if not _and(reader, at, stop):
            break
        at += 1
    if found and found[-1].kind == "unnamed" and found[-1].end == stop:
        named = mention_at(reader, found[-1].first, beyond, tails=True)
        if named is not None and named.kind == "person" and named.first == found[-1].first:
            found[-1] = named
    if not found and len(tokens) and reader.lexicon.pronouns.folded(words.texts[tokens.start]):
        alone = mention_at(reader, tokens.start, tokens.start + 1)  # "its own": what it owns is no noun here
        return (alone,) if alone else ()
    return tuple(found)


def _and(reader: Reader, at: int, stop: int) -> bool:
    return at + 1 < stop and reader.words.tokens[at].pos == "CCONJ"
