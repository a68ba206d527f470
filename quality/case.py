"""One question to the program, and whether it was answered rightly."""

from typing import Literal

import msgspec

Strength = Literal["must", "should"]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One case and its outcome.

    Attributes:
        name: Stable and unique: where it stands and what it asks.
        stage: The stage it mostly depends on: floors are held by stage.
        strength: ``must`` cases are plain reading; ``should`` cases are hard, or good readers may differ.
        passed: Whether the answer was right.
        found: What was found instead, for people.
    """

    name: str
    stage: str
    strength: Strength
    passed: bool
    found: str = ""
