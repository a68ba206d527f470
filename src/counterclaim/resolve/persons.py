"""A person's name in a noun phrase, with the title and office before it."""

import msgspec

from counterclaim.resolve.lexicon import Gender, Lexicon, NounEntry
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.nominative import nominative
from counterclaim.resolve.normal import normal
from counterclaim.resolve.phrase import HYPHENS, Phrase, case, gender, noun_phrase
from counterclaim.resolve.reader import Reader
from counterclaim.resolve.words import Words

FULL = 2
"""Words of a given and a family name: such a pair is a person's, even where the analyzer takes it for a body's."""
OPENING, CLOSING = frozenset('«“„"'), frozenset('»”“"')
LONGEST_NAME = 6
"""Tokens of a name, hyphens counted ("Carl Johan af Venn-Hask")."""


class Office(msgspec.Struct, frozen=True):
    """What stands before a name: one past its last token, its nouns and what gender it tells."""

    end: int
    nouns: tuple[NounEntry, ...] = ()
    gender: Gender | None = None
    courtesy: bool = False
    titled: bool = False


def person(reader: Reader, phrase: Phrase, stop: int, *, introduced: bool = False) -> Mention | None:
    """The person the phrase names; None if it names none or the words do not tell that it is a person.

    A name counts as a person's behind a title or office, under the analyzer's label, or where its first part is a listed
    given name. It must end the phrase: in "the Venn administration" nobody is named as the source.

    Args:
        reader: What to read from.
        phrase: The noun phrase.
        stop: One past the last token that may be read.
        introduced: Whether the words before say that a person comes ("the mayor, ..."): then any unlisted name is one.
    """
    found = _name_in(reader, phrase.body, phrase.end, introduced=introduced)
    whole = phrase
    if found is None:
        following = _beyond_office(reader, phrase, stop)
        if following is None:
            return None
        found, whole = following
    first, end, office = found
    words = reader.words
    if _owns(words, whole.core, first, end):
        return None  # "the lawyer *of Venn*"
    agreeing = _agreeing(words, phrase.core, first)
    start = phrase.start if agreeing == phrase.core else agreeing
    owned = phrase.body > phrase.core and first == phrase.body  # "Velm's Orla Venn": the owner is no office
    place = next(iter(normal(words, reader.lexicon, phrase.core, first).places), None)
    return Mention(
        span=reader.span(start, end),
        first=start,
        end=end,
        form="name",
        kind="person",
        name=nominative(reader, first, end, end - 1),
        words=normal(words, reader.lexicon, whole.core, end).words,
        nouns=office.nouns,
        role=None if owned else _role(reader, phrase.core, first),
        side=reader.side(phrase.core, first) if office.nouns else None,
        place=place,
        number="singular",
        gender=office.gender or given_gender(words, reader.lexicon, first, end),
        opening=phrase.opening,
        parts=name_parts(words, first, end),
        oblique=case(words, end - 1) not in {"", "Nom"},
        owner=(phrase.core, first) if first > phrase.core else None,
    )


def name_parts(words: Words, first: int, end: int) -> tuple[str, ...]:
    """The words of a name, folded; "Venn-Hask" is one. Where names have cases, their dictionary forms."""
    parts: list[str] = []
    for at in range(first, end):
        part = words.lemmas[at] if case(words, at) else words.texts[at]
        if at > first and parts and words.tokens[at - 1].end == words.tokens[at].start:
            parts[-1] += part
        elif part:
            parts.append(part)
    return tuple(parts)


def given_gender(words: Words, lexicon: Lexicon, first: int, end: int) -> Gender | None:
    """What the grammar or the given name tells of the gender; None if neither does."""
    marked = {told for at in range(first, end) if (told := gender(words, at))}
    if marked:
        return marked.pop() if len(marked) == 1 else None  # an analyzer that knows only half of the name may err on either
    return lexicon.given.folded(words.texts[first]) if end - first > 1 else None


def _name_in(reader: Reader, start: int, end: int, *, introduced: bool = False) -> tuple[int, int, Office] | None:
    """First and last token of the name that ends the tokens ``start`` to ``end``, with the office before it."""
    words, lexicon = reader.words, reader.lexicon
    last = words.tokens[end - 1]
    labelled = last.entity == "PERSON"
    second_half = labelled and end - 2 > start and words.tokens[end - 2].text in HYPHENS  # "Kim Jong-un"
    if last.pos not in {"PROPN", "NOUN", "ADJ"} or not (last.text[:1].isupper() or second_half):
        return None
    if last.entity in {"ORG", "FAC"} and "Animacy=Inan" in last.feats:
        return None  # what an office leads: "the head of *MWA*"
    office = _office(words, lexicon, start, end)
    first = max(office.end, start)
    first = _after_places(reader, first, end)
    run = _capitals(words, first, end)
    if run is None or end - run > LONGEST_NAME:
        return None
    label = _label_start(words, run, end) if labelled else run
    others = {t.entity for t in words.tokens[run:label]} - {"", "PERSON"}
    if others or (office.end <= start and not (run == start and end - label == 1)):
        run = (
            label  # the analyzer's label says where the name begins, but a label on the last word alone left the given name out
        )
    if not office.courtesy and _listed(reader, run, end):
        return None
    if office.end > start or office.titled:
        return (run, end, office) if labelled or run in {first, office.end} else None
    if labelled:
        return run, end, office
    if end - run > 1 and lexicon.given.folded(words.texts[run]) and (last.entity not in {"ORG", "FAC"} or end - run == FULL):
        return run, end, office
    if introduced and end - run > 1 and run == start:
        return run, end, office
    if words.tokens[run].feats and gender(words, run) and end - run > 1:
        return run, end, office
    return None


def _beyond_office(reader: Reader, phrase: Phrase, stop: int) -> tuple[tuple[int, int, Office], Phrase] | None:
    """A name behind an office with a complement: "Minister of Tidal Affairs Orla Venn", "envoy to Velm Orla Venn"."""
    words, lexicon = reader.words, reader.lexicon
    office = _office(words, lexicon, phrase.body, phrase.end + 1)
    if not office.nouns or phrase.end >= stop:
        return None
    quoted = _past_quotation(words, phrase.end, stop)
    if quoted is None and (office.end != phrase.end or lexicon.prepositions.folded(words.texts[phrase.end]) is None):
        return None
    following = noun_phrase(words, lexicon, quoted or phrase.end + 1, stop)
    if quoted is not None:
        whole = following and _name_in(reader, following.body, following.end)
        return ((whole[0], whole[1], office), following) if whole and following and whole[0] == following.core else None
    if following is None or following.opening == "indefinite":
        return None
    begin = None
    for at in range(following.core + 1, following.end):
        token = words.tokens[at]
        labelled = token.entity == "PERSON" and (token.entity_start or words.tokens[at - 1].entity != "PERSON")
        given = begin is None and at + 1 < following.end and lexicon.given.folded(words.texts[at]) is not None
        if labelled or given:
            begin = at
    place = lexicon.places.at(words, following.core, following.end)
    if place and place[1] < following.end:
        begin = place[1]
    if begin is None or _capitals(words, begin, following.end) != begin or _listed(reader, begin, following.end):
        return None
    return (begin, following.end, office), following


def _past_quotation(words: Words, at: int, stop: int) -> int | None:
    """The first token behind a name in quotation marks at ``at`` ("owner of the company *«Tarn Bus»* Orla Venn")."""
    if at >= stop or words.tokens[at].text not in OPENING:
        return None
    close = next((i for i in range(at + 1, min(stop, at + LONGEST_NAME + 2)) if words.tokens[i].text in CLOSING), None)
    return close + 1 if close is not None and close + 1 < stop else None


def _office(words: Words, lexicon: Lexicon, start: int, end: int) -> Office:
    """The last title or office that ends before token ``end - 1`` does."""
    at, last, nouns = start, start, []
    told: Gender | None = None
    courtesy = titled = False
    while at < end - 1:
        title = lexicon.titles.at(words, at, end - 1)
        noun = lexicon.nouns.at(words, at, end - 1)
        if noun and noun[0].names not in {"person", "unnamed"}:
            noun = None
        furthest = max(title[1] if title else at, noun[1] if noun else at)
        if furthest == at:
            at += 1
            continue
        if title and title[1] == furthest:
            told = told or title[0].gender
            courtesy, titled = title[0].category == "courtesy", True
        if noun:
            nouns.append(noun[0])
            told = told or noun[0].gender
        if furthest < end - 1 and words.tokens[furthest].text == ".":
            furthest += 1
        at = last = furthest
    return Office(last, tuple(nouns), told, courtesy, titled)


def _role(reader: Reader, start: int, first: int) -> str | None:
    """The words before the name, courtesy titles left out; None if only such stand there or no noun does."""
    at = _agreeing(reader.words, start, first)
    while at < first:
        title = reader.lexicon.titles.at(reader.words, at, first)
        if not title or title[0].category != "courtesy":
            break
        at = title[1]
        if at < first and reader.words.tokens[at].text == ".":
            at += 1
    if at >= first or not any(t.pos in {"NOUN", "PROPN"} for t in reader.words.tokens[at:first]):
        return None
    return reader.wording(at, first).rstrip(",- ") or None


def _owns(words: Words, core: int, first: int, end: int) -> bool:
    """Whether the name is in the genitive behind a noun in a case that can be no other: whose the noun is."""
    head = next((i for i in range(core, first) if words.tokens[i].pos == "NOUN"), None)
    if head is None or case(words, head) in {"", "Gen", "Acc"}:
        return False
    return all(case(words, i) == "Gen" for i in range(first, end) if case(words, i))


def _agreeing(words: Words, start: int, first: int) -> int:
    """Where the office begins that stands in the name's case: in "the words of minister Venn" not at "words"."""
    named = case(words, first)
    if not named:
        return start
    nouns = [i for i in range(start, first) if words.tokens[i].pos == "NOUN"]
    if not nouns or case(words, nouns[0]) == named or {case(words, nouns[0]), named} == {"Acc", "Gen"}:
        return start  # of men, both look alike
    return next((i for i in nouns if case(words, i) == named), first)


def _after_places(reader: Reader, first: int, end: int) -> int:
    """Past a state's, outlet's or seat's name that stands before the person's: "Reuters' Orla Venn"."""
    words, lexicon = reader.words, reader.lexicon
    while first < end - 1:
        known = lexicon.outlets.at(words, first, end - 1) or lexicon.seats.at(words, first, end - 1)
        place = lexicon.places.at(words, first, end - 1)
        if place and (place[0].form != "adjective" or words.tokens[first].pos == "PROPN") and not known:
            if words.tokens[first].entity == "PERSON":
                break  # "Jordan Venn"
            first = place[1]
        elif place and not known:
            first = place[1]
        elif known and words.tokens[first].entity != "PERSON":
            first = known[1]
        else:
            break
    return first


def _capitals(words: Words, first: int, end: int) -> int | None:
    """Where the unbroken run of capitalised words begins that ends at ``end``; particles inside a label count."""
    at = end
    while at > first:
        token = words.tokens[at - 1]
        joined = token.text in {"-", "–", "‑", ".", "'", "’"}
        particle = token.entity == "PERSON" and not token.entity_start and token.pos in {"PROPN", "ADP", "DET", "X"}
        second_half = token.entity == "PERSON" and at - 2 > first and words.tokens[at - 2].text in HYPHENS
        capital = token.text[:1].isupper() and token.pos in {"PROPN", "NOUN", "ADJ", "X"}
        if not (capital or joined or particle or second_half):
            break
        at -= 1
    while at < end and not words.tokens[at].text[:1].isalpha():
        at += 1
    return at if at < end else None


def _label_start(words: Words, first: int, end: int) -> int:
    at = end - 1
    while at > first and words.tokens[at - 1].entity == "PERSON" and not words.tokens[at].entity_start:
        at -= 1
    return at


def _listed(reader: Reader, first: int, end: int) -> bool:
    """Whether the run is the name of a place, seat, outlet or institution."""
    words, lexicon = reader.words, reader.lexicon
    for listed in (lexicon.places, lexicon.seats, lexicon.outlets, lexicon.institutions):
        found = listed.at(words, first, end)
        if found and found[1] == end:
            return True
    noun = lexicon.nouns.ending(words, first, end)
    if noun and (noun[0].names != "person" or noun[1] == first):
        return words.tokens[end - 1].entity != "PERSON"
    return False
