"""Who did it? The dispute over the doer: positions by doer, with everyone who gives the deed to it or takes it away."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.language.pack import LanguagePack
from counterclaim.match.account import Account
from counterclaim.match.actors import Actors
from counterclaim.match.deeds import Said, Scene, said_of
from counterclaim.match.parties import PartyOf
from counterclaim.values.attribution import Attribution
from counterclaim.values.comparison import Claim, Dispute, Evidence, Party, Position
from counterclaim.values.span import Span, cover

SaidIn = dict[tuple[str, str], tuple[Said, ...]]
"""What each attribution says of doers, by document id and attribution id."""


def scenes(accounts: Sequence[Account], actors: Actors, packs: Mapping[str, LanguagePack]) -> dict[str, Scene]:
    """The scene of each document, by its id."""
    return {one.id: Scene(one.text, one.language, actors, packs[one.language]) for one in accounts}


def doers(
    accounts: Sequence[Account], played: Mapping[str, Scene], actors: Actors, parties: Sequence[Party], party_of: PartyOf
) -> SaidIn:
    """For every attribution the doers its content gives a deed or takes it from.

    A speaker that denies, and names no doer, denies its own part: "The ministry denied the strike".
    """
    by_id = {p.id: p for p in parties}
    found: SaidIn = {}
    for one in accounts:
        scene = played[one.id]
        for attribution in one.sheet.attributions:
            span = cover(attribution.content)
            if span is None:
                continue
            wide = cover([*attribution.cue, span]) or span
            said = said_of(scene, wide)
            if attribution.act == "denies":
                said = [_turned(s) for s in said if s.stance == "asserts"] or [s for s in said if s.stance == "denies"]
                speaker = by_id.get(party_of.get((one.id, attribution.source_id or ""), ""))
                if speaker is not None and not said and scene.speaks_of_a_deed(wide):
                    key = actors.key_of(speaker, parties)
                    said = [Said(key=key, stance="denies", span=span, reason="the speaker denies a deed it is blamed for")]
            if said:
                found[one.id, attribution.id] = tuple(said)
    return found


def agent_dispute(
    accounts: Sequence[Account],
    said: SaidIn,
    played: Mapping[str, Scene],
    actors: Actors,
    party_of: PartyOf,
    claims: Sequence[Claim],
) -> list[Dispute]:
    """The dispute over the doer, if two doers are given the deed, or one is given it and it is taken away again; else none."""
    claim_of = {(m.document, m.attribution): c.id for c in claims for m in c.members}
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    joined: dict[str, list[str]] = defaultdict(list)
    for one in accounts:
        attributed: list[Span] = []
        for attribution in one.sheet.attributions:
            attributed += attribution.content
            by = party_of.get((one.id, attribution.source_id)) if attribution.source_id else None
            for say in said.get((one.id, attribution.id), ()):
                evidence[say.key].append(_evidence(one, attribution, say, by))
                claim = claim_of.get((one.id, attribution.id))
                if claim is not None:
                    joined[say.key].append(claim)
        for sentence in one.sentences:
            if not any(sentence.span.overlaps(span) for span in attributed):
                for say in said_of(played[one.id], sentence.span):
                    evidence[say.key].append(
                        Evidence(
                            document=one.id,
                            attribution=None,
                            start=sentence.span.start,
                            end=sentence.span.end,
                            stance=say.stance,
                        )
                    )
    asserted = {key for key, rows in evidence.items() if any(r.stance == "asserts" and r.by for r in rows)}
    ranked = sorted(asserted, key=lambda key: (-len({r.document for r in evidence[key]}), key))
    if not ranked or (len(ranked) < 2 and not any(r.stance == "denies" for r in evidence[ranked[0]])):
        return []
    positions = tuple(_position(actors.names.get(key, key), evidence[key], joined[key]) for key in ranked)
    shown = " or ".join(p.label for p in positions[:4])
    return [
        Dispute(
            id="",
            question=f"Who did it: {shown}?",
            kind="agent",
            reason="The same deed is given to different doers, or given to one and taken away again.",
            positions=positions,
        )
    ]


def _turned(said: Said) -> Said:
    return Said(key=said.key, stance="denies", span=said.span, reason=f"denied: {said.reason}")


def _evidence(one: Account, attribution: Attribution, said: Said, by: str | None) -> Evidence:
    span = cover(attribution.content) or said.span
    return Evidence(document=one.id, attribution=attribution.id, start=span.start, end=span.end, stance=said.stance, by=by)


def _position(label: str, rows: Sequence[Evidence], claims: Sequence[str]) -> Position:
    return Position(
        label=label,
        held_by=tuple(dict.fromkeys(r.by for r in rows if r.stance == "asserts" and r.by)),
        denied_by=tuple(dict.fromkeys(r.by for r in rows if r.stance == "denies" and r.by)),
        claims=tuple(dict.fromkeys(claims)),
        evidence=tuple(rows),
    )
