"""What each document rests on: whose word, through whom, and whose text."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from counterclaim.match.account import Account
from counterclaim.match.reuse import Passage, covered
from counterclaim.match.roots import Roots
from counterclaim.match.sides import speaks_for
from counterclaim.match.translations import in_order
from counterclaim.values.comparison import Claim, Copied, Independence, Origin, Party
from counterclaim.values.sheet import Sheet

ENOUGH_PASSAGES = 2
"""One shared sentence happens between honest accounts of one event; two are a copy (the dossier benchmark's rule, too)."""

ENOUGH_COVERED = 0.25
"""A single shared passage is a copy only where it is a quarter of one document's own words (a two-line brief)."""

ENOUGH_IN_ORDER = 3
"""Own sentences in the same order that make a translation, beside `ENOUGH_TRANSLATED`: on the two public dossiers translations
have four and five, honest accounts in two languages at most one."""

ENOUGH_TRANSLATED = 0.5
"""Share of the shorter account that must be translated."""

LENGTH_OF_DAY = 10
"""Characters of a date without a time."""

_WORD = re.compile(r"\w+")

Shared = Mapping[tuple[int, int], tuple[Passage, ...]]


def origins(accounts: Sequence[Account], shared: Shared, roots: Roots) -> tuple[Origin, ...]:
    """For each document, in input order: the parties its account rests on, what it credits, and what it copies.

    Of two alike documents the one that credits the other's outlet is named the copy, else the later, else the one with less of
    its own. It stays a likelihood, which the reason says: both may copy a third that is not in the dossier.
    """
    copied: dict[int, list[Copied]] = defaultdict(list)
    better: dict[int, tuple[bool, float, int, str]] = {}
    for (a, b), passages in shared.items():
        share = max(covered(passages, accounts[a], here=True), covered(passages, accounts[b], here=False))
        if not _copies(passages, share):
            continue
        later, earlier, why = _direction(accounts, a, b, passages)
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
                    translated=passage.translated,
                )
            )
        same_language = not passages[0].translated
        if (same_language, share) > better.get(later, (False, 0.0, 0, ""))[:2]:
            better[later] = (same_language, share, earlier, f"{_alike(passages, share)}; {why}")
    found = []
    for at, one in enumerate(accounts):
        original = accounts[better[at][2]] if at in better else None
        relays = credits_of(one.sheet)
        credited = None if original is None else _credits(relays, original)
        found.append(
            Origin(
                document=one.id,
                roots=roots.of(one.sheet),
                relays=relays,
                copy_of=original.id if original else None,
                credited=credited,
                copy_because=_likely(better[at][3], credited) if at in better else None,
                copied=tuple(sorted(copied[at], key=lambda c: (c.start, c.from_))),
            )
        )
    return tuple(found)


def _copies(passages: Sequence[Passage], share: float) -> bool:
    """Whether the passages are more than one statement that both quote, or one event that both report."""
    if passages[0].translated:
        return in_order(passages) >= ENOUGH_IN_ORDER and share >= ENOUGH_TRANSLATED
    proof = sum(p.proves_copying for p in passages)
    return proof >= ENOUGH_PASSAGES or (proof > 0 and share >= ENOUGH_COVERED)


def _alike(passages: Sequence[Passage], share: float) -> str:
    how = (
        "say the same in another language, in the same order"
        if passages[0].translated
        else "stand in both, in much the same words"
    )
    return f"{len(passages)} sentences {how}, {share:.0%} of one account's own words"


def _likely(why: str, credited: bool | None) -> str:
    return f"{why}; credited" if credited else f"{why}; not credited: likely taken over, or both take over a third"


def credits_of(sheet: Sheet) -> tuple[str, ...]:
    """Names of the outlets and channels a document credits, in text order, each once; neither people nor "a statement"."""
    people = {s.id for s in sheet.sources if s.kind not in ("outlet", "organisation")}
    relays = [(r.start, r.name) for a in sheet.attributions for r in a.via if r.source_id not in people]
    own = (sheet.document.outlet or "").casefold()
    relays += [
        (source.mentions[0].start, source.name)
        for source in sheet.sources
        if source.kind == "outlet" and source.mentions and source.name.casefold() not in own
    ]
    return tuple(dict.fromkeys(name for _, name in sorted(relays) if any(c.isupper() for c in name)))


def independence(claims: Sequence[Claim], origin: Sequence[Origin], parties: Sequence[Party]) -> tuple[Independence, ...]:
    """Per claim: how many documents carry it and on how many independent origins they rest.

    Documents that copy one another, and documents in which the same party makes the claim, count as one origin; so does a state
    with those who speak for it.
    """
    by_id = {p.id: p for p in parties}
    copy_of = {o.document: o.copy_of for o in origin}

    def original(document: str) -> str:
        seen = {document}
        while (above := copy_of.get(document)) is not None and above not in seen:
            document = above
            seen.add(document)
        return document

    found = []
    for claim in claims:
        makers = [m.source for m in claim.members if m.source is not None]
        roots = tuple(dict.fromkeys(part for p in makers for part in ((by_id[p].parts or (p,)) if p in by_id else (p,))))
        spoken_for = {side for p in roots if p in by_id for side in speaks_for(by_id[p], by_id)}
        voiceless = {original(m.document) for m in claim.members if m.source is None}
        sourced = {original(m.document) for m in claim.members if m.source is not None}
        found.append(
            Independence(
                claim=claim.id,
                documents=len({m.document for m in claim.members}),
                origins=len(set(roots) - spoken_for) + len(voiceless - sourced),
                roots=roots,
            )
        )
    return tuple(found)


def _direction(accounts: Sequence[Account], a: int, b: int, passages: Sequence[Passage]) -> tuple[int, int, str]:
    """(later, earlier, why) of two alike documents."""
    a_credits, b_credits = (_credits(credits_of(accounts[x].sheet), accounts[y]) for x, y in ((a, b), (b, a)))
    if a_credits != b_credits:
        return (a, b, "it credits the other's outlet") if a_credits else (b, a, "it credits the other's outlet")
    one, two = _moments(accounts[a].sheet.document.published, accounts[b].sheet.document.published)
    if one != two:
        return (a, b, "it came out later") if one > two else (b, a, "it came out later")
    own_a, own_b = covered(passages, accounts[a], here=True), covered(passages, accounts[b], here=False)
    return (a, b, "it has less of its own") if own_a > own_b else (b, a, "it has less of its own")


def _moments(one: str | None, two: str | None) -> tuple[str, str]:
    """Two dates of publication at the precision that both have, in one time zone; equal where either is missing."""
    if not one or not two:
        return "", ""
    days = min(len(one), len(two)) <= LENGTH_OF_DAY
    return (one[:LENGTH_OF_DAY], two[:LENGTH_OF_DAY]) if days else (_universal(one), _universal(two))


def _universal(moment: str) -> str:
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return (when if when.tzinfo is None else when.astimezone(UTC).replace(tzinfo=None)).isoformat()


def _credits(relays: Sequence[str], original: Account) -> bool:
    """Whether one of the names is the outlet's, in full or in part ("Reuters" for "Reuters (via Harbour Post)")."""
    outlet = set(_WORD.findall((original.sheet.document.outlet or "").casefold()))
    return any((words := set(_WORD.findall(r.casefold()))) and outlet and (words <= outlet or outlet <= words) for r in relays)
