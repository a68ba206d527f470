"""For whom a party speaks: its state or organisation as an edge, with the reason; and whom a name joins by "and"."""

from collections.abc import Mapping, Sequence

import msgspec

from counterclaim.match.institutions import Concept
from counterclaim.match.spelling import folded, without_article
from counterclaim.values.comparison import Party
from counterclaim.values.party import Source, SourceKind

SHORTEST_STEM = 5
"""Letters that two names of one state must share at their beginning."""

LONGEST_ENDING = 2
"""Letters by which a state's adjective is longer than its name ("Orvania", "Orvanian")."""

STATE_FORMS = frozenset({" federation", " republic", " union", " kingdom"})
"""What a state's full name adds to its short one."""

Bearers = Mapping[str, Sequence[tuple[str, str, Source]]]
"""Name, language and source of every mention of a party in a document, by party id."""


def with_sides(parties: Sequence[Party], bearers: Bearers, concept: Concept) -> tuple[Party, ...]:
    """Each party with the party it speaks for, and with those that its name joins.

    A side that does not speak itself is added. Where the documents give a party no side, its name may: "Gaza health ministry
    officials" speak for the ministry, "Velmish officials" for Velm.
    """
    by_name = {
        without_article(folded(form)): p.id
        for p in parties
        if p.kind not in ("person", "unnamed")
        for form in (p.name, *p.aliases)
    }
    added: list[Party] = []

    def target(side: str, kind: SourceKind) -> str:
        found = _state_named(folded(side), by_name)
        if found is None:
            found = f"p{len(parties) + len(added) + 1}"
            added.append(Party(id=found, name=side, kind=kind))
            by_name[folded(side)] = found
        return found

    sided = []
    for party in parties:
        named = _named(party, bearers[party.id], concept)
        joined = _joined(bearers[party.id], concept, by_name)
        if joined:
            party = msgspec.structs.replace(party, parts=joined)  # the fuller copy takes its place
        elif named:
            side, reason, kind = named
            found = target(side, kind)
            if found != party.id:
                party = msgspec.structs.replace(party, side=found, side_reason=reason)  # the sided copy takes its place
        sided.append(party)
    return (*sided, *added)


def speaks_for(party: Party, parties: Mapping[str, Party]) -> set[str]:
    """Ids of the side of the party, of that side's side, and so on."""
    found: set[str] = set()
    while party.side is not None and party.side in parties and party.side not in found:
        found.add(party.side)
        party = parties[party.side]
    return found


def _named(party: Party, bearers: Sequence[tuple[str, str, Source]], concept: Concept) -> tuple[str, str, SourceKind] | None:
    """The side named most often, the reason in words, and what kind of party the side is."""
    meant = [concept(name, language) for name, language, s in bearers if s.kind != "person"]
    bodies = [m.of for m in meant if m.of and not m.of_state and m.of != party.name]
    if bodies:
        side = max(sorted(set(bodies)), key=bodies.count)
        return side, f"its name names {side}", "organisation"
    given = [concept(s.side, language).name or s.side for _, language, s in bearers if s.side is not None]
    if given:
        side = max(sorted(set(given)), key=given.count)
        return side, f"{given.count(side)} of its mentions give {side} as its side", "state"
    state = next((m.of for m in meant if m.of and m.of_state), None)
    return (state, f"its name names {state}", "state") if state else None


def _joined(bearers: Sequence[tuple[str, str, Source]], concept: Concept, by_name: Mapping[str, str]) -> tuple[str, ...]:
    """The parties of the dossier that a group's name joins by "and"; those it names only by common words are left out."""
    for name, language, source in bearers:
        parts = concept(name, language).parts if source.kind == "group" else ()
        found = [by_name.get(without_article(folded(concept(part, language).name or part))) for part in parts]
        unknown = [part for part, party in zip(parts, found, strict=True) if party is None]
        if any(found) and all(concept(part, language).common for part in unknown):
            return tuple(dict.fromkeys(party for party in found if party))
    return ()


def _state_named(side: str, by_name: Mapping[str, str]) -> str | None:
    """The party of that name, or of one that only an ending parts from it ("Orvania", "Orvanian", "Orvan Federation")."""
    if side in by_name:
        return by_name[side]
    alike = {p for name, p in by_name.items() if _begins(name, side) or _begins(side, name)}
    return next(iter(alike)) if len(alike) == 1 else None


def _begins(long: str, short: str) -> bool:
    rest = long.removeprefix(short) if len(short) >= SHORTEST_STEM else long
    return rest != long and (len(rest) <= LONGEST_ENDING or rest in STATE_FORMS)


def short_name(state: str) -> str:
    """A state's name without what its full name adds ("Orvan Federation": "Orvan")."""
    ending = next((form for form in STATE_FORMS if state.casefold().endswith(form)), "")
    return state[: len(state) - len(ending)]
