"""Faulty material as a value: the run goes on, and the user sees every problem."""

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something about an input that the user must know.

    Attributes:
        code: A short stable name in snake_case, such as ``wrong_encoding``.
        message: What was found, what was expected, and what to do.
        stage: The stage or room that noticed it.
        start: First code point concerned, in the document's text; None if it concerns the whole.
        end: One past the last code point concerned; None exactly where ``start`` is.
    """

    code: str
    message: str
    stage: str
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise ValueError("a problem has either both start and end or neither")
