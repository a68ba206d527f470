"""The people whom a text names: runs of name words, joined to one person each across the document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from counterclaim.persons.words import LONGEST, PersonWords
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token

LONGEST_NAME = 6
"""Tokens of a name, hyphens counted ("Carl Johan af Venn-Hask")."""
JOINTS = frozenset("-–‑.'’")
_INTRODUCING = frozenset({"prisoner", "minor", "minor_age", "age", "witness"})
SHORTEST_STEM = 3
"""Letters of a name that must be left when an ending is taken off."""


@dataclass(frozen=True)
class Named:
    """A place where somebody is named: first token, one past the last."""

    first: int
    end: int
    words: tuple[str, ...]


@dataclass(eq=False)
class Person:
    """Somebody whom the text names, at all places.

    Attributes:
        words: The words of the fullest name, as written there.
        places: Where they are named, in text order.
    """

    words: tuple[str, ...]
    places: list[Named] = field(default_factory=list)


def stems(word: str, endings: tuple[str, ...]) -> frozenset[str]:
    """``word`` in lower case, whole and without each ending that leaves enough of it."""
    low = word.lower().replace("ё", "е")
    cut = {low[: -len(e)] for e in endings if low.endswith(e) and len(low) - len(e) >= SHORTEST_STEM}
    return frozenset({low, *cut})


def same_word(one: str, two: str, endings: tuple[str, ...]) -> bool:
    """Whether two words may be one name in different cases."""
    return bool(stems(one, endings) & stems(two, endings))


def people(text: str, parse: Parse, lists: PersonWords) -> tuple[Person, ...]:
    """Everybody whom the article names, in order of first mention; a place that may be either of two people is nobody's."""
    named = list(_runs(text, parse, lists))
    persons: list[Person] = []
    for place in sorted(named, key=lambda n: -len(n.words)):
        if len(place.words) > 1:
            same = [p for p in persons if _same_person(place.words, p.words, lists.endings)]
            if not same:
                persons.append(Person(words=place.words))
                same = persons[-1:]
            same[0].places.append(place)
    for place in (n for n in named if len(n.words) == 1):
        same = [p for p in persons if any(same_word(place.words[0], w, lists.endings) for w in p.words)]
        by_last = [p for p in same if same_word(place.words[0], p.words[-1], lists.endings)]
        if not same:
            persons.append(Person(words=place.words))
            same = persons[-1:]
        if len(same) == 1 or len(by_last) == 1:
            (by_last if len(by_last) == 1 else same)[0].places.append(place)
    for person in persons:
        person.places.sort(key=lambda n: n.first)
    return tuple(sorted((p for p in persons if p.places), key=lambda p: p.places[0].first))


def by_one_word(person: Person, everybody: tuple[Person, ...], parse: Parse, endings: tuple[str, ...]) -> Iterator[Named]:
    """Places where one capitalised word of the person's name stands alone, which no analyzer took for a name.

    A word that is also in somebody else's name stands for nobody.
    """
    others = [w for p in everybody if p is not person for w in p.words]
    own = [w for w in person.words if len(w) >= SHORTEST_STEM and not any(same_word(w, o, endings) for o in others)]
    known = {i for p in everybody for n in p.places for i in range(n.first, n.end)}
    for at, token in enumerate(parse.tokens):
        if at not in known and token.text[:1].isupper() and any(same_word(token.text, w, endings) for w in own):
            beside = parse.tokens[max(0, at - 1) : at] + parse.tokens[at + 1 : at + 2]
            if not any(t.entity and t.entity == token.entity and t.text[:1].isupper() for t in beside):
                yield Named(first=at, end=at + 1, words=(token.text,))


def span(place: Named, tokens: tuple[Token, ...]) -> Span:
    """The characters of the name."""
    return Span(tokens[place.first].start, tokens[place.end - 1].end)


def _runs(text: str, parse: Parse, lists: PersonWords) -> Iterator[Named]:
    tokens = parse.tokens
    taken: set[int] = set()
    for labelled in _labelled(tokens):
        first, end = _widened(parse, lists, *labelled)
        first = _past_titles(tokens, first, end, lists)
        while (end > first and not tokens[end - 1].text[0].isalnum()) or (end > first and tokens[end - 1].text in {"'s", "’s"}):
            end -= 1
        words = _words(tokens[first:end])
        if words and _is_name(tokens[first:end], words, lists):
            taken.update(range(first, end))
            yield Named(first=first, end=end, words=words)
    for first, end in (*_before_an_age(tokens), *_behind_a_phrase(text, parse, lists)):
        words = _words(tokens[first:end])
        if taken.isdisjoint(range(first, end)) and _is_name(tokens[first:end], words, lists):
            taken.update(range(first, end))
            yield Named(first=first, end=end, words=words)


def _past_titles(tokens: tuple[Token, ...], first: int, end: int, lists: PersonWords) -> int:
    """Past the titles that stand before a name, and past what the analyzer took for its first word ("Nine-year-old Mira")."""
    while first < end - 1:
        word = tokens[first].text
        if not (lists.is_title(word) or any(len(m.span) == len(word) for m in lists.before.find(word))):
            break
        first += 2 if tokens[first + 1].text == "." and first + 2 < end else 1
    return first


def _behind_a_phrase(text: str, parse: Parse, lists: PersonWords) -> Iterator[tuple[int, int]]:
    """Two to four names without a label behind words that introduce a person ("prisoner of war Sergeant Jan Toll")."""
    tokens = parse.tokens
    for sentence in (one for one in parse.sentences if len(one) <= LONGEST):
        for match in lists.before.find(text, sentence.start, sentence.end):
            if match.entry.category not in _INTRODUCING:
                continue
            at = parse.indices(Span(match.span.end, sentence.end))
            first = _past_titles(tokens, at.start, at.stop, lists) if len(at) else at.start
            end = first
            while end < at.stop and end - first < 4 and tokens[end].pos == "PROPN" and tokens[end].entity == "":
                end += 1
            if end - first > 1:
                yield first, end


def _labelled(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Runs that the analyzer takes for a person's name."""
    at = 0
    while at < len(tokens):
        if tokens[at].entity != "PERSON":
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].entity == "PERSON" and not tokens[end].entity_start:
            end += 1
        yield at, end
        at = end


def _widened(parse: Parse, lists: PersonWords, first: int, end: int) -> tuple[int, int]:
    """A label of one word with the capitalised word beside it that no list and no analyzer knows ("Mira" before "Dohl")."""
    tokens = parse.tokens
    if end - first != 1:
        return first, end
    openings = {parse.indices(s).start for s in (parse.sentence_at(tokens[first].start),) if s}
    before, behind = first - 1, end
    if before >= 0 and before not in openings and _may_be_name(tokens[before], lists):
        return before, end
    if behind < len(tokens) and behind not in openings and _may_be_name(tokens[behind], lists):
        return first, behind + 1
    return first, end


def _may_be_name(token: Token, lists: PersonWords) -> bool:
    written = token.text[:1].isupper() and token.text[1:].islower() and token.pos in {"PROPN", "NOUN", "X"}
    told = lists.is_other_name(token.text) or lists.is_title(token.text) or lists.role((token,)) is not None
    return written and token.entity in {"", "ORG"} and not told


def _before_an_age(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Two to four capitalised words before a comma, a number of at most two digits and a comma: people are introduced so."""
    for at in range(2, len(tokens) - 2):
        ages = tokens[at].text == "," and tokens[at + 1].text.isdecimal() and len(tokens[at + 1].text) <= 2
        if not ages or tokens[at + 2].text != ",":
            continue
        first = at
        while first > 0 and at - first < 4 and tokens[first - 1].text[:1].isupper() and tokens[first - 1].text.isalpha():
            first -= 1
        if at - first > 1 and all(t.entity in {"", "ORG", "GPE"} for t in tokens[first:at]):
            yield first, at


def _words(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The words of a name; "Venn-Hask" is one."""
    words: list[str] = []
    end = -1
    for token in tokens:
        if words and token.start == end:
            words[-1] += token.text
        elif token.text[:1].isalnum():
            words.append(token.text)
        end = token.end
    return tuple(words)


def _is_name(tokens: tuple[Token, ...], words: tuple[str, ...], lists: PersonWords) -> bool:
    if not words or len(tokens) > LONGEST_NAME or not words[0][:1].isupper() or not words[-1][:1].isupper():
        return False
    if not all(t.text.replace(".", "").isalpha() or t.text in JOINTS for t in tokens):
        return False
    if len(words) == 1 and (
        len(words[0]) < SHORTEST_STEM or words[0].isupper() or tokens[0].pos not in {"PROPN", "NOUN", "ADJ"}
    ):
        return False
    lemmas = " ".join(t.lemma for t in tokens)
    return not (lists.is_other_name(" ".join(words)) or lists.is_other_name(lemmas) or lists.is_other_name(words[-1]))


def _same_person(one: tuple[str, ...], two: tuple[str, ...], endings: tuple[str, ...]) -> bool:
    """Whether all words of the shorter name stand in the longer one, or the first and last agree."""
    short, full = sorted((one, two), key=len)
    return all(any(same_word(w, other, endings) for other in full) for w in short)
