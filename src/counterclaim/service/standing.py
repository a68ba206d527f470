"""How everything that was judged in a dossier stands against its present sheets. Pure: ``judge`` reads the ledger for it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from counterclaim.service.again import Again, attached
from counterclaim.service.agreeing import standing
from counterclaim.service.targets import targets
from counterclaim.values.judgement import Correction, Decided, Judgement, Naming, Pair, Place, Standing, Target
from counterclaim.values.sheet import Sheet

Ends = tuple[tuple[str, str], ...]
"""The utterances of a pair, each by its document's and its attribution's id; one alone where a claim was ``checked``."""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """All that was judged in a dossier.

    Attributes:
        judgements: The live ones (``agreeing.live``), oldest first.
        texts: The texts that they name, by digest.
        second_look: Whether two reviewers must agree.
        last: The highest number of a judgement of the dossier, undos included; 0 where there is none.
    """

    judgements: tuple[Judgement, ...]
    texts: Mapping[str, str]
    second_look: bool
    last: int

    def on(self, document: str) -> Iterator[Judgement]:
        """The judgements on findings of one document, or on the document itself."""
        for one in self.judgements:
            if one.target.kind not in {"claim", "party"} and one.target.place and one.target.place.document == document:
                yield one


def in_sheet(case: Case, sheet: Sheet) -> tuple[dict[str, Standing], tuple[Standing, ...]]:
    """How each judged finding of a sheet stands, by id, and what attaches to none.

    Args:
        case: The dossier's.
        sheet: As the machine made it, with its text.
    """
    judged = list(case.on(sheet.document.id))
    found = targets(sheet) if judged else {}
    groups: dict[str, list[tuple[Judgement, Again]]] = defaultdict(list)
    strays: list[tuple[Judgement, str]] = []
    for one in judged:
        again = attached(one.target, one.correction, found.values(), case.texts, str(sheet.document.text))
        if isinstance(again, str):
            strays.append((one, again))
        else:
            groups[again.id].append((one, again))
    return {identity: _stands(case, group) for identity, group in groups.items()}, _lost(case, strays)


def removed(case: Case, documents: Collection[str]) -> tuple[Standing, ...]:
    """What was judged in documents that are not in the dossier any more."""
    gone = [one for one in case.judgements if one.target.place and one.target.place.document not in documents]
    gone = [one for one in gone if one.target.kind != "claim"]  # `utterances` tells of those
    return _lost(case, [(one, _not_there(one.target.place)) for one in gone])


def utterances(case: Case, sheets: Sequence[Sheet], judged: Sequence[Sheet]) -> dict[Ends, Standing]:
    """How each judged pair of utterances stands, by document and attribution id of both, in the order of the newest judgement.

    Args:
        case: The dossier's.
        sheets: As the machine made them.
        judged: As people left them: a comparison shows their spans. An attribution has the same id in both.
    """
    texts = {sheet.document.id: str(sheet.document.text) for sheet in sheets}
    found: dict[str, list[Target]] = defaultdict(list)
    if any(one.target.kind == "claim" for one in case.judgements):
        for sheet in (*sheets, *judged):
            found[sheet.document.id] += targets(sheet).values()
    groups: dict[frozenset[tuple[str, str]], list[Judgement]] = defaultdict(list)
    newest: dict[frozenset[tuple[str, str]], tuple[Ends, str | None]] = {}
    for one in case.judgements:
        if one.target.kind == "claim":
            places = [place for place in (one.target.place, one.target.other) if place is not None]
            at = [_utterance(place, found.get(place.document), case.texts, texts) for place in places]
            ends = tuple((place.document, end) for place, (end, _) in zip(places, at, strict=True))
            groups[frozenset(ends)].append(one)
            newest[frozenset(ends)] = (ends, next((why for _, why in at if why), None))
    return {newest[key][0]: _standing(case, group, newest[key][1]) for key, group in groups.items()}


def _utterance(
    place: Place, found: Iterable[Target] | None, texts: Mapping[str, str], now: Mapping[str, str]
) -> tuple[str, str | None]:
    """The id of the attribution in that place; where there is none, the place as it was and the reason."""
    again: Again | str = _not_there(place)
    if found is not None:
        again = attached(Target(kind="attribution", id="", place=place), None, found, texts, now[place.document])
    return (f"{place.text_sha256}:{place.start}", again) if isinstance(again, str) else (again.id, None)


def namings(case: Case, known: Collection[str] | None = None) -> dict[tuple[str, ...], Standing]:
    """How each judged pair of names stands, by the two names in order of the alphabet.

    Args:
        case: The dossier's.
        known: The names in the dossier now; a judgement on another one is lost. None where it does not matter.
    """
    groups: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for one in case.judgements:
        if one.target.kind == "party":
            kept, *others = one.target.names
            pairs: list[tuple[str, ...]] = [(kept, other) for other in others]
            for names in pairs or [(kept,)]:
                target = msgspec.structs.replace(one.target, names=names)
                groups[tuple(sorted(names))].append(msgspec.structs.replace(one, target=target))
    found = {}
    for key, group in groups.items():
        gone = [name for name in key if known is not None and name not in known]
        found[key] = _standing(case, group, f"nobody in the dossier bears the name “{gone[0]}” any more" if gone else None)
    return found


def decided(case: Case, sheets: Sequence[Sheet], judged: Sequence[Sheet]) -> Decided:
    """What people agreed about the grouping of a dossier; ``sheets`` and ``judged`` as for `utterances`."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for ends, one in utterances(case, sheets, judged).items():
        if one.agreed is not None and one.lost is None and len(set(ends)) == 2:
            pairs[one.agreed.verdict].append(Pair(one=ends[0], two=ends[1], because=because(one.agreed)))
    names: dict[str, list[Naming]] = defaultdict(list)
    for one in namings(case).values():
        if one.agreed is not None and len(one.agreed.target.names) == 2:
            kept, other = one.agreed.target.names
            names[one.agreed.verdict].append(
                Naming(kept=kept, other=other, judgement=one.agreed.id, because=because(one.agreed))
            )
    return Decided(
        merged=tuple(names["merge"]), split=tuple(names["split"]), same=tuple(pairs["same"]), not_same=tuple(pairs["not_same"])
    )


def because(judgement: Judgement) -> str:
    """Who judged and why, in words, as a comparison gives its reasons."""
    said = f"judged by {judgement.by}"
    return f"{said}: {judgement.why}" if judgement.why else said


def _stands(case: Case, group: Sequence[tuple[Judgement, Again]]) -> Standing:
    corrections: dict[int, Correction] = {one.id: again.correction for one, again in group if again.correction is not None}
    said = group[-1][1].said
    return standing([one for one, _ in group], second_look=case.second_look, said=said, corrections=corrections)


def _standing(case: Case, group: Sequence[Judgement], lost: str | None) -> Standing:
    made = standing(group, second_look=case.second_look)
    return made if lost is None else msgspec.structs.replace(made, lost=lost)


def _lost(case: Case, strays: Iterable[tuple[Judgement, str]]) -> tuple[Standing, ...]:
    groups: dict[tuple[str, Place | None], list[tuple[Judgement, str]]] = defaultdict(list)
    for one, why in strays:
        groups[one.target.kind, one.target.place].append((one, why))
    return tuple(_standing(case, [one for one, _ in group], group[-1][1]) for group in groups.values())


def _not_there(place: Place | None) -> str:
    return f"the document {place.document if place else '?'} is not in the dossier any more"
