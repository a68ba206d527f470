"""Names that a name finder took for another kind of name, told by the rest of the document."""

import msgspec
from msgspec.structs import replace

from counterclaim.lexicon.load import entries
from counterclaim.lexicon.phrases import PhraseEntry
from counterclaim.values.syntax import Token

_ENDING = "аеиоуыэюяйьіїє"
"""Letters in which the cases of one name differ."""
_SHORTEST = 3


class PlaceWords(msgspec.Struct, frozen=True):
    """Words behind which a single name is a place.

    Attributes:
        before: Prepositions of place, as written.
        nouns: Nouns for places and for what belongs to one, in dictionary form.
        owned: Those for what belongs to one.
    """

    before: frozenset[str]
    nouns: frozenset[str]
    owned: frozenset[str]

    @classmethod
    def of(cls, language: str) -> "PlaceWords":
        """Those of the word list ``settlements``."""
        found = entries(language, "settlements", PhraseEntry)
        return cls(
            before=frozenset(e.phrase for e in found if e.category == "preposition"),
            nouns=frozenset(e.phrase for e in found if e.category != "preposition"),
            owned=frozenset(e.phrase for e in found if e.category == "belongs to a place"),
        )

    def tell(self, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether the token in front of ``at`` says that a place follows."""
        before = tokens[at - 1] if at else None
        if before is None or before.end + 1 != tokens[at].start:
            return False
        return before.text.lower() in self.before or before.lemma.lower() in self.nouns

    def owns(self, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether the token in front of ``at`` is a noun for what belongs to the place, in a case of its own."""
        return at > 0 and tokens[at - 1].lemma.lower() in self.owned and "Case=Nom" not in tokens[at - 1].feats


def names_told(tokens: tuple[Token, ...], places: PlaceWords) -> tuple[Token, ...]:
    """``tokens`` with one-word people relabelled as places, and bare family names as people, where the document says so.

    A place it is where the same name, nowhere part of a person's longer name, is a place elsewhere: by the name finder, behind
    a preposition of place ("in *Tarsk*"), behind a noun that only a place follows ("the town *Tarsk*", "the police *of
    Tarsk*"); and where it stands in the genitive right behind a body's name. A family name it is where the word, with
    a capital, ends a person's longer name elsewhere: at the beginning of a sentence many are common words, too.

    Args:
        tokens: All tokens of the document.
        places: The language's words that tell a place.
    """
    longer = {_stem(t) for n, t in enumerate(tokens) if t.entity == "PERSON" and not _alone(tokens, n)}
    family = {t.lemma.casefold() for n, t in enumerate(tokens) if t.entity == "PERSON" and _ends_name(tokens, n)}
    known = {_stem(t) for t in tokens if t.entity == "GPE"}
    known |= {_stem(t) for n, t in enumerate(tokens) if t.entity and _alone(tokens, n) and places.tell(tokens, n)}
    out = list(tokens)
    for n, token in enumerate(tokens):
        if token.entity == "" and token.text[:1].isupper() and token.pos == "NOUN" and token.lemma.casefold() in family:
            lemma = token.lemma[:1].upper() + token.lemma[1:]
            out[n] = replace(token, entity="PERSON", entity_start=True, pos="PROPN", lemma=lemma)
        if token.entity != "PERSON" or not _alone(tokens, n) or _stem(token) in longer:
            continue
        owned = n > 0 and tokens[n - 1].entity == "ORG" and tokens[n - 1].end + 1 == token.start and _may_own(token)
        if owned or _stem(token) in known:
            belongs = owned or places.owns(tokens, n)
            feats = token.feats.replace("Case=Nom", "Case=Gen") if belongs else token.feats
            out[n] = replace(token, entity="GPE", feats=feats)
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
