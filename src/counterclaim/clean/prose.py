"""Which lines of a page are its article's text: the learned line classifier.

Two steps, as in stacked sequence labelling (Cohen and de Carvalho, Stacked Sequential Learning, IJCAI 2005): the first looks at
each line and its neighbours' shapes, the second also at what the first thought of the whole page.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from counterclaim.clean.forest import Forest, Trees
from counterclaim.clean.lines import Line
from counterclaim.clean.marks import Mark
from counterclaim.clean.shape import Table, densest, look
from counterclaim.errors import ModelError
from counterclaim.language.pack import LanguagePack
from counterclaim.models.load import read_model

LOWEST, SHARE = 0.15, 0.5
"""A page's bar is one half, or ``SHARE`` of its best stretch where that is lower (but never under ``LOWEST``): every page
that is read is believed to hold an article, though its language or layout be strange to the classifier."""


class Weights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The model file ``models/zones.json``."""

    columns: int
    first: Forest
    second: Forest


class Prose:
    """The classifier, ready to use; immutable."""

    def __init__(self, weights: Weights) -> None:
        self._columns = weights.columns
        self._first = Trees(weights.first)
        self._second = Trees(weights.second)

    def chances(self, lines: Sequence[Line], marks: Sequence[Sequence[Mark]]) -> Table:
        """For each line, the probability that it is the article's text; one half is the bar.

        Raises:
            ModelError: If the model file was made for other features than this program's.
        """
        if not lines:
            return np.zeros(0)
        table = look(lines, marks)
        if table.shape[1] != self._columns:
            raise ModelError(
                f"models/zones.json reads {self._columns} features, the program makes {table.shape[1]}; train it again"
            )
        size = sizes(lines)
        final = self._second.chances(second_look(table, self._first.chances(table), size))
        return raised(final, size)


def open_prose(pack: LanguagePack) -> Prose:
    """The classifier from the package's model file, read once per pack; it is the same for all languages."""

    def read() -> Prose:
        return Prose(msgspec.json.decode(read_model("zones"), type=Weights))

    return pack.once("zones model", read)


def sizes(lines: Sequence[Line]) -> Table:
    """Characters of each line."""
    return np.array([len(line.words) for line in lines], dtype=float)


def second_look(table: Table, chances: Table, size: Table) -> Table:
    """The features of the second step: the first step's and what its answers look like around each line and in the page."""
    columns = [chances]
    for width in (1, 2, 4, 8, 16):
        columns.append(smooth(chances, size, width))
    for by in (1, 2):
        columns += [np.concatenate([chances[by:], np.zeros(by)])[: len(chances)]]
        columns += [np.concatenate([np.zeros(by), chances])[: len(chances)]]
    for bar in (0.3, 0.5):
        columns += list(densest((chances - bar) * np.sqrt(size)))
    mass = np.cumsum(chances * size)
    columns.append(mass / max(float(mass[-1]), 1e-9))
    best = float(columns[2].max())
    columns += [np.full(len(size), best), chances / max(best, 1e-9)]
    columns.append(np.full(len(size), mass[-1] / size.sum()))
    return np.column_stack([table, *columns])


def smooth(chances: Table, size: Table, width: int) -> Table:
    """The mean chance of a character within ``width`` lines of each line."""
    kernel = np.ones(2 * width + 1)
    both = np.stack([chances * size, size])
    total = [np.convolve(row, kernel)[width : width + len(size)] for row in both]
    return np.asarray(total[0] / np.maximum(total[1], 1e-9))


def raised(chances: Table, size: Table) -> Table:
    """The chances scaled so that the page's own bar stands at one half."""
    bar = min(0.5, max(LOWEST, SHARE * float(smooth(chances, size, 2).max())))
    return np.where(chances < bar, 0.5 * chances / bar, 0.5 + 0.5 * (chances - bar) / (1 - bar))
