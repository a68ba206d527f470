"""Mentions by a noun ("the ministry", "a senior official", "Russian soldiers"), by a pronoun, or by any other name."""

from counterclaim.resolve.lexicon import NounEntry
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.nominative import nominative
from counterclaim.resolve.normal import normal
from counterclaim.resolve.persons import name_parts
from counterclaim.resolve.phrase import Phrase, case, gender, number
from counterclaim.resolve.reader import Reader
from counterclaim.values.party import SourceKind

ENTITY_KINDS: dict[str, SourceKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "FAC": "organisation",
    "GPE": "state",
    "NORP": "group",
}
"""What a name is by the analyzer's label, where no word list says more."""
NO_PARTY = frozenset({"DATE", "TIME", "LOC", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "EVENT", "LANGUAGE", "LAW"})
"""Labels of names that nobody speaks under."""
FOLLOWED = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "NUM", "VERB", "DET"})
"""What follows "one", "some", "another" where they open a phrase and are no pronouns."""
MANY = frozenset({"NNS", "NNPS"})
PLACE = "place"
"""Category of nouns for places that are no states."""
UNLISTED = "unlisted"
"""Category of a noun that no list knows."""


def pronoun(reader: Reader, start: int, stop: int) -> Mention | None:
    """The pronoun at token ``start``; None for a word in capitals ("US", "IT").

    A possessive counts only where it is all there is to read: the source of "his claim".
    """
    token = reader.words.tokens[start]
    entry = reader.lexicon.pronouns.get(token.text)
    if entry is None or (len(token.text) > 1 and token.text.isupper()):
        return None
    if entry.kind == "possessive" and start + 1 < stop:
        return None
    if entry.kind == "indefinite" and start + 1 < stop and reader.words.tokens[start + 1].pos in FOLLOWED:
        return None
    return Mention(
        span=token.span,
        first=start,
        end=start + 1,
        form="pronoun",
        name=token.text,
        pronoun=entry,
        number=entry.number,
        gender=entry.gender,
    )


def noun(reader: Reader, phrase: Phrase, stop: int, *, tails: bool) -> Mention | None:
    """A phrase whose head is a noun the lists know.

    A body written as a name, or one that a state or place owns ("Velm's army", "the Velmish government"), is a name. Of
    people, one is ``unnamed``, several are a ``group``.

    Args:
        reader: What to read from.
        phrase: The noun phrase.
        stop: One past the last token that may be read.
        tails: Whether any phrase with a preposition belongs to it, as in a source's own span; else only such as "of", "for".
    """
    words, lexicon = reader.words, reader.lexicon
    found = lexicon.nouns.ending(words, phrase.body, phrase.head + 1) or _by_suffix(reader, phrase, source=tails)
    if found is None or (found[0].category == PLACE and not tails):
        return None  # a city is a party only where it speaks
    entry, head = found[0], words.tokens[phrase.head]
    proper = head.pos == "PROPN" and head.text[:1].isupper()
    compound = phrase.end - phrase.core > 1
    if proper and entry.names == "person" and head.entity == "PERSON":
        return None  # a surname that is also a calling
    end = reader.tail(phrase.end, stop, any_preposition=tails)
    behind = reader.tail(phrase.end, stop, any_preposition=False)
    core = normal(words, lexicon, phrase.core, phrase.end, seats=False)
    tail = normal(words, lexicon, phrase.end, end, seats=False)
    places = (*core.places, *normal(words, lexicon, phrase.end, behind, seats=False).places)
    many = number(words, phrase.head) == "plural" or head.tag in MANY or (entry.names == "group" and not places)
    body = entry.names in {"organisation", "outlet", "state"}
    owned = body and (bool(places) or (phrase.owner_end > phrase.core and phrase.opening == "" and not phrase.possessive))
    if body and (core.places or phrase.owner_end > phrase.core):
        end = behind = phrase.end  # the owner stands before it: what follows is no part of the name
        tail = normal(words, lexicon, end, end)
    named = body and ((proper and compound) or owned) and not (head.tag in MANY and not proper)
    form = "name" if named else _form(reader, phrase, many=many)
    kind = _kind(entry.names, many and not named)
    wording = _without_article(reader, phrase, end)
    if form == "new" and kind == "unnamed":
        wording = reader.wording(phrase.start, end)
    elif owned:
        wording = _owned(reader, phrase, end)
    keys = core.words | tail.words
    seat = reader.seats.get(keys)
    return Mention(
        span=reader.span(phrase.start, end),
        first=phrase.start,
        end=end,
        form=form,
        kind="organisation" if kind == "state" and named and not proper else kind,
        name=wording,
        keys=(keys, frozenset({"#" + seat.name})) if seat else (keys,),
        words=keys,
        noun=entry,
        nouns=(entry,),
        side=reader.side(phrase.core, behind) if entry.names != "document" else None,
        place=places[0] if places else None,
        acronym=reader.acronym(end, stop),
        number="plural" if many else "singular",
        gender=entry.gender or gender(words, phrase.head),
        opening=phrase.opening,
        possessive=phrase.possessive,
        owner=_owner(reader, phrase, found[1], behind),
    )


def name(reader: Reader, phrase: Phrase, stop: int) -> Mention | None:
    """Any other proper name: a surname alone, an organisation no list knows; kind None where nothing tells it."""
    words = reader.words
    head = words.tokens[phrase.head]
    if head.pos != "PROPN" or not head.text[:1].isupper() or head.entity in NO_PARTY:
        return None
    title = reader.lexicon.titles.at(words, phrase.body, phrase.end)
    if title and title[1] == phrase.end:
        return None
    kind = ENTITY_KINDS.get(head.entity)
    many = head.tag in MANY or number(words, phrase.head) == "plural"
    if kind == "group" and not many:
        kind = "organisation"
    end, behind = phrase.end, reader.tail(phrase.end, stop, any_preposition=False)
    if behind > end and head.entity and words.tokens[end].entity == head.entity and not words.tokens[end].entity_start:
        end = behind  # "Bank of Velm" under one label
    if kind is None and phrase.opening == "definite":
        kind = "organisation"
    first, described = _name_start(reader, phrase.body if kind == "person" else phrase.core, phrase.head)
    found = normal(words, reader.lexicon, first, end)
    if any(token.startswith("@") for token in found.words) and len(found.words) == 1:
        return None  # a bare adjective or a capital of no state: a place, not a party
    return Mention(
        span=reader.span(phrase.start, end),
        first=phrase.start,
        end=end,
        form="name",
        kind=kind,
        name=nominative(reader, first, end, phrase.head),
        keys=(found.words,),
        words=found.words,
        nouns=described,
        side=reader.side(first, end) if found.places else None,
        place=found.places[0] if found.places else None,
        acronym=reader.acronym(end, stop),
        number="plural" if kind == "group" else "singular",
        gender=gender(words, phrase.head),
        opening=phrase.opening,
        parts=name_parts(words, first, end),
        oblique=case(words, phrase.head) not in {"", "Nom"},
    )


def _name_start(reader: Reader, first: int, head: int) -> tuple[int, tuple[NounEntry, ...]]:
    """Where the capitals of a name begin, and the nouns before them that describe it ("the charity Velm Aid")."""
    words, nouns = reader.words, reader.lexicon.nouns
    described: list[NounEntry] = []
    start = head
    while start > first and words.tokens[start - 1].text[:1].isupper() | (
        words.tokens[start - 1].pos in {"PUNCT", "PART", "ADP"}
    ):
        start -= 1
    while start < head and not words.tokens[start].text[:1].isupper():
        start += 1
    for at in range(first, start):
        found = nouns.at(words, at, start)
        if found:
            described.append(found[0])
    while start < head:
        found = nouns.at(words, start, head)
        if not found or not words.tokens[start].text.isupper():
            break
        described.append(found[0])
        start = found[1]
    return start, tuple(described)


def _by_suffix(reader: Reader, phrase: Phrase, *, source: bool) -> tuple[NounEntry, int] | None:
    """A common noun that no list knows, where a source must stand: a person by its ending ("speechwriter") or grammar, else
    a thing that tells ("the film", "the case").
    """
    head = reader.words.tokens[phrase.head]
    if not source or head.pos != "NOUN":
        return None
    lemma = reader.words.lemmas[phrase.head]
    person = any(lemma.endswith(s) and len(lemma) > len(s) + 2 for s in reader.lexicon.person_endings)
    person = person or "Animacy=Anim" in head.feats
    kind: SourceKind = "person" if person else "document"
    entry = NounEntry(forms=(lemma,), category=UNLISTED, names=kind, example="", counter="", source="")
    return entry, phrase.head


def _form(reader: Reader, phrase: Phrase, *, many: bool) -> str:
    if phrase.opening in {"definite", "other"} or phrase.possessive:
        return "known"
    if phrase.opening:
        return "new"
    return "bare" if many or reader.lexicon.has_articles else "known"


def _kind(names: SourceKind, many: bool) -> SourceKind:
    if names == "person":
        return "group" if many else "unnamed"
    return "group" if many and names in {"organisation", "outlet", "state"} else names


def _owner(reader: Reader, phrase: Phrase, head: int, behind: int) -> tuple[int, int] | None:
    """Whose it is: the possessor, else what stands behind in the genitive, or with "of" or "for", else the modifiers."""
    if phrase.owner_end > phrase.core:
        return phrase.core, phrase.owner_end
    if phrase.end > phrase.head + 1 and reader.words.nominative is not None:
        return phrase.head + 1, phrase.end
    if behind > phrase.end + 1:
        return phrase.end + 1, behind
    return (phrase.core, head) if head > phrase.core else None


def _without_article(reader: Reader, phrase: Phrase, end: int) -> str:
    start = phrase.start if phrase.opening in {"indefinite", "other"} else phrase.core
    return nominative(reader, start, end, phrase.head)


def _owned(reader: Reader, phrase: Phrase, end: int) -> str:
    """The wording, a capital before the possessive replaced by its state: "Kyiv's army" is Ukraine's."""
    owner = reader.lexicon.places.at(reader.words, phrase.core, phrase.owner_end)
    if owner and owner[1] == phrase.owner_end and owner[0].form == "capital":
        return owner[0].place.name + reader.wording(phrase.owner_end, end)
    return _without_article(reader, phrase, end)
