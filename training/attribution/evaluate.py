"""Dev scores of a checkpoint, or of an exported model, with the corpus's own scorer.

python -m training.attribution.evaluate --gold dev.jsonl --scorer score.py --encoder DIR --weights average.pt
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import torch

from counterclaim.attribute.learned import SHARE, groups
from counterclaim.models.tagger.lattice import Floats, Settings
from counterclaim.models.tagger.tagger import Scores, Tagger, decode, pieces_of, split
from counterclaim.models.tagger.window import batches, pack
from counterclaim.models.tagger.words import Row, open_tokenizer
from training.attribution.gold import Article, read_articles
from training.attribution.network import Network


def load_scorer(path: Path) -> ModuleType:
    """The scorer, as a module."""
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location("polnear_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_network(weights: Path) -> Network:
    """A network with saved weights, ready to be asked."""
    network = Network()
    network.load_state_dict(torch.load(weights, weights_only=True))
    return network.eval()


def scores_of(network: Network, rows: Sequence[Row], window: int = 128, budget: int = 3072) -> list[Scores]:
    """The network's answers for the rows of one document, in order."""
    found: dict[int, Scores] = {}
    for batch in batches(pack(rows, window), rows, budget):
        with torch.inference_mode():
            tags, queries, keys = network(
                torch.from_numpy(batch.pieces), torch.from_numpy(batch.places), torch.from_numpy(batch.shapes)
            )
            tags = tags.log_softmax(-1)
        found.update(split(batch, rows, tags.numpy(), queries.numpy(), keys.numpy()))
    return [found[number] for number in range(len(rows))]


def predictions(
    articles: Sequence[Article],
    scores: Sequence[Sequence[Scores]],
    distance: Floats,
    settings: Settings,
    share: float = SHARE,
) -> dict[str, list[dict[str, Any]]]:
    """The scorer's predictions for articles whose scores are known."""
    found = {}
    for article, own in zip(articles, scores, strict=True):
        pieces = [
            piece
            for row, one in zip(article.rows, own, strict=True)
            for piece in pieces_of(row, decode(row, one, distance, settings))
        ]
        found[article.record["doc_id"]] = [
            {
                "source": [[span.start, span.end] for span in group.source],
                "cue": [[group.cue.start, group.cue.end]],
                "content": [[span.start, span.end] for span in group.content],
            }
            for group in groups(tuple(pieces), share)
        ]
    return found


def main() -> None:
    """Parse the command line, score, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="a checkpoint")
    parser.add_argument("--model", type=Path, help="an exported model instead")
    parser.add_argument("--settings", help="JSON; default: the exported model's, else none")
    parser.add_argument("--bootstrap", type=int, default=0)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    scorer = load_scorer(args.scorer)
    vocabulary = (args.encoder / "tokenizer.json").read_bytes()
    articles = read_articles(args.gold, open_tokenizer(vocabulary))
    if args.model:
        tagger = Tagger(args.model.read_bytes(), vocabulary)
        settings, distance = tagger.settings, tagger.distance
        scores = [tagger.scores(article.rows) for article in articles]
    else:
        network = load_network(args.weights)
        settings, distance = Settings(), network.distance.detach().double().numpy()
        scores = [scores_of(network, article.rows) for article in articles]
    if args.settings:
        settings = msgspec.json.decode(args.settings, type=Settings)
    result = scorer.score(
        [article.record for article in articles], predictions(articles, scores, distance, settings), args.bootstrap
    )
    print(scorer.report(result))
    if args.json:
        args.json.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
