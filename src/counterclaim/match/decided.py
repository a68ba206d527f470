"""What people decided about grouping, applied to the parties and claims that matching made."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from counterclaim.match.account import Account
from counterclaim.match.parties import PartyOf
from counterclaim.values.comparison import Claim, Member, Party
from counterclaim.values.judgement import Decided, Naming
from counterclaim.values.party import Source
from counterclaim.values.problem import Problem

NOTHING_DECIDED = Decided()


def decide_parties(
    accounts: Sequence[Account], parties: tuple[Party, ...], party_of: PartyOf, decided: Decided
) -> tuple[tuple[Party, ...], PartyOf, tuple[Problem, ...]]:
    """The parties with names taken out and together as people judged, and a problem for each name that is not one party's.

    Ids stay; a party that is taken out of another gets the next. The sides of both follow the sources that are left to each.
    """
    if not decided.merged and not decided.split:
        return parties, party_of, ()
    sources = {(one.id, source.id): source for one in accounts for source in one.sheet.sources}
    for number in sorted({naming.judgement for naming in decided.split}):
        taken = [naming for naming in decided.split if naming.judgement == number]
        parties, party_of = _taken_out(parties, party_of, sources, taken)
    return _taken_together(parties, party_of, decided)


def _taken_out(
    parties: tuple[Party, ...], party_of: PartyOf, sources: dict[tuple[str, str], Source], taken: Sequence[Naming]
) -> tuple[tuple[Party, ...], PartyOf]:
    """One judgement's names become a party of their own, apart from the one they keep out of."""
    names = [naming.other for naming in taken]
    kept, why = taken[0].kept, taken[0].because
    whole = next((p for p in parties if p.kind != "unnamed" and kept in _names(p) and set(names) & _names(p)), None)
    if whole is None:
        return parties, party_of
    borne = {key for key, party in party_of.items() if party == whole.id}
    out = {key for key in borne if sources[key].name in names}
    if not out or out == borne:
        return parties, party_of
    before = _side_named(sources[key] for key in borne)
    added = Party(
        id=f"p{1 + max(int(p.id[1:]) for p in parties)}",
        name=names[0],
        kind=Counter(sources[key].kind for key in sorted(out)).most_common(1)[0][0],
        aliases=tuple(sorted({sources[key].name for key in out} - {names[0]})),
        merged_because=(why,) if len(names) > 1 else (),
    )
    name = kept if whole.name in names else whole.name
    left = msgspec.structs.replace(
        whole,
        name=name,
        aliases=tuple(sorted(_names(whole) - {name, *names})),
        merged_because=(*whole.merged_because, f"without “{'”, “'.join(names)}”: {why}"),
    )
    rows = [
        _sided(left, parties, whole, before, [sources[key] for key in borne - out]),
        _sided(added, parties, whole, before, [sources[key] for key in out]),
    ]
    replaced = tuple(rows[0] if p.id == whole.id else p for p in parties)
    return (*replaced, rows[1]), party_of | dict.fromkeys(out, added.id)


def _sided(party: Party, parties: Sequence[Party], whole: Party, before: str | None, sources: Sequence[Source]) -> Party:
    """The party with the side its own sources name: that of the whole where it is the same, else the party of that name."""
    named = _side_named(sources)
    if named is not None and named == before:
        return msgspec.structs.replace(party, side=whole.side, side_reason=whole.side_reason)
    side = next((p.id for p in parties if named is not None and named in _names(p)), None)
    return msgspec.structs.replace(party, side=side, side_reason=f"its mentions give {named} as its side" if side else None)


def _side_named(sources: Iterable[Source]) -> str | None:
    named = Counter(sorted(source.side for source in sources if source.side is not None))
    return named.most_common(1)[0][0] if named else None


def _taken_together(
    parties: tuple[Party, ...], party_of: PartyOf, decided: Decided
) -> tuple[tuple[Party, ...], PartyOf, tuple[Problem, ...]]:
    apart = [{naming.kept, naming.other} for naming in decided.split]
    problems: list[Problem] = []
    for naming in decided.merged:
        bearers = {
            name: [p for p in parties if p.kind != "unnamed" and name in _names(p)] for name in (naming.kept, naming.other)
        }
        many = next((name for name, found in bearers.items() if len(found) > 1 and naming.kept != naming.other), None)
        group = list(dict.fromkeys(p for found in bearers.values() for p in found))
        if many is not None:
            problems.append(_unclear(naming, many, len(bearers[many])))
        elif len(group) > 1 and not any(two <= set().union(*map(_names, group)) for two in apart):
            parties, party_of = _joined(parties, party_of, group, naming)
    return parties, party_of, tuple(problems)


def _joined(
    parties: tuple[Party, ...], party_of: PartyOf, group: Sequence[Party], naming: Naming
) -> tuple[tuple[Party, ...], PartyOf]:
    ids = {party.id for party in group}
    first = next(party for party in parties if party.id in ids)
    lead = next(party for party in group if naming.kept in _names(party))
    sided = next((party for party in (lead, *group) if party.side is not None and party.side not in ids), None)
    one = msgspec.structs.replace(
        lead,
        id=first.id,
        name=naming.kept,
        aliases=tuple(sorted(set().union(*map(_names, group)) - {naming.kept})),
        side=sided.side if sided else None,
        side_reason=sided.side_reason if sided else None,
        merged_because=(
            *(why for party in group for why in party.merged_because),
            f"“{naming.kept}” and “{naming.other}”: {naming.because}",
        ),
    )
    left = [one if party.id == first.id else party for party in parties if party.id == first.id or party.id not in ids]
    left = [
        msgspec.structs.replace(
            party,
            side=first.id if party.side in ids else party.side,
            parts=tuple(dict.fromkeys(first.id if part in ids else part for part in party.parts)),
        )
        for party in left
    ]
    return tuple(left), {key: first.id if party in ids else party for key, party in party_of.items()}


def _names(party: Party) -> frozenset[str]:
    return frozenset({party.name, *party.aliases})


def _unclear(naming: Naming, name: str, many: int) -> Problem:
    return Problem(
        code="judgement_unclear",
        message=f"“{naming.kept}” and “{naming.other}” were {naming.because}, but {many} parties bear the name “{name}” now; "
        "they are left apart.",
        stage="compare",
    )


def decide_claims(accounts: Sequence[Account], claims: tuple[Claim, ...], decided: Decided) -> tuple[Claim, ...]:
    """The claims with utterances taken out and claims taken together as people judged, numbered again.

    What is judged not the same leaves its claim for one of its own; "the same" is not followed where that would bring together
    what is judged not the same.
    """
    if not decided.same and not decided.not_same:
        return claims
    groups: list[list[tuple[Member, str]]] = [list(zip(claim.members, ("", *claim.reasons), strict=True)) for claim in claims]
    apart = [(pair.one, pair.two) for pair in decided.not_same]
    for pair in decided.not_same:
        for group in groups:
            keys = [_key(member) for member, _ in group]
            if pair.one in keys and pair.two in keys:
                groups.append([group.pop(keys.index(pair.one))])
                break
    for same in decided.same:
        one, two = ([g for g in groups if end in [_key(m) for m, _ in g]] for end in (same.one, same.two))
        if one and two and one[0] is not two[0]:
            together = {_key(member) for member, _ in (*one[0], *two[0])}
            if not any(a in together and b in together for a, b in apart):
                groups = [g for g in groups if g is not one[0] and g is not two[0]]
                groups.append([(member, why or same.because) for member, why in (*two[0], *one[0])])
    return _numbered(accounts, groups)


def _numbered(accounts: Sequence[Account], groups: Sequence[list[tuple[Member, str]]]) -> tuple[Claim, ...]:
    """Claims in order of first utterance, members in order of publication, then of input."""
    order: dict[tuple[str, str], tuple[str, int, int]] = {}
    words: dict[tuple[str, str], str] = {}
    for at, one in enumerate(accounts):
        for number, attribution in enumerate(one.sheet.attributions):
            order[one.id, attribution.id] = (one.sheet.document.published or "9999", at, number)
            words[one.id, attribution.id] = " ".join(span.words(one.text) for span in attribution.content)
    ordered = [sorted(group, key=lambda m: order[_key(m[0])]) for group in groups]
    ordered.sort(key=lambda group: order[_key(group[0][0])])
    return tuple(
        Claim(
            id=f"c{number}",
            text=words[_key(group[0][0])],
            members=tuple(member for member, _ in group),
            reasons=tuple(why for _, why in group[1:]),
        )
        for number, group in enumerate(ordered, 1)
    )


def _key(member: Member) -> tuple[str, str]:
    return member.document, member.attribution
