"""Trains the line classifier, or measures it by cross-validation over sites.

    python -m training.zones.run --data FOLDER                 # writes src/counterclaim/models/zones.json
    python -m training.zones.run --data FOLDER --folds 6       # and prints how well it does on sites it has not seen

``FOLDER`` holds ``docs.jsonl`` and ``gold.jsonl`` of the furniture bench's public half. Needs scikit-learn beside the
program's own requirements; two runs give the same file.
"""

import argparse
import hashlib
import re
from collections.abc import Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path

import msgspec
import numpy as np
from threadpoolctl import threadpool_limits

from counterclaim.clean.forest import Trees
from counterclaim.clean.marks import Marks
from counterclaim.clean.prose import Weights, raised, second_look
from counterclaim.lexicon.load import entries
from counterclaim.lexicon.phrases import PhraseEntry
from training.zones.fit import fit
from training.zones.pages import Sample, fold_of, samples

MODELS = Path(__file__).parents[2] / "src" / "counterclaim" / "models"


def main() -> None:
    """Command line: see the module."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--folds", type=int, default=0, help="cross-validate over this many groups of sites")
    options = arguments.parse_args()
    pages = list(samples(options.data, Marks(entries("en", "furniture", PhraseEntry))))
    if options.folds:
        with Pool(2) as pool:
            held = pool.map(partial(unseen, pages, options.folds), range(options.folds))
        tell("sites not seen in training", pages, {k: v for part in held for k, v in part.items()})
    with threadpool_limits(1):  # several threads add up in changing order, and trees come out a little otherwise
        weights = fit(pages)
    install(msgspec.json.encode(weights))
    tell("all pages, trained on all", pages, answers(weights, pages))


def install(data: bytes) -> None:
    """Writes the model into the package, and its digest into the manifest."""
    (MODELS / "zones.json").write_bytes(data)
    manifest = MODELS / "manifest.toml"
    digest = hashlib.sha256(data).hexdigest()
    named = re.compile(r'(file = "zones.json"\nsha256 = ")[0-9a-f]*"')
    manifest.write_text(named.sub(rf'\g<1>{digest}"', manifest.read_text(encoding="utf-8")), encoding="utf-8")


def unseen(pages: Sequence[Sample], folds: int, fold: int) -> dict[tuple[str, str], np.ndarray]:
    """What a model trained without the sites of one fold says of their pages."""
    weights = fit([p for p in pages if fold_of(p.site, folds) != fold])
    return answers(weights, [p for p in pages if fold_of(p.site, folds) == fold])


def answers(weights: Weights, pages: Sequence[Sample]) -> dict[tuple[str, str], np.ndarray]:
    """The chances of every line by page and variant."""
    first, second = Trees(weights.first), Trees(weights.second)
    return {
        (p.page, p.variant): raised(second.chances(second_look(p.table, first.chances(p.table), p.size)), p.size) for p in pages
    }


def tell(name: str, pages: Sequence[Sample], said: dict[tuple[str, str], np.ndarray]) -> None:
    """Prints precision, recall and F1 by characters of whole lines, over all characters and as the mean of pages."""
    print(name)
    for variant in dict.fromkeys(p.variant for p in pages):
        counts = []
        for page in pages:
            if page.variant == variant and page.body.any():
                kept = said[page.page, variant] > 0.5
                counts.append([page.size[m].sum() for m in (kept & page.body, kept & ~page.body, ~kept & page.body)])
        table = np.array(counts)
        micro = _f1(*table.sum(axis=0))
        macro = np.mean([_f1(*row) for row in table], axis=0)
        print(f"  {variant:<22}" + " ".join(f"{100 * v:5.1f}" for v in (*micro, *macro)) + "   (micro P R F1, macro P R F1)")


def _f1(right: float, wrong: float, missed: float) -> tuple[float, float, float]:
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


if __name__ == "__main__":
    main()
