"""One party for all forms of a name, across documents, spellings and scripts; ambiguous ones stay apart."""

from collections import defaultdict
from collections.abc import Callable, Sequence

import msgspec

from counterclaim.match.account import Account
from counterclaim.match.spelling import folded, given_names, latin, skeleton
from counterclaim.values.comparison import Party
from counterclaim.values.party import Source, SourceKind

Concept = Callable[[str, str], str | None]
"""The name all languages share for an institution or state ("Russian Defence Ministry" for "Минобороны РФ"), by name and
language; None where the word lists know none."""

PartyOf = dict[tuple[str, str], str]
"""The party of each source, by document id and source id."""

_BODIES: frozenset[SourceKind] = frozenset({"organisation", "outlet", "group", "document", "state"})
SHORTEST_STEM = 5
"""Letters that two names of one state must share at their beginning."""

LONGEST_ENDING = 2
"""Letters by which a state's adjective is longer than its name ("Orvania", "Orvanian")."""

STATE_FORMS = frozenset({" federation", " republic", " union", " kingdom"})
"""What a state's full name adds to its short one."""

_SMALL = frozenset({"the", "of", "for", "and", "in", "a", "an", "its"})


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One name of one kind, with every source that bears it."""

    name: str
    kind: SourceKind
    language: str
    bearers: tuple[tuple[str, Source], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The name's words in Latin letters, folded."""
        return tuple(folded(latin(self.name, self.language)).replace("-", " ").split())


class _Groups:
    """Union of forms, with the reason of each joining."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.reasons: dict[int, list[str]] = defaultdict(list)

    def root(self, at: int) -> int:
        while self.parent[at] != at:
            at = self.parent[at]
        return at

    def join(self, one: int, two: int, reason: str) -> None:
        a, b = sorted((self.root(one), self.root(two)))
        if a != b:
            self.parent[b] = a
            self.reasons[a] += [*self.reasons.pop(b, []), reason]


def merge_parties(accounts: Sequence[Account], concept: Concept) -> tuple[tuple[Party, ...], PartyOf]:
    """All parties of a dossier, most often met first, and the party of each source.

    An unnamed source is a party of its document alone: two anonymous officials are not one. A bare surname joins the one
    full name that bears it; where two bear it, it stays apart.
    """
    forms = _forms(accounts)
    groups = _Groups(len(forms))
    _join_persons(forms, groups)
    _join_bodies(forms, groups, concept)
    members: dict[int, list[Form]] = defaultdict(list)
    for at, form in enumerate(forms):
        members[groups.root(at)].append(form)
    ranked = sorted(members.items(), key=lambda m: (-sum(len(f.bearers) for f in m[1]), m[0]))
    parties: list[Party] = []
    party_of: PartyOf = {}
    for number, (root, group) in enumerate(ranked, 1):
        party = _party(f"p{number}", group, tuple(groups.reasons.get(root, ())), concept)
        parties.append(party)
        for form in group:
            for document, source in form.bearers:
                party_of[document, source.id] = party.id
    return _with_sides(
        tuple(parties), dict(zip((p.id for p in parties), (g for _, g in ranked), strict=True)), concept
    ), party_of


def _forms(accounts: Sequence[Account]) -> list[Form]:
    bearers: dict[tuple[str, SourceKind, str], list[tuple[str, Source]]] = defaultdict(list)
    for one in accounts:
        for source in one.sheet.sources:
            name = f"{source.name}\n{one.id}" if source.kind == "unnamed" else source.name
            bearers[name, source.kind, one.language].append((one.id, source))
    return [
        Form(name=name.split("\n")[0], kind=kind, language=language, bearers=tuple(found))
        for (name, kind, language), found in bearers.items()
    ]


def _join_persons(forms: list[Form], groups: _Groups) -> None:
    listed = given_names()
    by_surname: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        if form.kind == "person" and form.words:
            by_surname[skeleton(form.words[-1])].append(at)
    for found in by_surname.values():
        full = [at for at in found if len(forms[at].words) > 1]
        for x, one in enumerate(full):
            for two in full[x + 1 :]:
                if _same_given(forms[one].words[:-1], forms[two].words[:-1], listed):
                    groups.join(one, two, f"“{forms[one].name}” and “{forms[two].name}”: one surname, given names agree")
        whole = {groups.root(at) for at in full}
        bare = [at for at in found if len(forms[at].words) == 1]
        for at in bare[1:]:
            groups.join(bare[0], at, f"“{forms[bare[0]].name}” and “{forms[at].name}”: one surname in two spellings")
        if len(whole) == 1 and bare:
            named = forms[next(iter(whole))].name
            groups.join(next(iter(whole)), bare[0], f"“{forms[bare[0]].name}”: only {named} bears this surname here")


def _same_given(one: tuple[str, ...], two: tuple[str, ...], listed: dict[str, frozenset[int]]) -> bool:
    """Whether given names agree: by sound, by the list of name forms, or an initial with its name."""
    a, b = one[0], two[0]
    if skeleton(a) == skeleton(b) or listed.get(a, frozenset()) & listed.get(b, frozenset()):
        return True
    short, long = sorted((a.rstrip("."), b.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def _join_bodies(forms: list[Form], groups: _Groups, concept: Concept) -> None:
    first: dict[tuple[str, ...], int] = {}
    for at, form in enumerate(forms):
        if form.kind not in _BODIES:
            continue
        known = concept(form.name, form.language)
        keys: list[tuple[str, ...]] = [("concept", folded(known))] if known else []
        words = tuple(sorted(w for w in form.words if w not in _SMALL))
        if words:
            keys.append(("words", *words))
        for key in keys:
            if key in first and groups.root(first[key]) != groups.root(at):
                why = f"both are {known}" if key[0] == "concept" else "the same words"
                groups.join(first[key], at, f"“{forms[first[key]].name}” and “{form.name}”: {why}")
            first.setdefault(key, at)
    _join_acronyms(forms, groups)


def _join_acronyms(forms: list[Form], groups: _Groups) -> None:
    long: dict[str, set[int]] = defaultdict(set)
    for at, form in enumerate(forms):
        words = [w for w in form.words if w not in _SMALL]
        if form.kind in _BODIES and len(words) > 1:
            long["".join(w[0] for w in words)].add(at)
    for at, form in enumerate(forms):
        if form.kind in _BODIES and form.name.isupper() and 2 < len(form.name) < 8:
            meant = {groups.root(x) for x in long.get(folded(latin(form.name, form.language)), ())}
            if len(meant) == 1:
                whole = next(iter(meant))
                groups.join(whole, at, f"“{form.name}” are the initials of “{forms[whole].name}”")


def _party(identity: str, group: list[Form], reasons: tuple[str, ...], concept: Concept) -> Party:
    known = next((c for f in group if f.kind in _BODIES and (c := concept(f.name, f.language))), None)
    name = known or max(group, key=lambda f: (f.name.isascii(), len(f.words), len(f.bearers))).name
    aliases = sorted({f.name for f in group} - {name})
    kinds = [f.kind for f in group for _ in f.bearers]
    return Party(
        id=identity,
        name=name,
        kind=max(set(kinds), key=lambda k: (kinds.count(k), k)),
        aliases=tuple(aliases),
        merged_because=reasons,
    )


def _with_sides(parties: tuple[Party, ...], groups: dict[str, list[Form]], concept: Concept) -> tuple[Party, ...]:
    """Each party with the party it speaks for, where its sources name a side; a side that does not speak itself is added."""
    by_name = {folded(form): p.id for p in parties if p.kind in _BODIES for form in (p.name, *p.aliases)}
    sided = []
    added: list[Party] = []
    for party in parties:
        named = [
            concept(s.side, form.language) or s.side for form in groups[party.id] for _, s in form.bearers if s.side is not None
        ]
        if not named:
            sided.append(party)
            continue
        side = max(sorted(set(named)), key=named.count)
        target = _state_named(folded(side), by_name)
        if target is None:
            target = f"p{len(parties) + len(added) + 1}"
            added.append(Party(id=target, name=side, kind="state"))
            by_name[folded(side)] = target
        if target != party.id:
            reason = f"{named.count(side)} of its mentions give {side} as its side"
            party = msgspec.structs.replace(party, side=target, side_reason=reason)  # the sided copy takes its place
        sided.append(party)
    return (*sided, *added)


def _state_named(side: str, by_name: dict[str, str]) -> str | None:
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
