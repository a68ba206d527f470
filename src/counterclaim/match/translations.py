"""Translated text: candidates by names and numbers that all languages write alike, passages by vectors, copies by order.

Two outlets that report one event in two languages say much alike, so likeness of meaning alone proves nothing. A translation
keeps what honest accounts do not share: sentence after sentence in one order, with the same numbers, over most of the text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from counterclaim.match.account import Account, Sentence
from counterclaim.match.reuse import COMMON_SHINGLE, MIN_WORDS, Passage
from counterclaim.match.spelling import latin, skeleton
from counterclaim.match.vectors import Embedder, Vectors

ALIKE = 0.88
"""Cosine from which two sentences may be translations, if each is the other's likest: order decides, not likeness. Translated
sentences reach 0.87 to 0.95, and sentences on one event 0.86 to 0.90 (measured on invented sentences in three languages)."""

ENOUGH_CANDIDATES = 2
"""Sentences that must share names and numbers before two documents are looked at with vectors."""

ENOUGH_OF_IT = 0.25
"""Share of the shorter document's sentences that must share them."""

PARTNERS = 3
"""Documents that each is held against with vectors, the likest by shared names and numbers: vectors are dear."""

LEADING = 5
"""Letters of a name that inflection leaves alone."""

SHORTEST_NAME = 4
"""Letters of a capitalised word that counts as a name."""

MOST_ANCHORS = 8
"""Names and numbers of one sentence that are paired: a list of thirty towns is no better an anchor than eight of them."""

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,:]\d+)*(?!\w)")
_NAME = re.compile(r"(?<!\w)[^\W\d_][\w’'-]{3,}")

Pairs = dict[tuple[int, int], tuple[Passage, ...]]


def translated_passages(accounts: Sequence[Account], embedder: Embedder) -> Pairs:
    """For each pair of documents of two languages (by index, lower first) the sentences that say the same, in text order.

    Empty for a dossier of one language. Work grows with the number of rare pairs of anchors that sentences share.
    """
    if len({one.language for one in accounts}) < 2:
        return {}
    candidates = _likest(accounts, _candidates(accounts))
    rows = _vectors(accounts, {number for pair in candidates for number in pair}, embedder)
    found: Pairs = {}
    for a, b in candidates:
        kept = tuple(_aligned(accounts[a], accounts[b], rows[a] @ rows[b].T))
        if kept:
            found[a, b] = kept
    return found


def _aligned(one: Account, two: Account, likeness: Vectors) -> Iterator[Passage]:
    """Sentences that are each other's likest, alike enough, with the same numbers; in text order."""
    for i, here in enumerate(_long(one)):
        j = int(likeness[i].argmax())
        there = _long(two)[j]
        mutual = int(likeness[:, j].argmax()) == i
        if mutual and likeness[i, j] >= ALIKE and _numbers(one, here) == _numbers(two, there):
            yield Passage(here=here, there=there, similarity=float(likeness[i, j]), translated=True)


def _long(one: Account) -> list[Sentence]:
    return [s for s in one.sentences if len(s.words) >= MIN_WORDS]


def in_order(passages: Sequence[Passage]) -> int:
    """How many of the passages, at most, follow one another in both documents; those mostly in quotation marks left out."""
    places = [p.there.span.start for p in sorted(passages, key=lambda p: p.here.span) if p.proves_copying]
    longest: list[int] = []
    for at, place in enumerate(places):
        longest.append(1 + max((longest[n] for n in range(at) if places[n] < place), default=0))
    return max(longest, default=0)


def _likest(accounts: Sequence[Account], candidates: Mapping[tuple[int, int], set[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The pairs that share enough, each among the likest few of both documents."""
    shared = {(a, b): _distinct(pairs) for (a, b), pairs in candidates.items()}
    enough = [
        (a, b)
        for (a, b), count in shared.items()
        if count >= max(ENOUGH_CANDIDATES, ENOUGH_OF_IT * min(len(_long(accounts[a])), len(_long(accounts[b]))))
    ]
    partners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in sorted(enough, key=lambda p: (-shared[p], p)):
        for number in pair:
            partners[number].append(pair)
    kept = {number: set(pairs[:PARTNERS]) for number, pairs in partners.items()}
    return sorted(pair for pair in enough if pair in kept[pair[0]] and pair in kept[pair[1]])


def _distinct(pairs: set[tuple[int, int]]) -> int:
    return min(len({i for i, _ in pairs}), len({j for _, j in pairs}))


def _anchors(text: str, sentence: Sentence, language: str) -> list[str]:
    """What all languages write alike in a sentence: its numbers, and its names by the letters that inflection leaves."""
    words = sentence.span.words(text)
    names = {
        skeleton(latin(m.group(), language))[:LEADING]
        for m in _NAME.finditer(words)
        if m.group()[0].isupper() and len(m.group()) >= SHORTEST_NAME
    }
    return sorted({*names, *_NUMBER.findall(words)})[:MOST_ANCHORS]


def _candidates(accounts: Sequence[Account]) -> Mapping[tuple[int, int], set[tuple[int, int]]]:
    """Pairs of sentences of documents of two languages that share two anchors which few sentences share."""
    index: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(accounts):
        for at, sentence in enumerate(one.sentences):
            if len(sentence.words) >= MIN_WORDS:
                for pair in combinations(_anchors(one.text, sentence, one.language), 2):
                    index[pair].append((number, at))
    found: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for places in index.values():
        if len(places) <= COMMON_SHINGLE:
            for (a, i), (b, j) in combinations(places, 2):
                if accounts[a].language != accounts[b].language:
                    found[a, b].add((i, j))
    return found


def _vectors(accounts: Sequence[Account], numbers: Iterable[int], embedder: Embedder) -> dict[int, Vectors]:
    """The vectors of the sentences of each of the accounts, a row each."""
    found: dict[int, Vectors] = {}
    words = {number: [s.span.words(accounts[number].text) for s in _long(accounts[number])] for number in sorted(numbers)}
    rows = embedder.embed([text for texts in words.values() for text in texts])
    at = 0
    for number, texts in words.items():
        found[number] = rows[at : at + len(texts)]
        at += len(texts)
    return found


def _numbers(one: Account, sentence: Sentence) -> frozenset[str]:
    return frozenset(_NUMBER.findall(sentence.span.words(one.text)))
