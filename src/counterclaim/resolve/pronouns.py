"""Which party a pronoun in a source's place means."""

from counterclaim.resolve.history import Choice, History
from counterclaim.resolve.lexicon import PronounEntry
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.parties import Party

BODIES = frozenset({"organisation", "outlet", "state", "document"})


def third_person(mention: Mention, history: History, sentence: int) -> Choice:
    """The party that "he", "she", "it", "they" means; open where the text does not decide.

    An institution that spoke last goes on speaking under "he" or "she" where no person was named since and none spoke before:
    translated news gives a ministry the gender its noun has in the original.
    """
    entry = mention.pronoun
    if entry is None:
        return Choice(None)
    fitting = [p for p in dict.fromkeys(h.party for h in (*history.heard, *history.spoken)) if fits(entry, p)]
    last = history.spoken[-1] if history.spoken else None
    if last is not None and entry.animate and last.party.kind in BODIES | {"group"}:
        known = {id(h.party) for h in (*history.spoken, *history.since(last.position))}
        if not any(id(p) in known for p in fitting):
            return Choice(last.party)
    return history.choose(fitting, sentence)


def fits(entry: PronounEntry, party: Party) -> bool:
    """Whether the pronoun agrees with the party in number, gender and in being a person."""
    kind = party.kind
    if entry.kind == "relative":
        return entry.animate is None or (kind in {"person", "unnamed", "group", None}) == entry.animate
    if entry.number == "plural":
        return party.number == "plural" or kind in {"group", "organisation"}
    if entry.animate is False:
        return kind in BODIES or (kind is None and party.gender is None)
    if entry.animate:
        if kind not in {"person", "unnamed", None} or party.number == "plural":
            return False
        return entry.gender is None or party.gender is None or entry.gender == party.gender
    return True


def relative(mention: Mention, history: History, sentence: int, before: int) -> Choice:
    """The party a relative pronoun refers to: the nearest before it in its sentence that can be meant."""
    entry = mention.pronoun
    if entry is None:
        return Choice(None)
    here = [h for h in history.heard if h.sentence == sentence and h.position < before and not h.inner]
    here = [h for h in here if fits(entry, h.party)]
    last = history.spoken[-1] if history.spoken else None
    if last and last.sentence == sentence and last.position < before and fits(entry, last.party):
        return Choice(last.party)
    return Choice(here[-1].party) if here else Choice(None)
