"""Parties that speak, as the sources a reader sees."""

from collections.abc import Mapping

from counterclaim.resolve.ground import Ground
from counterclaim.resolve.history import Choice
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.parties import Party
from counterclaim.values.finding import Notice
from counterclaim.values.party import Source, SourceKind
from counterclaim.values.span import Span, merge

MOST_CANDIDATES = 4
"""Names that an unresolved speaker's notice lists."""


def as_sources(speaking: list[Party]) -> tuple[Source, ...]:
    """The parties as sources ``s1``, ``s2`` ... in the order given."""
    return tuple(
        Source(
            id=f"s{number}",
            name=party.name,
            kind=shown_kind(party),
            role=", ".join(party.roles) or None,
            mentions=merge(party.mentions),
            side=party.side,
            anonymity=party.anonymity,
        )
        for number, party in enumerate(speaking, 1)
    )


def shown_kind(party: Party) -> SourceKind:
    """The party's kind; where no mention told, a body for a word in capitals and a person for any other."""
    if party.kind is not None:
        return party.kind
    return "organisation" if party.name.isupper() else "person"


def unnamed_notices(sources: tuple[Source, ...]) -> tuple[Notice, ...]:
    """One notice for each source that has no name, at its first mention."""
    found = []
    for source in sources:
        if source.kind == "unnamed" and source.mentions:
            first = source.mentions[0]
            why = f"; the stated reason: {source.anonymity}" if source.anonymity else "; no reason is given"
            message = f"The source is not named: {source.name}{why}."
            found.append(Notice(kind="unnamed_source", start=first.start, end=first.end, message=message))
    return tuple(found)


def unresolved_notices(ground: Ground, voices: Mapping[str, Choice], seen: Mapping[str, Mention]) -> tuple[Notice, ...]:
    """One notice for each place whose words name a speaker that could not be told."""
    found: dict[Span, Notice] = {}
    for statement in ground.statements:
        choice = voices[statement.id]
        if choice.party is not None or not statement.source:
            continue
        mention = seen.get(statement.id)
        at = mention.span if mention else statement.source[0]
        words = " ".join(at.words(ground.text).split())
        names = ", ".join(dict.fromkeys(p.name for p in choice.candidates[:MOST_CANDIDATES]))
        rest = f" It may be any of: {names}." if names else ""
        message = f"The text does not say who speaks here ({words}).{rest}"
        found.setdefault(at, Notice(kind="unresolved_speaker", start=at.start, end=at.end, message=message))
    return tuple(found.values())
