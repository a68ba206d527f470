"""Names that a name finder took for another kind of name, told by the rest of the document."""

from collections.abc import Iterable

from msgspec.structs import replace

from counterclaim.values.syntax import Token

_ENDING = "аеиоуыэюяйьіїє"
"""Letters in which the cases of one name differ."""
_SHORTEST = 3


def names_told(tokens: tuple[Token, ...], sure: Iterable[str] = ()) -> tuple[Token, ...]:
    """``tokens`` with one-word people relabelled as places, and bare family names as people, where the document says so.

    A place it is where the same name is a place elsewhere and nowhere part of a person's longer name, and where the name
    stands in the genitive right behind a body's ("the security service *of Tarsk*"). A family name it is where the word, with
    a capital, ends a person's longer name elsewhere: at the beginning of a sentence many are common words, too.

    Args:
        tokens: All tokens of the document.
        sure: Forms that are places for another reason.
    """
    longer = {_stem(t) for n, t in enumerate(tokens) if t.entity == "PERSON" and not _alone(tokens, n)}
    family = {t.lemma.casefold() for n, t in enumerate(tokens) if t.entity == "PERSON" and _ends_name(tokens, n)}
    places = {_stem(t) for t in tokens if t.entity == "GPE"} | {_stem_of(form) for form in sure}
    out = list(tokens)
    for n, token in enumerate(tokens):
        if token.entity == "" and token.text[:1].isupper() and token.pos == "NOUN" and token.lemma.casefold() in family:
            lemma = token.lemma[:1].upper() + token.lemma[1:]
            out[n] = replace(token, entity="PERSON", entity_start=True, pos="PROPN", lemma=lemma)
        if token.entity != "PERSON" or not _alone(tokens, n) or _stem(token) in longer:
            continue
        owned = n > 0 and tokens[n - 1].entity == "ORG" and tokens[n - 1].end + 1 == token.start and _may_own(token)
        if owned or _stem(token) in places:
            out[n] = replace(token, entity="GPE")
    return tuple(out)


def _stem(token: Token) -> str:
    return _stem_of(token.text)


def _stem_of(name: str) -> str:
    """The name without the vowels at its end: what its cases share."""
    folded = name.casefold()
    return folded.rstrip(_ENDING) if len(folded.rstrip(_ENDING)) >= _SHORTEST else folded


def _may_own(token: Token) -> bool:
    """Whether the name can be in the genitive; taggers take an unknown place's genitive for a woman's nominative."""
    return "Case=Gen" in token.feats or "Gender=Fem" in token.feats


def _alone(tokens: tuple[Token, ...], at: int) -> bool:
    before = at > 0 and tokens[at - 1].entity == "PERSON" and not tokens[at].entity_start
    return not (before or _goes_on(tokens, at))


def _ends_name(tokens: tuple[Token, ...], at: int) -> bool:
    return not _alone(tokens, at) and not _goes_on(tokens, at)


def _goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].entity == "PERSON" and not tokens[at + 1].entity_start
