"""From the network's scores to spans: first the cues, then sources and contents by the cue they belong to."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from counterclaim.models.tagger.lattice import CONTENT, CUE, Floats, Settings, find_cues, group

FAINT = 0.002
"""Cues less probable than this are not listed as candidates of a span."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A span of words of a row.

    Attributes:
        role: 0 source, 1 cue, 2 content.
        first: Index of the first word.
        last: Index after the last word.
        score: Geometric mean of the probabilities of its words' role, 0 to 1.
        heads: For a source or content that belongs to a cue of the row: indexes of first words of cues with the
            probability (0 to 1) that it belongs to each; the best path's cue first, then by falling probability. Empty
            for a cue, and where the best path gives the span to none.
    """

    role: int
    first: int
    last: int
    score: float
    heads: tuple[tuple[int, float], ...] = ()


def point(queries: Floats, keys: Floats, heads: list[int], distance: Floats) -> Floats:
    """Probability that each word, as source and as content, belongs to each cue.

    Args:
        queries: Words x (n + 1); the last column scores "no cue in this paragraph".
        keys: Words x (n + 1); the last column is added to every query's score.
        heads: Index of the first word of each cue.
        distance: 2 x (2 * reach + 1), what a distance in words (cue minus word, cut at reach) adds, for sources and
            for contents.

    Returns:
        2 x words x cues; the rest to 1 is the probability of none.
    """
    reach = distance.shape[1] // 2
    size = queries.shape[1] - 1
    scores = queries[:, :size] @ keys[heads, :size].T * size**-0.5 + keys[heads, size]
    steps = np.clip(np.asarray(heads)[None, :] - np.arange(len(queries))[:, None], -reach, reach) + reach
    both = scores[None] + distance[:, steps]
    none = np.broadcast_to(queries[None, :, size, None], (2, len(queries), 1))
    both = np.concatenate((both, none), axis=2)
    both = np.exp(both - both.max(axis=2, keepdims=True))
    shares: Floats = (both / both.sum(axis=2, keepdims=True))[:, :, :-1]
    return shares


def read_row(
    tags: Floats,
    queries: Floats,
    keys: Floats,
    quoted: NDArray[np.bool_],
    distance: Floats,
    settings: Settings,
) -> list[Found]:
    """The spans of one row, cues first, then sources and contents by position.

    Args:
        tags: Words x 7 logarithms of probabilities.
        queries: The words' queries; see `point`.
        keys: The words' keys.
        quoted: Whether each word stands inside quotation marks or is the closing mark.
        distance: See `point`.
        settings: The costs.
    """
    cues = find_cues(tags, settings)
    shares, paths = _link(tags, queries, keys, quoted, distance, settings, cues)
    more = _second_chance(tags, queries, keys, distance, settings, cues, paths)
    if more:
        cues = sorted(cues + more)
        shares, paths = _link(tags, queries, keys, quoted, distance, settings, cues)
    count = len(cues)
    found = [Found(role=CUE, first=first, last=last, score=_score(tags, CUE, first, last)) for first, last in cues]
    for role, owner, first, last in paths:
        heads: list[tuple[int, float]] = []
        if owner < count:
            weights = shares[role // 2, first:last].mean(0)
            order = sorted(range(count), key=lambda cue: (cue != owner, -weights[cue]))
            heads = [(cues[cue][0], float(weights[cue])) for cue in order if cue == owner or weights[cue] >= FAINT]
        score = _score(tags, role, first, last)
        found.append(Found(role=role, first=first, last=last, score=score, heads=tuple(heads)))
    return found


def _link(
    tags: Floats,
    queries: Floats,
    keys: Floats,
    quoted: NDArray[np.bool_],
    distance: Floats,
    settings: Settings,
    cues: list[tuple[int, int]],
) -> tuple[Floats, list[tuple[int, int, int, int]]]:
    """What `point` and `group` give for some cues."""
    if not cues:
        return np.zeros((2, len(tags), 0)), group(tags, np.zeros((2, len(tags), 1)), cues, quoted, settings)
    shares = point(queries, keys, [first for first, _ in cues], distance)
    rest = np.clip(1 - shares.sum(2, keepdims=True), 1e-6, 1)
    belongs = settings.pointer * np.log(np.concatenate((np.clip(shares, 1e-6, 1), rest), axis=2))
    return shares, group(tags, belongs, cues, quoted, settings)


def _second_chance(
    tags: Floats,
    queries: Floats,
    keys: Floats,
    distance: Floats,
    settings: Settings,
    cues: list[tuple[int, int]],
    paths: list[tuple[int, int, int, int]],
) -> list[tuple[int, int]]:
    """Cues that were too faint by themselves, but that a content without a cue points to."""
    alone = [(first, last) for role, owner, first, last in paths if role == CONTENT and owner == len(cues)]
    if not alone:
        return []
    taken = np.zeros(len(tags), dtype=bool)
    for first, last in (*cues, *((first, last) for role, _, first, last in paths if role == CONTENT)):
        taken[first:last] = True
    free = np.flatnonzero(~taken)
    if not len(free):
        return []
    shares = point(queries, keys, [int(word) for word in free], distance)[1]
    more: dict[int, int] = {}
    for first, last in alone:
        pointed = np.log(np.clip(shares[first:last].mean(0), 1e-6, 1))
        chances = tags[free, 3] + pointed
        best = int(chances.argmax())
        head = int(free[best])
        if chances[best] < settings.chance:
            continue
        end = head + 1
        while end < len(tags) and not taken[end] and tags[end].argmax() == 4:
            end += 1
        more[head] = end
    return sorted(more.items())


def _score(tags: Floats, role: int, first: int, last: int) -> float:
    return float(np.exp(np.logaddexp(tags[first:last, 1 + 2 * role], tags[first:last, 2 + 2 * role]).mean()))
