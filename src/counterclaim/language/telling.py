"""Places that a name finder took for people, told by the rest of the document."""

from collections.abc import Iterable

from msgspec.structs import replace

from counterclaim.values.syntax import Token


def places_told(tokens: tuple[Token, ...], sure: Iterable[str] = ()) -> tuple[Token, ...]:
    """``tokens`` with one-word people relabelled as places where the document says so.

    It does where the same name is a place elsewhere and nowhere part of a person's longer name, and where the name stands in
    the genitive right behind a body's ("the security service *of Tarsk*").

    Args:
        tokens: All tokens of the document.
        sure: Dictionary forms that are places for another reason.
    """
    longer = {t.lemma.casefold() for n, t in enumerate(tokens) if t.entity == "PERSON" and not _alone(tokens, n)}
    places = {t.lemma.casefold() for t in tokens if t.entity == "GPE"} | {form.casefold() for form in sure}
    out = list(tokens)
    for n, token in enumerate(tokens):
        if token.entity != "PERSON" or not _alone(tokens, n) or token.lemma.casefold() in longer:
            continue
        owned = n > 0 and tokens[n - 1].entity == "ORG" and tokens[n - 1].end + 1 == token.start and _may_own(token)
        if owned or token.lemma.casefold() in places:
            out[n] = replace(token, entity="GPE")
    return tuple(out)


def _may_own(token: Token) -> bool:
    """Whether the name can be in the genitive; taggers take an unknown place's genitive for a woman's nominative."""
    return "Case=Gen" in token.feats or "Gender=Fem" in token.feats


def _alone(tokens: tuple[Token, ...], at: int) -> bool:
    before = at > 0 and tokens[at - 1].entity == "PERSON" and not tokens[at].entity_start
    behind = at + 1 < len(tokens) and tokens[at + 1].entity == "PERSON" and not tokens[at + 1].entity_start
    return not (before or behind)
