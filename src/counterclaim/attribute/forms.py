"""Forms of verbs and small words, from universal features, so that no other module knows a language's own tags.

Two particles are told by their fine tags: English is the one language whose analyzer splits such words off.
"""

from typing import Literal

from counterclaim.values.syntax import Token

VerbForm = Literal["finite", "infinitive", "gerund", "participle", ""]


def verb_form(token: Token) -> VerbForm:
    """The verb's form: ``gerund`` is any present participle or converb ("saying"), ``participle`` a past one ("said").

    Empty where the token is no verb or the language's analyzer does not tell.
    """
    feats = dict(f.split("=", 1) for f in token.feats.split("|") if "=" in f)
    form = feats.get("VerbForm", "")
    if form == "Fin":
        return "finite"
    if form == "Inf":
        return "infinitive"
    if form in ("Conv", "Ger") or (form == "Part" and feats.get("Tense") == "Pres"):
        return "gerund"
    return "participle" if form == "Part" else ""


def is_infinitive_mark(token: Token) -> bool:
    """Whether the token is a particle that goes with an infinitive ("*to* say")."""
    return token.pos == "PART" and token.tag == "TO"


def is_possessive_mark(token: Token) -> bool:
    """Whether the token is the ending of a possessor that the analyzer splits off ("the mayor*'s*")."""
    return token.pos == "PART" and token.tag == "POS"
