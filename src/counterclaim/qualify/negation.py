"""Words that turn round what follows them: not, unable to, refused to."""

from counterclaim.language.pack import LanguagePack
from counterclaim.qualify.passages import words_between
from counterclaim.values.span import Span

REACH = 6
"""Words a negation reaches forwards, as in NegEx (Chapman et al. 2001) and ConText."""
EVERY = frozenset({"negation", "inability", "refusal"})


def negations(
    text: str, clause: Span, target: Span, pack: LanguagePack, categories: frozenset[str] = EVERY, reach: int = REACH
) -> tuple[Span, ...]:
    """The negating words before or inside ``target`` that reach it, in text order.

    Args:
        text: The document's text, quotation marks blanked or not.
        clause: Where to look; nothing before it counts.
        target: The words that may be negated.
        pack: The language, for its list ``negations``; entries of category ``pseudo`` hide the words they hold.
        categories: The categories that count.
        reach: How many words may stand between.
    """
    return tuple(
        found.span
        for found in pack.phrases("negations").find(text, clause.start, target.end)
        if found.entry.category in categories and words_between(text, found.span.end, target.start) <= reach
    )
