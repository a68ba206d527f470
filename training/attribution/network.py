"""The network: a six-layer BERT encoder with a head for tags and a pointer from words to their cue.

Tags say which words are source, cue or content. The pointer says to which cue a source or content word belongs: each
word asks with a query, each word answers with a key, and distance in words is weighed in. At run time only the first
words of cues are asked, so the graph that is exported ends in tags, queries and keys; their product is taken outside.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.models.tagger.words import PLACES, SHAPES

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
TAGS = 7
POINTER = 96
REACH = 64
"""Distances beyond so many words count as this many."""


class Layer(nn.Module):
    """One BERT layer: attention, then two dense maps, each with a residual and a layer norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mixed = nn.Linear(WIDTH, 3 * WIDTH)
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, blocked: Tensor) -> Tensor:
        """`blocked` is added to the attention scores: windows x 1 x 1 x pieces."""
        count, size, _ = x.shape
        mixed = self.mixed(x).view(count, size, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = mixed[0], mixed[1], mixed[2]
        scores = query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        context = (scores + blocked.to(scores.dtype)).softmax(-1).to(value.dtype) @ value
        x = self.attention_norm(x + self.dropout(self.joined(context.transpose(1, 2).reshape(count, size, WIDTH))))
        out: Tensor = self.norm(x + self.dropout(self.narrow(functional.gelu(self.wide(x)))))
        return out


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, vocabulary: int = 30522, positions: int = 512, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(positions, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.tag_hidden = nn.Linear(WIDTH, 256)
        self.tags = nn.Linear(256, TAGS)
        self.queries = nn.Linear(WIDTH, POINTER + 1)
        self.keys = nn.Linear(WIDTH, POINTER + 1)
        self.distance = nn.Parameter(torch.zeros(2, 2 * REACH + 1))
        for embedding in (self.places, self.shapes):
            nn.init.normal_(embedding.weight, std=0.01)

    def forward(self, pieces: Tensor, places: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tag scores (windows x pieces x 7), queries and keys (windows x pieces x 97).

        The last number of a query is its score for "no cue in this paragraph"; the last number of a key is added to
        every query's score for it.
        """
        blocked = (pieces == 0).float()[:, None, None, :] * -10000.0
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.places(places) + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, blocked)
        hidden = functional.gelu(self.tag_hidden(self.dropout(x)))
        return self.tags(hidden), self.queries(x), self.keys(x)

    @classmethod
    def from_encoder(cls, path: Path, dropout: float = 0.1) -> "Network":
        """A network with the encoder's pretrained weights (a BERT `model.safetensors`) and fresh heads."""
        network = cls(dropout=dropout)
        state = {key.removeprefix("bert."): value for key, value in load_file(path).items()}
        own = network.state_dict()
        own["words.weight"] = state["embeddings.word_embeddings.weight"]
        own["positions.weight"] = (
            state["embeddings.position_embeddings.weight"] + state["embeddings.token_type_embeddings.weight"][0]
        )
        own["norm.weight"] = state["embeddings.LayerNorm.weight"]
        own["norm.bias"] = state["embeddings.LayerNorm.bias"]
        for number in range(LAYERS):
            old = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [state[f"{old}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                own[f"layers.{number}.mixed.{kind}"] = torch.cat(parts)
                for new, name in (
                    ("joined", "attention.output.dense"),
                    ("attention_norm", "attention.output.LayerNorm"),
                    ("wide", "intermediate.dense"),
                    ("narrow", "output.dense"),
                    ("norm", "output.LayerNorm"),
                ):
                    own[f"layers.{number}.{new}.{kind}"] = state[f"{old}{name}.{kind}"]
        network.load_state_dict(own)
        return network
