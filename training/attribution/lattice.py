"""The decoder's second step as a loss: how likely the right path is among all paths through a paragraph.

Cross-entropy asks for each word's tag on its own; what loses attributions is a span that breaks or runs on. So the last
stage of training weighs whole paths, over the very lattice that `counterclaim.models.tagger.lattice` searches: a state is
nothing, or a role together with a cue of the paragraph (or with none of them). The cues are the right ones here.
"""

from collections.abc import Sequence

import msgspec
import torch
from torch import Tensor

from counterclaim.models.tagger.window import Batch
from counterclaim.models.tagger.words import Row
from training.attribution.gold import Target
from training.attribution.network import POINTER, REACH, Network

NEVER = -1e4


class Paths(msgspec.Struct, frozen=True, kw_only=True):
    """The paragraphs of a batch that have a cue; one line each, padded.

    Attributes:
        windows: Paragraphs; the window each stands in.
        places: Paragraphs x words; the piece where each word starts.
        real: Paragraphs x words; whether there is such a word.
        cues: Paragraphs x words; whether the word is part of a cue.
        heads: Paragraphs x cues; index of each cue's first word, or -1.
        states: Paragraphs x words; the right state.
        enters: Paragraphs x words; whether a span, or nothing, starts here.
        several: Paragraphs x words; whether the word belongs to several cues, of which a path can hold but one: these
            teach the pointer nothing here, lest it unlearn to share.
    """

    windows: Tensor
    places: Tensor
    real: Tensor
    cues: Tensor
    heads: Tensor
    states: Tensor
    enters: Tensor
    several: Tensor


def paths(batch: Batch, rows: Sequence[Row], targets: Sequence[Target]) -> Paths | None:
    """The right paths of a batch; None if no paragraph has a cue."""
    kept = [
        (index, slot.offset, rows[slot.number], targets[slot.number])
        for index, window in enumerate(batch.windows)
        for slot in window.slots
        if any(tag == 3 for tag in targets[slot.number].tags)
    ]
    if not kept:
        return None
    heads = [[word for word, tag in enumerate(target.tags) if tag == 3] for *_, target in kept]
    words, count = max(len(row.firsts) for _, _, row, _ in kept), max(map(len, heads))
    shape = (len(kept), words)
    places, states = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    real, cues, enters, several = (torch.zeros(shape, dtype=torch.bool) for _ in range(4))
    for line, (_, offset, row, target) in enumerate(kept):
        size = len(row.firsts)
        places[line, :size] = torch.tensor([offset + max(first, 0) for first in row.firsts])
        real[line, :size] = True
        for word, tag in enumerate(target.tags):
            cues[line, word] = tag in (3, 4)
            enters[line, word] = tag in (0, 1, 3, 4, 5)
            if tag in (1, 2, 5, 6):
                own = [heads[line].index(head) for head in target.heads[word] if head in heads[line]]
                several[line, word] = len(own) > 1
                states[line, word] = 1 + (own[0] if own else count) + (count + 1) * (tag >= 5)
    # a word may go on only in the state of the word before; shared spans can lose their first owner half-way
    enters[:, 1:] |= states[:, 1:] != states[:, :-1]
    enters[:, 0] = True
    padded = torch.tensor([own + [-1] * (count - len(own)) for own in heads])
    windows = torch.tensor([index for index, *_ in kept])
    return Paths(
        windows=windows, places=places, real=real, cues=cues, heads=padded, states=states, enters=enters, several=several
    )


def path_loss(network: Network, outputs: tuple[Tensor, Tensor, Tensor], right: Paths) -> Tensor:
    """Negative logarithm of the right paths' probability, by word."""
    windows = right.windows[:, None]
    tags = outputs[0][windows, right.places].log_softmax(-1)
    queries = outputs[1][windows, right.places]
    heads = right.heads.clamp(min=0)
    keys = outputs[2][windows, right.places.gather(1, heads)]
    scores = queries[..., :POINTER] @ keys[..., :POINTER].transpose(1, 2) * POINTER**-0.5 + keys[:, None, :, POINTER]
    steps = heads[:, None, :] - torch.arange(right.places.shape[1])[None, :, None]
    both = scores[None] + network.distance[:, steps.clamp(-REACH, REACH) + REACH]
    both = both.masked_fill((right.heads < 0)[None, :, None, :], NEVER)
    none = queries[None, :, :, POINTER, None].expand(2, -1, -1, 1)
    belongs = torch.cat((both, none), dim=3).log_softmax(-1)
    belongs = torch.where(right.several[None, :, :, None], belongs.detach(), belongs)
    enter = torch.cat((tags[..., :1], tags[..., 1:2] + belongs[0], tags[..., 5:6] + belongs[1]), dim=2)
    stay = torch.cat((torch.full_like(tags[..., :1], NEVER), tags[..., 2:3] + belongs[0], tags[..., 6:7] + belongs[1]), dim=2)
    fixed = torch.full((enter.shape[2],), NEVER)
    fixed[0] = 0.0
    enter = torch.where(right.cues[..., None], fixed, enter)
    stay = stay.masked_fill(right.cues[..., None], NEVER)
    chosen = torch.where(right.enters[..., None], enter, stay).gather(2, right.states[..., None])[..., 0]
    total = (chosen * right.real).sum()
    columns = list(zip(enter.unbind(1), stay.unbind(1), right.real[..., None].unbind(1), strict=True))
    alpha = columns[0][0]
    for entering, staying, real in columns[1:]:
        moved = torch.logaddexp(alpha + staying, alpha.logsumexp(1, keepdim=True) + entering)
        alpha = torch.where(real, moved, alpha)
    return (alpha.logsumexp(1).sum() - total) / right.real.sum()
