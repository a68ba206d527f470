"""The training loop: resumable, seeded, with an average of the weights.

    python -m training.attribution.train --train train.jsonl --encoder DIR --out DIR

Windows are cut anew in each epoch, so that paragraphs change neighbours. The state is written every few minutes; the
same command goes on where it stopped.
"""

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import msgspec
import torch

from counterclaim.models.tagger.window import Batch, batches, pack
from counterclaim.models.tagger.words import open_tokenizer
from training.attribution.gold import Article, read_articles
from training.attribution.lattice import path_loss, paths
from training.attribution.loss import answer, losses
from training.attribution.network import LAYERS, Network

MASK = 103


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a run does.

    `budget` (of a batch) and `window` in word pieces; rates are AdamW's, at their peak; `blank` is the share of pieces
    replaced by [MASK]; `pointer` and `paths` weigh their losses beside the tags', and paths join in the last
    `path_epochs`; `half` computes in bfloat16, twice as fast on processors that can (weights stay in 32 bits).
    """

    epochs: int = 5
    budget: int = 1536
    window: int = 192
    rate: float = 3e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.85
    decay: float = 0.01
    warmup: float = 0.06
    dropout: float = 0.1
    blank: float = 0.04
    pointer: float = 0.5
    paths: float = 1.0
    path_epochs: int = 2
    average: float = 0.99
    average_every: int = 4
    seed: int = 13
    half: bool = True
    threads: int = 2
    save_seconds: float = 240.0


def epoch_batches(articles: list[Article], plan: Plan, epoch: int) -> list[tuple[Batch, list[Any], list[Any]]]:
    """The batches of an epoch in the order of training; each with the rows and targets its slots number."""
    rng = random.Random(plan.seed * 1000 + epoch)
    rows = [row for article in articles for row in article.rows]
    targets = [target for article in articles for target in article.targets]
    windows = []
    base = 0
    for article in articles:
        for window in pack(article.rows, plan.window, rng.randint(plan.window // 3, plan.window)):
            slots = tuple(msgspec.structs.replace(slot, number=slot.number + base) for slot in window.slots)
            windows.append(msgspec.structs.replace(window, slots=slots))
        base += len(article.rows)
    rng.shuffle(windows)
    made: list[Batch] = []
    pool = 64 * (plan.budget // plan.window)
    for start in range(0, len(windows), pool):
        made.extend(batches(windows[start : start + pool], rows, plan.budget))
    rng.shuffle(made)
    return [(batch, rows, targets) for batch in made]


def groups(network: Network, plan: Plan) -> list[dict[str, Any]]:
    """Parameter groups: heads fast, the encoder's layers slower the deeper they lie; no decay for norms and biases."""
    found: dict[tuple[float, float], list[Any]] = {}
    for name, parameter in network.named_parameters():
        if name.startswith("layers."):
            rate = plan.rate * plan.layer_decay ** (LAYERS - 1 - int(name.split(".")[1]))
        elif name.startswith(("words.", "positions.", "norm.")):
            rate = plan.rate * plan.layer_decay**LAYERS
        else:
            rate = plan.head_rate
        decay = plan.decay if parameter.ndim > 1 and "norm" not in name else 0.0
        found.setdefault((rate, decay), []).append(parameter)
    return [{"params": own, "lr": rate, "weight_decay": decay} for (rate, decay), own in found.items()]


def run(plan: Plan, train: Path, encoder: Path, out: Path, limit: int | None = None, stop: int | None = None) -> Path:
    """Train, and return the path of the averaged weights after the last epoch."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    torch.set_flush_denormal(True)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = open_tokenizer((encoder / "tokenizer.json").read_bytes())
    articles = read_articles(train, tokenizer, limit)
    network = Network.from_encoder(encoder / "model.safetensors", plan.dropout)
    optimizer = torch.optim.AdamW(groups(network, plan), fused=True)
    average = [parameter.detach().clone() for parameter in network.parameters()]
    per_epoch = [len(epoch_batches(articles, plan, epoch)) for epoch in range(plan.epochs)]
    total = sum(per_epoch)

    def factor(step: int) -> float:
        warm = max(1, int(plan.warmup * total))
        return (step + 1) / warm if step < warm else max(0.0, (total - step) / (total - warm))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    state_path = out / "state.pt"
    first_epoch, first_index, step = 0, 0, 0
    if state_path.exists():
        state = torch.load(state_path, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        average = state["average"]
        first_epoch, first_index, step = state["epoch"], state["index"], state["step"]
        torch.set_rng_state(state["random"])

    def save(epoch: int, index: int) -> None:
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(),
                 "schedule": schedule.state_dict(), "average": average, "epoch": epoch, "index": index, "step": step,
                 "random": torch.get_rng_state()}  # fmt: skip
        torch.save(state, out / "state.new")
        (out / "state.new").replace(state_path)
        torch.save(averaged(network, average), out / "average.new")
        (out / "average.new").replace(out / "average.pt")

    saved = time.monotonic()
    for epoch in range(first_epoch, plan.epochs):
        network.train()
        seen, began, sums = 0, time.monotonic(), [0.0, 0.0]
        work = epoch_batches(articles, plan, epoch)
        for index in range(first_index, len(work)):
            batch, rows, targets = work[index]
            pieces = torch.from_numpy(batch.pieces)
            blank = (torch.rand(pieces.shape) < plan.blank) & (pieces > MASK)
            with torch.autocast("cpu", torch.bfloat16, enabled=plan.half):
                outputs = network(
                    pieces.masked_fill(blank, MASK), torch.from_numpy(batch.places), torch.from_numpy(batch.shapes)
                )
            tags, queries, keys = (output.float() for output in outputs)
            tagging, pointing = losses(network, (tags, queries, keys), answer(batch, rows, targets))
            loss = tagging + plan.pointer * pointing
            if epoch >= plan.epochs - plan.path_epochs and (right := paths(batch, rows, targets)):
                loss = loss + plan.paths * path_loss(network, (tags, queries, keys), right)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if step % plan.average_every == 0:
                keep = min(plan.average, (1 + step / plan.average_every) / (10 + step / plan.average_every))
                torch._foreach_lerp_(average, [p.detach() for p in network.parameters()], 1 - keep)
            seen += int((pieces > 0).sum())
            sums = [0.98 * sums[0] + 0.02 * tagging.item(), 0.98 * sums[1] + 0.02 * pointing.item()]
            if step % 20 == 0:
                weight = 1 - 0.98 ** (index + 1 - first_index)
                line = {"epoch": epoch, "step": step, "of": total, "tag": round(sums[0] / weight, 4),
                        "pointer": round(sums[1] / weight, 4),
                        "pieces_a_second": round(seen / (time.monotonic() - began))}  # fmt: skip
                print(json.dumps(line), flush=True)
            if time.monotonic() - saved > plan.save_seconds:
                save(epoch, index + 1)
                saved = time.monotonic()
            if stop is not None and step >= stop:
                save(epoch, index + 1)
                return out / "average.pt"
        first_index = 0
        save(epoch + 1, 0)
        torch.save(averaged(network, average), out / f"epoch{epoch + 1}.pt")
    return out / "average.pt"


def averaged(network: Network, average: list[torch.Tensor]) -> dict[str, torch.Tensor]:
    """The network's state with its parameters replaced by their running averages."""
    state = {key: value.clone() for key, value in network.state_dict().items()}
    for (name, _), value in zip(network.named_parameters(), average, strict=True):
        state[name] = value
    return state


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plan", default="{}", help="JSON with changes of the plan")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--stop", type=int)
    args = parser.parse_args()
    plan = msgspec.json.decode(args.plan, type=Plan)
    run(plan, args.train, args.encoder, args.out, args.limit, args.stop)


if __name__ == "__main__":
    main()
