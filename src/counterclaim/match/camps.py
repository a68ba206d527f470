"""Whom a party speaks for where doers are meant, and which doers are one answer."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from counterclaim.match.actors import Actors
from counterclaim.match.answers import Answer
from counterclaim.values.comparison import Party


class Sides:
    """Whom a party speaks for, as doers are grouped.

    Attributes:
        bodies: For the key of a state the party that is this state.
    """

    def __init__(self, actors: Actors, parties: Sequence[Party]) -> None:
        self._key = {p.id: actors.key_of(p, parties) for p in parties}
        self.bodies = {key: p.id for p in reversed(parties) if p.kind == "state" for key in [actors.key_of(p, parties)]}
        self._persons = {p.id for p in parties if p.kind == "person"}

    def of(self, party: str | None) -> str | None:
        """The key of a party's side, or of itself; None for the outlet's own voice."""
        return self._key.get(party) if party is not None else None

    def is_person(self, party: str | None) -> bool:
        """Whether a party is a person, who is no "it"."""
        return party in self._persons


def one_camp(answers: Sequence[Answer], sides: Sides) -> dict[str, str]:
    """For each doer the one it stands under: two doers that one side accuses together are one answer to who did it.

    "A Palestinian rocket" and "an Islamic Jihad rocket" are one, if the same side says both. A doer is never put under one
    that accuses it or that it accuses.
    """
    named: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[str, set[str]] = defaultdict(set)
    for answer in answers:
        holder = sides.of(answer.passage.by)
        if answer.stance == "asserts" and not answer.key.startswith("~"):
            documents[answer.key].add(answer.passage.document)
            if holder is not None:
                named[answer.key][holder] += 1
    camp: dict[str, str] = {}
    heads: list[str] = []
    for key in sorted(documents, key=lambda k: (-len(documents[k]), k)):
        shared = {
            head: sum(min(named[key][h], named[head][h]) for h in named[key] if h not in (key, head))
            for head in heads
            if not named[head][key] and not named[key][head]
        }
        best = max(shared, key=lambda h: shared[h], default=None)
        if best is None or not shared[best]:
            heads.append(key)
            best = key
        camp[key] = best
    return camp
