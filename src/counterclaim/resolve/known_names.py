"""Names that the word lists know: outlets, seats of power, states under their names, capitals and peoples."""

from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.nominative import nominative
from counterclaim.resolve.normal import normal
from counterclaim.resolve.phrase import Phrase
from counterclaim.resolve.reader import Reader, changed

MANY = frozenset({"NNS", "NNPS"})


def outlet(reader: Reader, phrase: Phrase, stop: int) -> Mention | None:
    """An outlet, alone or with its noun: "the Post", "the RIA news agency", "a Washington Post report"."""
    words, lexicon = reader.words, reader.lexicon
    if phrase.owner_end != phrase.core:
        return None
    for begin in (phrase.start, *range(phrase.core, phrase.end)):
        found = lexicon.outlets.at(words, begin, phrase.end)
        if not found:
            continue
        entry, end = found
        before = lexicon.nouns.ending(words, phrase.core, begin) if begin > phrase.core else None
        after = lexicon.nouns.ending(words, end, phrase.end) if end < phrase.end else None
        opens = begin in {phrase.start, phrase.core} or (before is not None and before[0].names in {"outlet", "organisation"})
        closes = end == phrase.end or (after is not None and after[0].names in {"outlet", "document"})
        if opens and closes:
            nouns = tuple(n[0] for n in (before, after) if n and n[0].names == "outlet")
            key = frozenset({"%" + entry.name})
            if reader.wording(phrase.core, end).isupper():
                begin = max(begin, phrase.core)  # "the BBC": before an abbreviation the article is no part of the name
            shown = nominative(reader, begin, end, end - 1) if end - begin == 1 else reader.wording(begin, end)
            return reader.named(phrase, "outlet", shown, (key,), (*nouns, *reader.describing("outlet")))
    return None


def masthead(reader: Reader, phrase: Phrase, stop: int) -> Mention | None:
    """An outlet that no list knows, by the last word of its name: "The Harbour Post"."""
    words = reader.words
    found = reader.lexicon.mastheads.at(words, phrase.head, phrase.end)
    before = words.tokens[phrase.head - 1] if phrase.head > phrase.core else None
    if not found or found[1] != phrase.end or before is None or before.pos != "PROPN" or not before.text[:1].isupper():
        return None
    if words.tokens[phrase.head].entity == "PERSON" or phrase.owner_end != phrase.core:
        return None
    key = normal(words, reader.lexicon, phrase.core, phrase.end, seats=False).words
    return reader.named(phrase, "outlet", reader.wording(phrase.core, phrase.end), (key,), reader.describing("outlet"))


def seat(reader: Reader, phrase: Phrase, stop: int) -> Mention | None:
    """A seat of power or a body with a name of its own; its state becomes the side."""
    if phrase.owner_end != phrase.core:
        return None
    for first in (phrase.start, *range(phrase.core, phrase.end)):
        found = reader.lexicon.seats.at(reader.words, first, phrase.end)
        before = reader.lexicon.nouns.ending(reader.words, phrase.core, first) if first > phrase.core else None
        opens = first <= phrase.core or (before is not None and before[0].names == "organisation")
        if found and found[1] == phrase.end and opens:
            entry = found[0]
            plain = normal(reader.words, reader.lexicon, max(first, phrase.core), phrase.end, seats=False).words
            keys = (frozenset({"#" + entry.name}), plain)
            nouns = (*reader.describing(entry.category), *((before[0],) if before else ()))
            shown = nominative(reader, max(first, phrase.core), phrase.end, phrase.head)
            mention = reader.named(phrase, "organisation", shown, keys, nouns)
            return changed(mention, side=entry.side or None, place=reader.place_of(entry.side) or mention.place)
    return None


def place(reader: Reader, phrase: Phrase, stop: int) -> Mention | None:
    """A state under its name or capital, or a people; not a city that is no capital."""
    if phrase.owner_end != phrase.core:
        return None
    tokens = reader.words.tokens
    behind_noun = [i for i in range(phrase.core + 1, phrase.end) if _place_noun(reader, phrase.core, i)]
    for first in (phrase.start, phrase.core, *behind_noun):  # "Velm", "the Velmish capital Tarn"
        found = reader.lexicon.places.at(reader.words, first, phrase.end)
        if not found or found[1] != phrase.end or phrase.head < first:
            continue
        entry, form = found[0].place, found[0].form
        many = tokens[phrase.head].tag in MANY
        if form == "people" or (form == "adjective" and many):
            mention = reader.named(phrase, "group", reader.wording(phrase.core, phrase.end), (frozenset({"@@" + entry.code}),))
            return changed(mention, side=entry.name, place=entry, number="plural")
        if (form == "capital" and entry.kind != "state") or form == "adjective":
            return None
        key = frozenset({"@" + entry.code})
        mention = reader.named(phrase, "state", entry.name, (key,), reader.describing("state"))
        return changed(mention, side=entry.name if entry.kind == "state" else None, place=entry)
    return None


def _place_noun(reader: Reader, start: int, end: int) -> bool:
    """Whether a noun for a place ends before token ``end`` ("the capital Tarn")."""
    found = reader.lexicon.nouns.ending(reader.words, start, end)
    return found is not None and found[0].names == "state"


def nationality(reader: Reader, start: int, stop: int) -> Mention | None:
    """The state whose adjective begins at token ``start`` ("Russian allegations"); None for other words."""
    found = reader.lexicon.places.at(reader.words, start, stop)
    if not found or found[0].form != "adjective":
        return None
    entry, end = found[0].place, found[1]
    return Mention(
        span=reader.span(start, end),
        first=start,
        end=end,
        form="name",
        kind="state",
        name=entry.name,
        keys=(frozenset({"@" + entry.code}),),
        words=frozenset({"@" + entry.code}),
        nouns=reader.describing("state"),
        side=entry.name if entry.kind == "state" else None,
        place=entry,
        number="singular",
        adjective=True,
    )
