"""Search of the decoder's settings on dev, one setting after another, for the scorer's `full` F1.

python -m training.attribution.tune --gold dev.jsonl --scorer score.py --encoder DIR --weights average.pt
"""

import argparse
import collections
import random
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from counterclaim.models.tagger.lattice import Floats, Settings
from counterclaim.models.tagger.tagger import Scores
from counterclaim.models.tagger.words import open_tokenizer
from training.attribution.evaluate import load_network, load_scorer, predictions, scores_of
from training.attribution.gold import Article, read_articles

STEPS: dict[str, Sequence[float]] = {
    "enter.0": (-1.0, -0.5, -0.25, 0.25, 0.5, 1.0),
    "enter.1": (-1.0, -0.5, -0.25, 0.25, 0.5, 1.0),
    "enter.2": (-1.0, -0.5, -0.25, 0.25, 0.5, 1.0),
    "outside.0": (-0.5, -0.25, 0.25, 0.5),
    "outside.1": (-0.5, -0.25, 0.25, 0.5),
    "chance": (-2.0, 2.0),
    "pointer": (-0.5, -0.25, 0.25, 0.5),
    "broken": (0.5, 1.0, 2.0, -0.5, -1.0),
}
"""What is added to each setting in turn."""


def changed(settings: Settings, name: str, by: float) -> Settings:
    """`settings` with one number, `name` or `name.index`, raised by `by`."""
    key, _, index = name.partition(".")
    value: Any = getattr(settings, key)
    if index:
        parts = list(value)
        parts[int(index)] += by
        value = tuple(parts)
    else:
        value += by
    return msgspec.structs.replace(settings, **{key: value})


def tune(
    scorer: ModuleType,
    articles: Sequence[Article],
    scores: Sequence[Sequence[Scores]],
    distance: Floats,
    settings: Settings,
    rounds: int = 2,
    seed: int = 13,
) -> tuple[Settings, float]:
    """The best settings found and their `full` F1; a change must gain 0.0005 to be kept, lest noise be fitted."""

    def measure(candidate: Settings) -> float:
        counts: collections.Counter[Any] = collections.Counter()
        found = predictions(articles, scores, distance, candidate)
        for article in articles:
            record = article.record
            counts.update(scorer.score_document(record["text"], record["attributions"], found[record["doc_id"]]))
        return float(scorer.prf(counts, "full")["f1"])

    rng = random.Random(seed)
    best = measure(settings)
    print(f"{best:.4f} at the start", flush=True)
    for _ in range(rounds):
        names = list(STEPS)
        rng.shuffle(names)
        before = best
        for name in names:
            for by in STEPS[name]:
                candidate = changed(settings, name, by)
                value = measure(candidate)
                if value > best + 0.0005:
                    best, settings = value, candidate
                    print(f"{best:.4f} {msgspec.json.encode(settings).decode()}", flush=True)
        if best == before:
            break
    return settings, best


def main() -> None:
    """Parse the command line, search, print the settings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--settings", default="{}")
    args = parser.parse_args()
    scorer = load_scorer(args.scorer)
    articles = read_articles(args.gold, open_tokenizer((args.encoder / "tokenizer.json").read_bytes()))
    network = load_network(args.weights)
    scores = [scores_of(network, article.rows) for article in articles]
    distance = network.distance.detach().double().numpy()
    settings, _ = tune(scorer, articles, scores, distance, msgspec.json.decode(args.settings, type=Settings))
    print(msgspec.json.encode(settings).decode())


if __name__ == "__main__":
    main()
