"""One party for all forms of a name, across documents, spellings and scripts; ambiguous ones stay apart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from counterclaim.match.account import Account
from counterclaim.match.institutions import Concept, Meant
from counterclaim.match.sides import with_sides
from counterclaim.match.spelling import SMALL, content_of, folded, given_names, latin, skeleton, words_of
from counterclaim.values.comparison import Party
from counterclaim.values.party import Source, SourceKind

PartyOf = dict[tuple[str, str], str]
"""The party of each source, by document id and source id."""

_BODIES: frozenset[SourceKind] = frozenset({"organisation", "outlet", "group", "document", "state"})
LONGEST_NAME = 8
"""Words of a mention that may be a name."""

OWNER_STEM = 5
"""Letters of a place's skeleton that its adjective and its cases keep ("Velmora", "Velmoran", «Вельморы»)."""

STEM = 3
"""Letters of a name's skeleton that inflection leaves alone."""


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One name of one kind, with every source that bears it.

    Attributes:
        name: As the documents show it.
        kind: What its bearers are.
        language: The documents' language.
        only: The document outside which the words name nobody; empty for a name.
        bearers: Each source with its document's id.
    """

    name: str
    kind: SourceKind
    language: str
    only: str
    bearers: tuple[tuple[str, Source], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The name's words in Latin letters, folded."""
        return words_of(self.name, self.language)


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
    forms = _forms(accounts, concept)
    groups = _Groups(len(forms))
    _join_persons(forms, groups)
    _join_bodies(forms, groups, concept)
    texts = {one.id: one.text for one in accounts}
    members: dict[int, list[Form]] = defaultdict(list)
    for at, form in enumerate(forms):
        members[groups.root(at)].append(form)
    ranked = sorted(members.items(), key=lambda m: (-sum(len(f.bearers) for f in m[1]), m[0]))
    parties: list[Party] = []
    party_of: PartyOf = {}
    bearers: dict[str, list[tuple[str, str, Source]]] = {}
    for number, (root, group) in enumerate(ranked, 1):
        party = _party(f"p{number}", group, tuple(groups.reasons.get(root, ())), concept)
        party = msgspec.structs.replace(party, aliases=tuple(sorted({*party.aliases, *_worded(party, group, texts, concept)})))
        parties.append(party)
        bearers[party.id] = [(form.name, form.language, source) for form in group for _, source in form.bearers]
        for form in group:
            for document, source in form.bearers:
                party_of[document, source.id] = party.id
    return with_sides(parties, bearers, concept), party_of


def _forms(accounts: Sequence[Account], concept: Concept) -> list[Form]:
    bearers: dict[tuple[str, SourceKind, str, str], list[tuple[str, Source]]] = defaultdict(list)
    for one in accounts:
        for source in one.sheet.sources:
            only = one.id if _local(source, one.language, concept) else ""
            bearers[source.name, source.kind, one.language, only].append((one.id, source))
    return [
        Form(name=name, kind=kind, language=language, only=only, bearers=tuple(found))
        for (name, kind, language, only), found in bearers.items()
    ]


def _local(source: Source, language: str, concept: Concept) -> bool:
    """Whether the name means somebody in its own document alone: nobody's name ("the ministry", "rescuers", "the report")."""
    if source.kind == "unnamed":
        return True
    return source.kind in _BODIES and source.kind != "outlet" and concept(source.name, language).common


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
        meant = concept(form.name, form.language)
        keys = [("words", form.only, *content_of(form.words))] if content_of(form.words) else []
        if meant.name:
            keys.insert(0, ("words", "", *content_of(words_of(meant.name))))
        elif meant.of and not meant.of_state and form.kind == "document":
            keys.insert(0, ("words", "", *content_of(words_of(meant.of))))
        if meant.body and meant.owner:
            keys.append(("owned", meant.body, skeleton(latin(meant.owner, form.language))[:OWNER_STEM]))
        for key in keys:
            if key in first and groups.root(first[key]) != groups.root(at):
                groups.join(first[key], at, f"“{forms[first[key]].name}” and “{form.name}”: {_reason(form, meant)}")
            first.setdefault(key, at)
    _join_bare(forms, groups, concept)
    _join_acronyms(forms, groups)


def _reason(form: Form, meant: Meant) -> str:
    if meant.name:
        return f"both are {meant.name}"
    if meant.body and meant.owner:
        return f"one {meant.body}, “{meant.owner}”"
    return f"a document of {meant.of}" if form.kind == "document" and meant.of else "the same words"


def _join_bare(forms: list[Form], groups: _Groups, concept: Concept) -> None:
    """An institution named without its state is the one of its kind that the same document names in full."""
    whole: dict[tuple[str, str], set[int]] = defaultdict(set)
    for at, form in enumerate(forms):
        name = concept(form.name, form.language).name if form.kind in _BODIES else None
        for body in (name or "").split(" ", 1)[1:]:
            for document, _ in form.bearers:
                whole[document, folded(body)].add(groups.root(at))
    for at, form in enumerate(forms):
        meant = concept(form.name, form.language)
        if form.only and form.kind == "organisation" and meant.body and meant.of is None:
            found = {groups.root(x) for x in whole.get((form.only, folded(meant.body)), ())}
            if len(found) == 1:
                named = next(iter(found))
                groups.join(named, at, f"“{form.name}”: only {forms[named].name} is one in {form.only}")


def _join_acronyms(forms: list[Form], groups: _Groups) -> None:
    long: dict[str, set[int]] = defaultdict(set)
    for at, form in enumerate(forms):
        words = [w for w in form.words if w not in SMALL]
        if form.kind in _BODIES and not form.only and len(words) > 1:
            long["".join(w[0] for w in words)].add(at)
    for at, form in enumerate(forms):
        if form.kind in _BODIES and form.name.isupper() and 2 < len(form.name) < 8:
            meant = {groups.root(x) for x in long.get(folded(latin(form.name, form.language)), ())}
            if len(meant) == 1:
                whole = next(iter(meant))
                groups.join(whole, at, f"“{form.name}” are the initials of “{forms[whole].name}”")


def _party(identity: str, group: list[Form], reasons: tuple[str, ...], concept: Concept) -> Party:
    known = next((c for f in group if f.kind in _BODIES and (c := concept(f.name, f.language).name)), None)
    name = known or max(group, key=lambda f: (f.name.isascii(), len(f.words), len(f.bearers))).name
    all_kinds = [f.kind for f in group for _ in f.bearers]
    kinds: list[SourceKind] = [kind for kind in all_kinds if kind != "document"] or all_kinds
    return Party(
        id=identity,
        name=name,
        kind=max(kinds, key=lambda k: (kinds.count(k), k)),
        aliases=tuple(sorted({f.name for f in group} - {name})),
        merged_because=reasons,
    )


def _worded(party: Party, group: list[Form], texts: Mapping[str, str], concept: Concept) -> set[str]:
    """The names of the party as the documents word and inflect them, where they differ from the names shown."""
    shown = {folded(name) for name in (party.name, *party.aliases)}
    found: dict[str, str] = {}
    for form in group:
        for document, source in form.bearers:
            for mention in source.mentions:
                words = mention.words(texts[document]).split()
                words = words[1:] if words and words[0].casefold() in SMALL else words
                name = " ".join(words)
                if 0 < len(words) <= LONGEST_NAME and _names_it(name, form, party, concept):
                    found.setdefault(folded(name), name)
    return {name for key, name in found.items() if key not in shown}


def _names_it(name: str, form: Form, party: Party, concept: Concept) -> bool:
    if not any(c.isupper() for c in name):
        return False
    if form.kind != "person":
        return form.kind in _BODIES and not form.only and concept(name, form.language).name == party.name
    stems, own = ([skeleton(w)[:STEM] for w in words] for words in (words_of(name, form.language), form.words))
    all_capital = all(word[:1].isupper() for word in name.split())
    return all_capital and stems[-1:] == own[-1:] and (len(stems) == 1 or stems == own)
