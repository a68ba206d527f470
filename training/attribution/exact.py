"""Exact-span scores by role, as sequence taggers are scored on PolNeAR (CofeNet, 2022).

A span is a run of words of one role and one attribution; it is right if a gold span has the same role and the same
first and last word. Nothing is asked about links. Words are ours, not PolNeAR's own tokens, so figures stand beside
published ones but do not match them to the decimal.
"""

import collections
import random
from collections.abc import Sequence
from typing import Any

from counterclaim.models.tagger.lattice import ROLES, Floats, Settings
from counterclaim.models.tagger.tagger import Scores, decode
from training.attribution.gold import Article


def exact_spans(
    articles: Sequence[Article],
    scores: Sequence[Sequence[Scores]],
    distance: Floats,
    settings: Settings,
    draws: int = 1000,
    seed: int = 13,
) -> dict[str, dict[str, Any]]:
    """Precision, recall, F1 (0 to 1) and the F1's 95% bootstrap interval over articles, by role and for all."""
    counts = [_count(article, own, distance, settings) for article, own in zip(articles, scores, strict=True)]
    rng = random.Random(seed)
    samples = [[rng.randrange(len(counts)) for _ in counts] for _ in range(draws)]
    found: dict[str, dict[str, Any]] = {}
    for role in (*ROLES, "all"):
        own = [one[role] for one in counts]
        f1s = sorted(_prf([own[index] for index in sample])[2] for sample in samples)
        p, r, f1 = _prf(own)
        interval = [f1s[int(0.025 * draws)], f1s[int(0.975 * draws)]] if draws else []
        found[role] = {"p": p, "r": r, "f1": f1, "ci95": interval, "gold": sum(one[1] for one in own)}
    return found


def _prf(counts: Sequence[tuple[int, int, int]]) -> tuple[float, float, float]:
    right, gold, claimed = (sum(column) for column in zip(*counts, strict=True))
    p, r = right / max(1, claimed), right / max(1, gold)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def _count(article: Article, scores: Sequence[Scores], distance: Floats, settings: Settings) -> dict[str, tuple[int, int, int]]:
    gold: dict[str, set[tuple[int, int, int]]] = collections.defaultdict(set)
    claimed: dict[str, set[tuple[int, int, int]]] = collections.defaultdict(set)
    for number, (row, target, own) in enumerate(zip(article.rows, article.targets, scores, strict=True)):
        for found in decode(row, own, distance, settings):
            for key in (ROLES[found.role], "all"):
                claimed[key].add((number, found.role * 10000 + found.first, found.last))
        start = None
        for word, tag in enumerate((*target.tags, 0)):
            if start is not None and (not tag or tag % 2):
                role = (target.tags[start] - 1) // 2
                for key in (ROLES[role], "all"):
                    gold[key].add((number, role * 10000 + start, word))
                start = None
            if tag % 2:
                start = word
    return {key: (len(gold[key] & claimed[key]), len(gold[key]), len(claimed[key])) for key in (*ROLES, "all")}
