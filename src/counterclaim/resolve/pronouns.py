"""Which party a pronoun in a source's place means."""

from counterclaim.resolve.history import REACH, Choice, History
from counterclaim.resolve.lexicon import PronounEntry
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.parties import Party

NEAR = 2
"""Sentences back in which a person named, even as an owner, may be "he" although a body spoke since."""
LONGEST_ACRONYM = 6
"""Capitals up to which a name that nothing tells of is an acronym, and nobody's own."""
SPEAKING_BODIES = frozenset({"organisation", "outlet", "state", "group"})
BODIES = frozenset({"organisation", "outlet", "state", "document"})


def third_person(mention: Mention, history: History, sentence: int) -> Choice:
    """The party that "he", "she", "it", "they" means; open where the text does not decide.

    An institution that spoke last goes on speaking under "he" or "she" where no person was named since and none spoke shortly
    before: translated news gives a ministry the gender its noun has in the original.
    """
    entry = mention.pronoun
    if entry is None:
        return Choice(None)
    fitting = [p for p in dict.fromkeys(h.party for h in (*history.heard, *history.spoken)) if fits(entry, p)]
    last = history.spoken[-1] if history.spoken else None
    if entry.number == "plural":  # a body is "they" only as a speaker
        speakers = {id(s.party) for s in history.spoken}
        fitting = [p for p in fitting if p.number == "plural" or p.kind == "group" or id(p) in speakers]
    if last is not None and entry.animate and last.party.kind in SPEAKING_BODIES:
        recent = [h for h in history.spoken if sentence - h.sentence <= REACH]
        recent += [h for h in history.heard if h.party.kind == "person" and not h.quoted and sentence - h.sentence <= NEAR]
        known = {id(h.party) for h in (*recent, *history.since(last.position))}
        fitting = [p for p in fitting if id(p) in known]
        if not fitting:
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
        if kind is None and party.name.isupper() and len(party.name) <= LONGEST_ACRONYM:
            return False
        return entry.gender is None or party.gender is None or entry.gender == party.gender
    return True


def relative(mention: Mention, history: History, sentence: int, antecedent: int | None) -> Choice:
    """The party a relative pronoun refers to.

    Args:
        mention: The pronoun.
        history: What was heard before it.
        sentence: Its sentence.
        antecedent: Where the noun stands that the parse gives it, in code points; None without a parse. Then the party
            right before it is meant, else who speaks in the sentence, else the nearest that can be.
    """
    entry, at = mention.pronoun, mention.span.start
    if entry is None:
        return Choice(None)
    here = [h for h in history.heard if h.sentence == sentence and h.position < at and not h.inner and fits(entry, h.party)]
    for event in reversed(here):
        span = next((m for m in event.party.mentions if m.start == event.position), None)
        if span and (
            (antecedent is not None and span.start <= antecedent < span.end) or (antecedent is None and at - span.end <= 2)
        ):
            return Choice(event.party)
    if antecedent is not None and not entry.animate:
        return Choice(None)  # the clause belongs to a thing that nobody is
    last = history.spoken[-1] if history.spoken else None
    if last and last.sentence == sentence and last.position < at and fits(entry, last.party):
        return Choice(last.party)
    return Choice(here[-1].party) if here else Choice(None)
