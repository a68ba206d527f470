"""The two searches for a best path through a paragraph (Viterbi): one for cues, one for what belongs to them.

In the second a state is a role together with a cue, so that a span cannot change its speaker half-way, two contents that
touch stay two where they belong to two cues, and a content interrupted by its cue stays one.
"""

from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from counterclaim.values.attribution import Role

SOURCE, CUE, CONTENT = 0, 1, 2
ROLES: tuple[Role, ...] = ("source", "cue", "content")

Floats: TypeAlias = NDArray[np.float64]

_NEVER = -1e4


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers tuned on PolNeAR's dev part; all are added to natural logarithms of probabilities.

    Attributes:
        enter: Cost of starting a span, by role (source, cue, content).
        outside: Bonus of belonging to nothing, by role that it is weighed against (cue in the first step, the others'
            mean in the second).
        pointer: Weight of the pointer's logarithm beside the tag's.
        chance: Least sum of the logarithms of being a cue's first word and of being pointed to, for a further cue that a
            content without a cue points to.
        broken: Cost of leaving or entering a content inside quotation marks.
    """

    enter: tuple[float, float, float] = (0.0, 0.0, 0.0)
    outside: tuple[float, float] = (0.0, 0.0)
    pointer: float = 1.0
    chance: float = -5.0
    broken: float = 0.0


def find_cues(tags: Floats, settings: Settings) -> list[tuple[int, int]]:
    """First word and end of each cue of the best path through the tags alone.

    Args:
        tags: Words x 7 logarithms of probabilities (outside, then first and further word of source, cue, content).
        settings: The costs.
    """
    scores = tags.copy()
    scores[:, 0] += settings.outside[0]
    scores[:, 3] -= settings.enter[CUE]
    scores[:, 1] -= settings.enter[SOURCE]
    scores[:, 5] -= settings.enter[CONTENT]
    cues: list[tuple[int, int]] = []
    for index, tag in enumerate(_best_path(scores.tolist())):
        if tag == 3:
            cues.append((index, index + 1))
        elif tag == 4:
            cues[-1] = (cues[-1][0], index + 1)
    return cues


def _best_path(scores: list[list[float]]) -> list[int]:
    """The best tags: a further word (an even tag) stands only behind a first or further word of its role.

    In plain numbers: seven states are too few for arrays to pay.
    """
    best = [score if tag % 2 or not tag else _NEVER for tag, score in enumerate(scores[0])]
    back: list[tuple[int, ...]] = []
    for score in scores[1:]:
        high = max(best)
        top = best.index(high)
        source, cue, content = (tag - 1 if best[tag - 1] >= best[tag] else tag for tag in (2, 4, 6))
        back.append((top, top, source, top, cue, top, content))
        best = [best[before] + own for before, own in zip(back[-1], score, strict=True)]
    path = [best.index(max(best))]
    for before in reversed(back):
        path.append(before[path[-1]])
    path.reverse()
    return path


def group(
    tags: Floats,
    belongs: Floats,
    cues: list[tuple[int, int]],
    quoted: NDArray[np.bool_],
    settings: Settings,
) -> list[tuple[int, int, int, int]]:
    """Role, cue (or the number of cues for none), first word and end of each source and content of the best path."""
    owners = belongs.shape[2]
    states = 1 + 2 * owners
    size = len(tags)
    enter = np.empty((size, states))
    stay = np.empty((size, states))
    enter[:, 0] = stay[:, 0] = tags[:, 0] + settings.outside[1]
    for part, role in enumerate((SOURCE, CONTENT)):
        own = slice(1 + part * owners, 1 + (part + 1) * owners)
        enter[:, own] = tags[:, 1 + 2 * role, None] + belongs[part] - settings.enter[role]
        stay[:, own] = tags[:, 2 + 2 * role, None] + belongs[part]
    enter[1:, 1 + owners :] -= settings.broken * quoted[1:, None]
    leave = np.zeros((size, states))
    leave[:, 1 + owners :] = settings.broken * quoted[:, None]
    for first, last in cues:
        enter[first:last, 1:] = stay[first:last, 1:] = _NEVER
        enter[first:last, 0] = stay[first:last, 0] = 0.0
        leave[first] = 0.0
    stays = np.zeros((size, states), dtype=bool)
    tops = [0] * size
    best, remain = enter[0].copy(), np.empty(states)
    leaving: list[bool] = quoted.tolist()
    for index in range(1, size):
        gone = best - leave[index] if leaving[index] else best
        top = tops[index] = int(gone.argmax())
        np.add(best, stay[index], out=remain)
        best = enter[index] + gone[top]
        np.greater_equal(remain, best, out=stays[index])
        np.maximum(remain, best, out=best)
    state = int(best.argmax())
    path = [state]
    for index in range(size - 1, 0, -1):
        state = state if stays[index, state] else tops[index]
        path.append(state)
    path.reverse()
    spans: list[tuple[int, int, int, int]] = []
    for index, state in enumerate(path):
        if not state:
            continue
        part, owner = divmod(state - 1, owners)
        if index and path[index - 1] == state:
            spans[-1] = (*spans[-1][:3], index + 1)
        else:
            spans.append((2 * part, owner, index, index + 1))
    return spans
