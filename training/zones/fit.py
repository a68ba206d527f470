"""Fits the two steps of the line classifier and writes them as plain arrays."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from counterclaim.clean.forest import Forest, Trees
from counterclaim.clean.prose import Weights, second_look
from training.zones.pages import Sample, fold_of

INNER = 3
"""Folds by which the first step's answers are made for the second step's training."""
VARIANT_WEIGHT = {"raw": 1.0, "flat": 0.5, "article": 0.25, "article flat": 0.25, "article with inside": 0.25}


def fit(samples: Sequence[Sample], seed: int = 0) -> Weights:
    """Both steps, the second on what the first says of pages it was not trained on."""
    chances: dict[int, Any] = {}
    for fold in range(INNER):
        held = [i for i, s in enumerate(samples) if fold_of("inner " + s.site, INNER) == fold]
        step = _trees([s for i, s in enumerate(samples) if i not in set(held)], [], seed)
        runner = Trees(step)
        chances |= {i: runner.chances(samples[i].table) for i in held}
    first = _trees(samples, [], seed)
    second = _trees(samples, [second_look(s.table, chances[i], s.size) for i, s in enumerate(samples)], seed)
    return Weights(columns=samples[0].table.shape[1], first=first, second=second)


def _trees(samples: Sequence[Sample], tables: Sequence[Any], seed: int) -> Forest:
    table = np.concatenate(list(tables) or [s.table for s in samples])
    body = np.concatenate([s.body for s in samples])
    weight = np.concatenate([_weight(s) for s in samples])
    model = HistGradientBoostingClassifier(
        max_iter=120,
        learning_rate=0.07,
        max_leaf_nodes=10,
        min_samples_leaf=40,
        l2_regularization=5,
        max_features=0.3,
        random_state=seed,
    )
    model.fit(table, body, sample_weight=weight / weight.mean())
    return _forest(model)


def _weight(sample: Sample) -> Any:
    """A line counts by the root of its length, a page by less than its length: micro and macro both matter."""
    page = (20000 / (sample.size.sum() + 3000)) ** 0.5
    return np.sqrt(sample.size + 5) * page * VARIANT_WEIGHT[sample.variant]


def _forest(model: HistGradientBoostingClassifier) -> Forest:
    """The trees of a fitted model as arrays; thresholds rounded to what a JSON reader gives back."""
    lists: dict[str, list[Any]] = {name: [] for name in ("roots", "feature", "threshold", "left", "right", "value")}
    depth = 0
    for (predictor,) in model._predictors:
        offset = len(lists["feature"])
        lists["roots"].append(offset)
        for i, node in enumerate(predictor.nodes):
            leaf = bool(node["is_leaf"])
            depth = max(depth, int(node["depth"]))
            lists["feature"].append(-1 if leaf else int(node["feature_idx"]))
            lists["threshold"].append(0.0 if leaf else float(node["num_threshold"]))
            lists["left"].append(offset + (i if leaf else int(node["left"])))
            lists["right"].append(offset + (i if leaf else int(node["right"])))
            lists["value"].append(round(float(node["value"]), 5) if leaf else 0.0)
    return Forest(bias=float(np.ravel(model._baseline_prediction)[0]), depth=depth, **lists)
