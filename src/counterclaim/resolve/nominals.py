"""Which party a noun takes up that was named before: "the ministry", "the journalist", "the group"."""

from collections.abc import Collection, Iterable

from counterclaim.resolve.history import Choice, History
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.parties import Party

ANY = "*"
NAMED = "named organisation"


def taken_up(mention: Mention, parties: Collection[Party], history: History, sentence: int) -> Choice:
    """The party that the noun means.

    Its own word counts first (a ministry is taken up by "the ministry"), then, behind "the", what the noun covers ("the
    journalist" takes up a correspondent). Between several the nearest and the speakers are preferred; where that does not
    decide, the choice is left open.
    """
    short = _short_name(mention, parties)
    if short is not None:
        return Choice(short)
    known = list(dict.fromkeys(h.party for h in (*history.heard, *history.spoken)))
    inside = set(map(id, parties))
    known = [p for p in known if id(p) in inside]
    for fits in (_same_word, _covered) if mention.form == "known" else (_same_word,):
        fitting = [p for p in known if fits(mention, p) and agrees(mention, p)]
        if fitting:
            if fits is _covered and mention.noun and NAMED in mention.noun.covers and len(mention.words) > 1:
                # "the ferry company" need not be the bank named before; the body that spoke last it may be
                fitting = [p for p in fitting if p is history.last_speaker()]
            chosen = history.choose(fitting, sentence, reach=None)
            if not fitting:
                continue
            return chosen if chosen.party or chosen.candidates else Choice(None, tuple(fitting))
    return Choice(None)


def _short_name(mention: Mention, parties: Iterable[Party]) -> Party | None:
    """The one body whose name ends in the capitalised noun: "the Post" for "the Harbour Post"."""
    if not mention.name[:1].isupper() or " " in mention.name or mention.form != "known":
        return None
    found = [
        p for p in parties if p.kind in {"organisation", "outlet"} and p.name.split()[1:] and p.name.split()[-1] == mention.name
    ]
    return found[0] if len(found) == 1 else None


def agrees(mention: Mention, party: Party) -> bool:
    """Whether number, gender and the place named allow the mention to mean the party."""
    if mention.number and party.number and mention.number != party.number:
        return False
    if mention.gender and party.gender and mention.gender != party.gender:
        return False
    if mention.place:
        return mention.place.code in party.places or party.side == mention.place.name
    return True


def _same_word(mention: Mention, party: Party) -> bool:
    """The party was called by the same noun, and by every other word of the mention."""
    noun = mention.noun
    if noun is None or not any(set(noun.forms) & set(n.forms) for n in party.nouns if n.category == noun.category):
        return False
    if noun.names == "organisation" and not _own_noun(mention, party):
        return False
    own = {w for w in mention.words if not w.startswith("@")}
    called = {word for n in party.nouns for form in n.forms for word in form.split()}
    if own <= party.words | called:
        return True
    if party.kind == "person" and not _modifiers(party, called):
        return len(own) <= 2  # "the regional governor" for plain "Governor Tomas Venn"
    # "the Harbour Party's presidential nominee" for "Harbour Party nominee Orla Venn": another modifier in common
    modifiers = {w for w in own if w not in noun.forms}
    return party.kind == "person" and len(modifiers) > 1 and bool(modifiers & party.words)


def _modifiers(party: Party, called: set[str]) -> set[str]:
    """The words beside name and nouns that say which office a person holds."""
    return {w for w in party.words if w not in party.parts and w not in called and not w.startswith("@")}


def named_later(mention: Mention, parties: Iterable[Party]) -> Party | None:
    """The one person of the document who holds the office, where the noun comes before the name ("the governor said")."""
    if mention.form != "known" or mention.number == "plural" or mention.noun is None:
        return None
    fitting = [p for p in parties if p.kind == "person" and _same_word(mention, p) and agrees(mention, p)]
    return fitting[0] if len(fitting) == 1 else None


def _own_noun(mention: Mention, party: Party) -> bool:
    """Whether the noun stands in the party's name or among what it was called, not only in its category."""
    noun = mention.noun
    return noun is not None and bool(
        set(noun.forms) & (party.words | {"".join(f.split()) for n in party.nouns for f in n.forms})
    )


def _covered(mention: Mention, party: Party) -> bool:
    """The noun covers what the party is: its category, or any named body, or any person."""
    noun = mention.noun
    if noun is None:
        return False
    if ANY in noun.covers:
        return party.kind in {"person", "unnamed"}
    if any(n.category in noun.covers for n in party.nouns):
        return True
    return NAMED in noun.covers and party.kind == "organisation" and not party.side and bool(party.keys)
