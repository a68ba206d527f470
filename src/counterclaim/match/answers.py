"""What a passage answers, and to which question about a deed."""

from typing import Literal

import msgspec

from counterclaim.match.deeds import Said
from counterclaim.match.passages import Passage
from counterclaim.values.comparison import Stance
from counterclaim.values.span import Span

Aspect = Literal["doer", "kind", "weapon", "origin", "aim", "owner", "target", "worth", "shown"]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer, asserted or denied.

    Attributes:
        passage: Where it is given and by whom.
        aspect: Which question it answers.
        topic: What the question is about, beside the event: a weapon, a recording; empty if nothing more.
        key: The answer; answers of one key are the same.
        stance: Whether the passage gives it or takes it away.
        span: The words that say so.
        reason: Why, in words.
        label: How the answer is shown, where its key is not.
    """

    passage: Passage
    aspect: Aspect
    topic: str = ""
    key: str
    stance: Stance
    span: Span
    reason: str
    label: str = ""


def of_said(passage: Passage, said: Said) -> Answer:
    """A doer as an answer."""
    return Answer(passage=passage, aspect="doer", key=said.key, stance=said.stance, span=said.span, reason=said.reason)
