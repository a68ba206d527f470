"""Decision trees as arrays: what the line classifier is at run time, without a training library."""

import msgspec
import numpy as np
import numpy.typing as npt

from counterclaim.clean.shape import Table


class Forest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Boosted trees of one yes-or-no question. All trees' nodes stand one after another in the same lists.

    Attributes:
        bias: Log-odds before any tree.
        roots: Index of each tree's first node.
        feature: The column a node asks for; -1 at a leaf.
        threshold: A node sends a line left where the column is not greater.
        left: Index of the node to the left; the node's own at a leaf.
        right: Index of the node to the right; the node's own at a leaf.
        value: What a leaf adds to the log-odds; 0 elsewhere.
        depth: Steps from the root to the deepest leaf.
    """

    bias: float
    roots: list[int]
    feature: list[int]
    threshold: list[float]
    left: list[int]
    right: list[int]
    value: list[float]
    depth: int


class Trees:
    """A forest laid out for look-up; immutable."""

    def __init__(self, forest: Forest) -> None:
        self._bias = forest.bias
        self._depth = forest.depth
        self._roots = np.array(forest.roots, dtype=np.intp)
        self._feature = np.maximum(np.array(forest.feature, dtype=np.intp), 0)
        self._threshold = np.array(forest.threshold)
        # One array for both children: the index 2 * node + (goes right) gives the next node.
        self._next = np.column_stack([forest.left, forest.right]).astype(np.intp).ravel()
        self._value = np.array(forest.value)

    def chances(self, table: Table) -> Table:
        """The probability of yes for each row of ``table``."""
        cells = np.ascontiguousarray(table).ravel()
        row = (np.arange(len(table)) * table.shape[1])[:, None]
        at = np.broadcast_to(self._roots, (len(table), len(self._roots)))
        for _ in range(self._depth):
            right = cells.take(row + self._feature.take(at)) > self._threshold.take(at)
            at = self._next.take(2 * at + right)
        odds: npt.NDArray[np.float64] = self._bias + self._value.take(at).sum(axis=1)
        return np.asarray(1 / (1 + np.exp(-odds)))
