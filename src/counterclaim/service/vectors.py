"""Vectors of meaning that are made once: the ledger keeps them, by the wording and the model."""

from collections.abc import Callable, Sequence

import numpy as np

from counterclaim.ledger import search as indexed
from counterclaim.ledger.session import Ledger
from counterclaim.match.account import account, own_voice, said_words
from counterclaim.match.vectors import Embedder, SmallE5, Vectors
from counterclaim.values.digest import text_digest
from counterclaim.values.sheet import Sheet

FLOATS = np.dtype("<f4")
"""How a vector is kept, on any machine."""

AT_ONCE = 256
"""Wordings whose vectors are kept together: a run that is stopped loses some seconds of work."""

Told = Callable[[int, int], None]
"""Told how many vectors of how many are made."""


class KeptVectors:
    """An `Embedder` that looks in the ledger first, and keeps what it makes there."""

    def __init__(self, ledger: Ledger, embedder: Embedder | None = None, told: Told = lambda done, of: None) -> None:
        self._ledger = ledger
        self._embedder = embedder or SmallE5()
        self._told = told
        self.name = self._embedder.name

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As `Embedder.embed`."""
        digests = [text_digest(text) for text in texts]
        wordings = dict(zip(digests, texts, strict=True))
        kept = indexed.vectors(self._ledger, wordings.values(), self.name)
        new = sorted(wordings.keys() - kept.keys(), key=lambda digest: (len(wordings[digest]), digest))
        for start in range(0, len(new), AT_ONCE):
            some = new[start : start + AT_ONCE]
            rows = self._embedder.embed([wordings[digest] for digest in some]).astype(FLOATS)
            made = {digest: row.tobytes() for digest, row in zip(some, rows, strict=True)}
            indexed.index(self._ledger, [wordings[digest] for digest in some])
            indexed.keep_vectors(self._ledger, made, self.name)
            kept |= made
            self._told(start + len(some), len(new))
        if not digests:
            return self._embedder.embed([])
        return np.frombuffer(b"".join(kept[digest] for digest in digests), dtype=FLOATS).reshape(len(digests), -1)


def wordings(sheet: Sheet) -> list[str]:
    """What of a sheet is compared or searched by its meaning: what is attributed, and sentences in the outlet's own voice."""
    one = account(sheet)
    said = [said_words(one.text, attribution) for attribution in sheet.attributions]
    return [*said, *(sentence.span.words(one.text) for sentence in own_voice(one))]
