"""Characters that are in the input but fit into no output: shown as U+FFFD, and said."""

import re

from counterclaim.values.problem import Problem

_LONE = re.compile("[\ud800-\udfff]")
_NUL = "\x00"


def fit_for_text(text: str) -> tuple[str, tuple[Problem, ...]]:
    """The text, of the same length, without halves of surrogate pairs, which no encoding can write.

    NUL characters stay: the text is what came. Both are said, with the first place.
    """
    problems: list[Problem] = []
    lone = _LONE.search(text)
    if lone:
        count = len(_LONE.findall(text))
        text = _LONE.sub("\ufffd", text)
        problems.append(
            _problem(
                "broken_characters",
                f"{count} characters are half of a pair (a cut emoji or the like); they are shown as \ufffd, the first at "
                f"character {lone.start()}. Nothing needs to be done unless words are lost.",
                lone.start(),
            )
        )
    nul = text.find(_NUL)
    if nul >= 0:
        problems.append(
            _problem(
                "nul_bytes",
                f"the text holds {text.count(_NUL)} NUL characters, the first at character {nul}: it was damaged on its way, "
                "or is not all text. They were kept; check the words around them.",
                nul,
            )
        )
    return text, tuple(problems)


def _problem(code: str, message: str, at: int) -> Problem:
    return Problem(code=code, message=message, stage="intake", start=at, end=at + 1)
