"""The names that spaCy's name finder gives, by its own weights, in a third of its time.

The finder walks from left to right, and outside a name it looks at one word alone. So all words' actions outside names are
one matrix product, and only the words inside a name of several are walked. What is found is what the finder itself finds.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

_OUTSIDE = "O"
_NEVER = np.float32(-1e9)


class Name(msgspec.Struct, frozen=True):
    """A name: its first word, the one after its last, and its label (``PERSON``, ``ORG`` ...)."""

    first: int
    end: int
    label: str


class NameFinder:
    """Finds names with the weights of a spaCy ``ner`` component.

    The network's hidden state is a sum of what three words bring: the one in hand, the first of the open name and the one
    before; outside a name the last two are padding. An upper layer scores the actions: begin, go on, last, a name of one word,
    none.

    Args:
        component: The component of a loaded pipeline; it is not changed.
    """

    def __init__(self, component: "EntityRecognizer") -> None:
        model = component.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._vectors = model.get_ref("tok2vec")
        self._lower = np.asarray(lower.get_param("W"))
        self._bias = np.asarray(lower.get_param("b"))
        padding = np.asarray(lower.get_param("pad"))[0]
        self._alone = padding[1] + padding[2] + self._bias
        actions = [component.moves.get_class_name(n) for n in range(component.moves.n_moves)]
        at = {action: n for n, action in enumerate(actions)}
        first = [n for n, a in enumerate(actions) if a == _OUTSIDE or (a[:2] in ("B-", "U-") and a[2:])]
        self._first = [actions[n] for n in first]
        self._begins = np.array([action.startswith("B-") for action in self._first])
        self._outside = self._first.index(_OUTSIDE)
        weights, shifts = np.asarray(upper.get_param("W")), np.asarray(upper.get_param("b"))
        self._first_weights, self._first_shifts = weights[first], shifts[first]
        self._going = {
            action[2:]: (weights[n] - weights[at["L-" + action[2:]]], shifts[n] - shifts[at["L-" + action[2:]]])
            for action, n in at.items()
            if action.startswith("I-")
        }

    def find(
        self, docs: "Sequence[Doc]", starts: Sequence[NDArray[np.bool_]], blank: Sequence[NDArray[np.bool_]]
    ) -> Iterator[list[Name]]:
        """The names of each of ``docs``, in order.

        Args:
            docs: Documents whose words are set.
            starts: For each, which words begin a sentence; no name crosses from one into the next.
            blank: For each, which words are mere white space; none begins a name.
        """
        features, hidden, pieces, width = self._lower.shape
        vectors = np.asarray(self._vectors.predict(docs))
        brought = (vectors @ self._lower.reshape(-1, width).T).reshape(len(vectors), features, hidden, pieces)
        scores = (brought[:, 0] + self._alone).max(axis=-1) @ self._first_weights.T + self._first_shifts
        at = 0
        for doc, start, space in zip(docs, starts, blank, strict=True):
            own = slice(at, at + len(doc))
            yield self._names(scores[own], brought[own], np.append(start[1:], True), space)
            at += len(doc)

    def _names(
        self, scores: NDArray[np.float32], brought: NDArray[np.float32], last: NDArray[np.bool_], blank: NDArray[np.bool_]
    ) -> list[Name]:
        """The names of one document; ``last`` says which words end a sentence."""
        scores[np.ix_(last, self._begins)] = _NEVER
        actions = scores.argmax(axis=1)
        actions[blank] = self._outside
        names: list[Name] = []
        for first in np.flatnonzero(actions != self._outside).tolist():
            if names and first < names[-1].end:
                continue
            kind, label = self._first[actions[first]].split("-", 1)
            end = first + 1
            if kind == "B":
                weights, shift = self._going[label]
                opened = brought[first, 1] + self._bias
                while not last[end]:
                    hidden = (brought[end, 0] + opened + brought[end - 1, 2]).max(axis=-1)
                    if weights @ hidden + shift < 0:
                        break
                    end += 1
                end += 1
            names.append(Name(first, end, label))
        return names
