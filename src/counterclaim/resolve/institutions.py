"""Institutions that many states have, under one canonical name: "Velm's defense ministry" is the Velmish Defence Ministry."""

from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.nominative import nominative
from counterclaim.resolve.normal import canonical_words, normal
from counterclaim.resolve.phrase import Phrase, case
from counterclaim.resolve.reader import Reader


def institution(reader: Reader, phrase: Phrase, stop: int) -> Mention | None:
    """The institution the phrase names, with the owner before or behind it; None if its head is something else.

    Without an owner it is a mention to be taken up ("the defence ministry") unless it is written as a name.
    """
    words, lexicon = reader.words, reader.lexicon
    for begin in range(phrase.core, phrase.end):
        found = lexicon.institutions.at(words, begin, stop)
        if found and begin <= phrase.head < found[1]:
            entry, end = found
            break
    else:
        return None
    before = normal(words, lexicon, phrase.core, begin, seats=False)
    behind = reader.tail(max(end, phrase.end), stop, any_preposition=False)
    after = normal(words, lexicon, end, behind, seats=False)
    places = (*before.places, *after.places)
    owned = before.words | after.words
    keys = frozenset({*owned, *canonical_words(entry)})
    seat = reader.seats.get(keys)
    inflected = case(words, phrase.head)
    nouns = reader.describing(entry.category)
    proper = words.tokens[begin].text[:1].isupper() and words.tokens[end - 1].text[:1].isupper()
    form = "name" if owned or proper else ("known" if phrase.opening != "article" else "new")
    return Mention(
        span=reader.span(phrase.start, behind),
        first=phrase.start,
        end=behind,
        form=form,
        kind="organisation",
        name=nominative(reader, begin, behind, phrase.head)
        if words.nominative is not None  # a canonical name would need inflecting: the document's words are shown instead
        else _canonical(reader, phrase, begin, end, behind, entry.canonical),
        oblique=inflected not in {"", "Nom"},
        keys=(keys, frozenset({"#" + seat.name})) if seat else (keys,),
        words=keys,
        noun=nouns[0] if nouns else None,
        nouns=nouns,
        side=places[0].name if places else _unlisted_owner(reader, phrase, begin),
        place=places[0] if places else None,
        acronym=reader.acronym(behind, stop),
        number="singular",
        opening=phrase.opening,
        possessive=phrase.possessive,
        owner=(phrase.core, phrase.owner_end) if phrase.owner_end > phrase.core else None,
    )


def _unlisted_owner(reader: Reader, phrase: Phrase, begin: int) -> str | None:
    """The owner before the institution that no list knows as a place, if it is a name: it is a side all the same."""
    end = phrase.owner_end if phrase.owner_end > phrase.core else begin
    tokens = reader.words.tokens[phrase.core : end]
    if not tokens or any(t.pos != "PROPN" and not t.text[:1].isupper() for t in tokens):
        return None
    return reader.wording(phrase.core, end)


def _canonical(reader: Reader, phrase: Phrase, begin: int, end: int, behind: int, canonical: str) -> str:
    """The canonical name with its owner: a state as adjective, any other place or body in the document's words."""
    words, lexicon = reader.words, reader.lexicon
    for first, last in ((phrase.core, begin), (end, behind)):
        for at in range(first, last):
            found = lexicon.places.at(words, at, last)
            if found:
                place = found[0].place
                stands_first = place.adjectives and place.kind == "state"
                return f"{place.adjectives[0] if stands_first else place.name} {canonical}"
    if phrase.owner_end > phrase.core and words.tokens[phrase.core].text[:1].islower():
        return reader.wording(phrase.core, max(end, behind))
    if phrase.owner_end > phrase.core:
        return f"{reader.wording(phrase.core, phrase.owner_end)} {canonical}"
    if any(t.pos == "PROPN" for t in words.tokens[phrase.core : begin]):
        return f"{reader.wording(phrase.core, begin)} {canonical}"
    if behind > end:
        return f"{canonical} {reader.wording(end, behind)}"
    return canonical
