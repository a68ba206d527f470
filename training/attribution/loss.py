"""Targets as arrays beside a batch, and the loss."""

from collections.abc import Sequence

import msgspec
import torch
from torch import Tensor
from torch.nn import functional

from counterclaim.models.tagger.window import Batch
from counterclaim.models.tagger.words import Row
from training.attribution.gold import Target
from training.attribution.network import POINTER, REACH, Network

IGNORED = -100


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Targets of a batch.

    Attributes:
        tags: Windows x pieces; `IGNORED` where no word starts.
        words: Windows x pieces; the index in its row of the word that starts there.
        rows: Windows x pieces; the number of the row whose word starts there, or -1.
        askers: Window, piece and role (0 source, 1 content) of each word that points, one a line.
        heads: For each asker, by piece of its window: whether a cue it belongs to starts there; the last column says
            that it belongs to none in its row.
    """

    tags: Tensor
    words: Tensor
    rows: Tensor
    askers: Tensor
    heads: Tensor


def answer(batch: Batch, rows: Sequence[Row], targets: Sequence[Target]) -> Answer:
    """The targets of `batch`."""
    count, size = batch.pieces.shape
    tags = torch.full((count, size), IGNORED)
    words = torch.zeros((count, size), dtype=torch.long)
    owner = torch.full((count, size), -1)
    askers: list[tuple[int, int, int]] = []
    heads: list[list[int]] = []
    for index, window in enumerate(batch.windows):
        for slot in window.slots:
            row, target = rows[slot.number], targets[slot.number]
            for word, first in enumerate(row.firsts):
                if first < 0:
                    continue
                place = slot.offset + first
                tag = target.tags[word]
                tags[index, place] = tag
                words[index, place] = word
                owner[index, place] = slot.number
                if tag and (tag - 1) // 2 != 1:
                    askers.append((index, place, (tag - 1) // 4))
                    firsts = [row.firsts[head] for head in target.heads[word]]
                    heads.append([slot.offset + first for first in firsts if first >= 0] or [size])
    marked = torch.zeros((len(askers), size + 1), dtype=torch.bool)
    for index, places in enumerate(heads):
        marked[index, places] = True
    return Answer(tags=tags, words=words, rows=owner, askers=torch.tensor(askers).reshape(-1, 3), heads=marked)


def losses(network: Network, outputs: tuple[Tensor, Tensor, Tensor], answer: Answer) -> tuple[Tensor, Tensor]:
    """Mean cross-entropy of the tags over words, and of the pointers over the words that point."""
    tags, queries, keys = outputs
    tagging = functional.cross_entropy(tags.flatten(0, 1), answer.tags.flatten(), ignore_index=IGNORED)
    if not len(answer.askers):
        return tagging, tagging.new_zeros(())
    window, place, role = answer.askers.T
    scores = queries[..., :POINTER] @ keys[..., :POINTER].transpose(1, 2) * POINTER**-0.5
    scores = (scores + keys[..., None, :, POINTER])[window, place]
    distance = answer.words[window] - answer.words[window, place][:, None]
    scores = scores + network.distance[role[:, None], distance.clamp(-REACH, REACH) + REACH]
    scores = scores.masked_fill(answer.rows[window] != answer.rows[window, place][:, None], -1e4)
    scores = torch.cat((scores, queries[window, place, POINTER, None]), dim=1)
    wanted = answer.heads / answer.heads.sum(1, keepdim=True)  # a shared source points to all of its cues alike
    return tagging, -(scores.log_softmax(1) * wanted).sum(1).mean()
