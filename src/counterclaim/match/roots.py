"""On whose word a document rests: the parties one would have to ask."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from counterclaim.match.institutions import Concept
from counterclaim.match.parties import PartyOf
from counterclaim.match.sides import speaks_for
from counterclaim.values.attribution import Act, Attribution
from counterclaim.values.comparison import Party
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import cover

WISHES: frozenset[Act] = frozenset({"asks", "demands", "orders"})
"""Acts that say what somebody wants, not what happened: no account rests on them."""


SHORTEST_OWN = 12
"""Characters an outlet must say to be more than a relay ("the agency reported this")."""

SHORTEST_SAID = 6
"""Characters of what anybody says that are more than "this", unless they hold a number."""

PASSED_ON = 0.6
"""Share of an outlet's words that others', with speaker and cue, must cover for it to be a relay."""


class Roots:
    """Finds the roots of each document of one dossier."""

    def __init__(self, parties: Sequence[Party], party_of: PartyOf, concept: Concept) -> None:
        self._parties = {p.id: p for p in parties}
        self._party_of = party_of
        self._concept = concept

    def of(self, sheet: Sheet) -> tuple[str, ...]:
        """The parties on whose word the document's account rests, those with most words first.

        They are the speakers of what is reported, and those who give its figures. An outlet that passes on another's words is a
        relay, not a root; neither is the outlet itself beside others. Nobody can be asked under "the data" or "rescuers":
        such a source counts only where no other is left. A state is one voice with those who speak for it.
        """
        weight = self._weights(sheet)
        nameless = self._nameless(sheet)
        named = {p: w for p, w in weight.items() if p not in nameless} or weight
        most = max(named.values(), default=0)
        own = self._own_voice(sheet)
        heard = {p: w for p, w in named.items() if p not in own or w == most}
        kept = [p for p in heard if not self._spoken_for(p, heard, sheet)]
        return tuple(sorted(kept, key=lambda p: (-heard[p], p)))

    def _weights(self, sheet: Sheet) -> dict[str, int]:
        """Characters that each party is reported to have said; at least one for whoever gives a figure."""
        inside: dict[str, list[Attribution]] = defaultdict(list)
        for attribution in sheet.attributions:
            if attribution.parent is not None:
                inside[attribution.parent].append(attribution)
        weight: dict[str, int] = defaultdict(int)
        outlets = {source.id for source in sheet.sources if source.kind == "outlet"}
        text = _text(sheet)
        for attribution in _reported(sheet.attributions, inside, outlets):
            length = sum(len(span) for span in attribution.content)
            shortest = SHORTEST_OWN if attribution.source_id in outlets else SHORTEST_SAID
            counts = any(c.isdigit() for span in attribution.content for c in span.words(text))
            if attribution.act in WISHES or (length < shortest and not counts):
                continue
            for party in self._speakers(sheet, attribution.source_id):
                weight[party] += length
        wished = {a.id for a in sheet.attributions if a.act in WISHES}
        for figure in sheet.figures:
            if figure.attribution not in wished:
                for party in self._speakers(sheet, figure.estimator):
                    weight[party] = max(weight[party], 1)
        return dict(weight)

    def _speakers(self, sheet: Sheet, source: str | None) -> tuple[str, ...]:
        found = self._party_of.get((sheet.document.id, source)) if source else None
        if found is None:
            return ()
        return self._parties[found].parts or (found,)

    def _nameless(self, sheet: Sheet) -> set[str]:
        """The parties under whose words nobody is named: a thing that shows something, people of no state or body."""
        return {
            party
            for source in sheet.sources
            if source.kind in ("document", "group") and self._concept(source.name, sheet.document.language).common
            for party in self._speakers(sheet, source.id)
        }

    def _own_voice(self, sheet: Sheet) -> set[str]:
        """The outlet itself, where it is named as an outlet ("as the Post reported before") and does not say "we"."""
        outlet = (sheet.document.outlet or "").partition(" (")[0].casefold()
        text = _text(sheet)
        own = set()
        for attribution in sheet.attributions:
            for party in self._speakers(sheet, attribution.source_id):
                one = self._parties[party]
                named = any(outlet in span.words(text).casefold() for span in attribution.source)
                if outlet and named and one.kind == "outlet" and outlet in one.name.casefold():
                    own.add(party)
        return own

    def _spoken_for(self, party: str, heard: Mapping[str, int], sheet: Sheet) -> bool:
        """Whether another root is the same voice.

        A state speaks through its bodies and officials; experts of a body speak for it, where it is a root itself; a body that
        only denies is one voice with others of its state.
        """
        one = self._parties[party]
        others = [self._parties[p] for p in heard if p != party]
        if one.kind == "state":
            return self._only_denies(party, sheet) or any(party in self._sides(o) for o in others)
        if one.kind in ("group", "document") and one.side is not None and one.side in heard:
            return self._parties[one.side].kind != "state"
        alike = any(self._sides(o) & self._sides(one) for o in others)
        return alike and (one.kind == "document" or (one.kind == "organisation" and self._only_denies(party, sheet)))

    def _sides(self, party: Party) -> set[str]:
        return speaks_for(party, self._parties)

    def _only_denies(self, party: str, sheet: Sheet) -> bool:
        said = [a for a in sheet.attributions if a.parent is None and party in self._speakers(sheet, a.source_id)]
        return bool(said) and all(a.act == "denies" and a.mode == "indirect" for a in said)


def _reported(
    attributions: Iterable[Attribution], inside: Mapping[str, Sequence[Attribution]], outlets: Collection[str]
) -> Iterable[Attribution]:
    """The outermost attributions; below one in which an outlet does little but pass on another's words, the other's."""
    for attribution in attributions:
        if attribution.parent is None:
            whole = sum(len(span) for span in attribution.content)
            passed = [a for a in inside.get(attribution.id, ()) if a.source_id is not None]
            is_relay = attribution.source_id in outlets and sum(map(_extent, passed)) >= PASSED_ON * whole
            yield from passed if is_relay and passed else (attribution,)


def _extent(attribution: Attribution) -> int:
    """Characters from the first to the last of a speaker with what is said."""
    whole = cover([*attribution.source, *attribution.cue, *attribution.content])
    return len(whole) if whole else 0


def _text(sheet: Sheet) -> str:
    return sheet.document.text if isinstance(sheet.document.text, str) else ""
