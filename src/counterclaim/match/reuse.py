"""Copied text: candidates by rare word triples, passages by aligning sentences word by word.

Quoting the same statement is not copying an account, so a sentence that is mostly quotation proves nothing by itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz.distance import LCSseq

from counterclaim.match.account import Account, Sentence

MIN_WORDS = 7
"""Shorter sentences repeat by chance ("He gave no details.")."""

MIN_SIMILARITY = 0.55
"""Two sentences with more than half of their words in the same order: chosen on the two public dossiers, where rewritten and
machine-translated copies reach 0.53 to 0.9 and unrelated accounts of one event stay below 0.5."""

MOSTLY_QUOTED = 0.7
"""From this share of quoted characters on a sentence counts as the statement quoted, not as the account."""

COMMON_SHINGLE = 64
"""A word triple that stands in more sentences than this is a formula; following it would make the search quadratic."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence here and its likeness there.

    Attributes:
        here: The sentence of the one document.
        there: The sentence of the other.
        similarity: Twice the words in common order over all words of both, 0..1; between languages the likeness of meaning.
        translated: Whether the two stand in different languages.
    """

    here: Sentence
    there: Sentence
    similarity: float
    translated: bool = False

    @property
    def proves_copying(self) -> bool:
        """Whether the likeness is more than that of a statement both quote."""
        return self.here.quoted < MOSTLY_QUOTED and self.there.quoted < MOSTLY_QUOTED


def shared_passages(accounts: Sequence[Account]) -> dict[tuple[int, int], tuple[Passage, ...]]:
    """For each pair of documents of one language (by index, lower first) the sentences they share, in text order.

    Each sentence of the first document is paired with its most similar one of the second, and stands in one pair at most.
    Work grows with the number of shared rare triples, not with the square of the dossier.
    """
    pairs: dict[tuple[int, int], list[Passage]] = defaultdict(list)
    for (a, b), candidates in _candidates(accounts).items():
        scored = []
        for i, j in candidates:
            here, there = accounts[a].sentences[i], accounts[b].sentences[j]
            similarity = _similarity(here.words, there.words)
            if similarity >= MIN_SIMILARITY:
                scored.append((similarity, i, j))
        used_here: set[int] = set()
        used_there: set[int] = set()
        for similarity, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
            if i in used_here or j in used_there:
                continue
            used_here.add(i)
            used_there.add(j)
            pairs[a, b].append(Passage(here=accounts[a].sentences[i], there=accounts[b].sentences[j], similarity=similarity))
    return {pair: tuple(sorted(found, key=lambda p: p.here.span)) for pair, found in pairs.items() if found}


def covered(passages: Sequence[Passage], whole: Account, *, here: bool) -> float:
    """The share of a document's own words (quotations aside) that the passages cover, 0..1."""
    own = sum(len(s.words) for s in whole.sentences if s.quoted < MOSTLY_QUOTED)
    shared = sum(len((p.here if here else p.there).words) * p.similarity for p in passages if p.proves_copying)
    return min(1.0, shared / own) if own else 0.0


def _similarity(one: tuple[str, ...], two: tuple[str, ...]) -> float:
    return 2 * LCSseq.similarity(one, two) / (len(one) + len(two))


def _shingles(sentence: Sentence) -> Iterator[tuple[str, ...]]:
    words = sentence.words
    return (words[i : i + 3] for i in range(len(words) - 2))


def _candidates(accounts: Sequence[Account]) -> dict[tuple[int, int], set[tuple[int, int]]]:
    """Pairs of sentences of different documents that share a word triple that is not a formula."""
    index: dict[tuple[str, tuple[str, ...]], list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(accounts):
        for at, sentence in enumerate(one.sentences):
            if len(sentence.words) >= MIN_WORDS:
                for shingle in set(_shingles(sentence)):
                    index[one.language, shingle].append((number, at))
    found: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for places in index.values():
        if len(places) > COMMON_SHINGLE:
            continue
        for x, (a, i) in enumerate(places):
            for b, j in places[x + 1 :]:
                if a != b:
                    found[a, b].add((i, j))
    return found
