"""What each document rests on: whose word, through whom, and whose text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.match.account import Account
from counterclaim.match.reuse import Passage, covered
from counterclaim.match.roots import Roots
from counterclaim.values.comparison import Claim, Copied, Independence, Origin
from counterclaim.values.sheet import Sheet

ENOUGH_PASSAGES = 2
"""One shared sentence happens between honest accounts of one event; two are a copy (the dossier benchmark's rule, too)."""

ENOUGH_COVERED = 0.25
"""A single shared passage is a copy only where it is a quarter of one document's own words (a two-line brief)."""

Shared = Mapping[tuple[int, int], tuple[Passage, ...]]


def origins(accounts: Sequence[Account], shared: Shared, roots: Roots) -> tuple[Origin, ...]:
    """For each document, in input order: the parties its account rests on, what it credits, and what it copies.

    The later of two alike documents is named the copy; where dates do not tell, the one that credits the other's outlet,
    then the one with less of its own. It stays a likelihood: both may copy a third that is not in the dossier.
    """
    copied: dict[int, list[Copied]] = defaultdict(list)
    better: dict[int, tuple[float, int]] = {}
    for (a, b), passages in shared.items():
        proof = [p for p in passages if p.proves_copying]
        share = max(covered(passages, accounts[a], here=True), covered(passages, accounts[b], here=False))
        if len(proof) < ENOUGH_PASSAGES and not (proof and share >= ENOUGH_COVERED):
            continue
        later, earlier = _direction(accounts, a, b, passages)
        for passage in passages:
            here, there = (passage.here, passage.there) if later == a else (passage.there, passage.here)
            copied[later].append(
                Copied(
                    start=here.span.start,
                    end=here.span.end,
                    from_=accounts[earlier].id,
                    from_start=there.span.start,
                    from_end=there.span.end,
                    similarity=round(passage.similarity, 3),
                )
            )
        if share > better.get(later, (0.0, 0))[0]:
            better[later] = (share, earlier)
    found = []
    for at, one in enumerate(accounts):
        original = accounts[better[at][1]] if at in better else None
        relays = credits_of(one.sheet)
        found.append(
            Origin(
                document=one.id,
                roots=roots.of(one.sheet),
                relays=relays,
                copy_of=original.id if original else None,
                credited=None if original is None else _credits(relays, original),
                copied=tuple(sorted(copied[at], key=lambda c: (c.start, c.from_))),
            )
        )
    return tuple(found)


def credits_of(sheet: Sheet) -> tuple[str, ...]:
    """Names of the outlets and channels a document credits, in text order, each once."""
    relays = sorted((r for a in sheet.attributions for r in a.via), key=lambda r: r.start)
    return tuple(dict.fromkeys(r.name for r in relays))


def independence(claims: Sequence[Claim], origin: Sequence[Origin]) -> tuple[Independence, ...]:
    """Per claim: how many documents carry it and on how many independent origins they rest.

    Documents that copy one another, and documents in which the same party makes the claim, count as one origin.
    """
    copy_of = {o.document: o.copy_of for o in origin}

    def original(document: str) -> str:
        seen = {document}
        while (above := copy_of.get(document)) is not None and above not in seen:
            document = above
            seen.add(document)
        return document

    found = []
    for claim in claims:
        roots = tuple(dict.fromkeys(m.source for m in claim.members if m.source is not None))
        voiceless = {original(m.document) for m in claim.members if m.source is None}
        sourced = {original(m.document) for m in claim.members if m.source is not None}
        found.append(
            Independence(
                claim=claim.id,
                documents=len({m.document for m in claim.members}),
                origins=len(roots) + len(voiceless - sourced),
                roots=roots,
            )
        )
    return tuple(found)


def _direction(accounts: Sequence[Account], a: int, b: int, passages: Sequence[Passage]) -> tuple[int, int]:
    """(later, earlier) of two alike documents."""
    one, two = accounts[a].sheet, accounts[b].sheet
    if one.document.published and two.document.published and one.document.published != two.document.published:
        return (a, b) if one.document.published > two.document.published else (b, a)
    if _credits(credits_of(one), accounts[b]) != _credits(credits_of(two), accounts[a]):
        return (a, b) if _credits(credits_of(one), accounts[b]) else (b, a)
    own_a, own_b = covered(passages, accounts[a], here=True), covered(passages, accounts[b], here=False)
    return (a, b) if own_a > own_b else (b, a)


def _credits(relays: Sequence[str], original: Account) -> bool:
    outlet = (original.sheet.document.outlet or "").casefold()
    return bool(outlet) and any(outlet in r.casefold() or r.casefold() in outlet for r in relays)
