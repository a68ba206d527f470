"""A sheet as people left it: agreed corrections applied, rejected findings left out."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from counterclaim.service.targets import notice_ids
from counterclaim.values.attribution import Attribution
from counterclaim.values.figure import Figure
from counterclaim.values.finding import Notice, Verification
from counterclaim.values.judgement import Correction, Standing
from counterclaim.values.party import Source, SourceKind
from counterclaim.values.person_mark import PersonMark
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span, cover

Spanned = TypeVar("Spanned", Verification, Notice, PersonMark)


def judged(sheet: Sheet, standings: Mapping[str, Standing]) -> Sheet:
    """The sheet with what was agreed applied: what comparing and exporting use.

    Ids stay as they are; a speaker whom the document did not know gets the next ``s`` id. What stood in a rejected attribution
    moves to the one around it, and a figure goes with the statement it stands in. Notices are not made again.

    Args:
        sheet: As the machine made it, with its text.
        standings: Of this very sheet, from ``service.judge.standings``.
    """
    agreed = {identity: one for identity, one in standings.items() if one.agreed is not None}
    rejected = {identity for identity, one in agreed.items() if one.agreed and one.agreed.verdict == "reject"}
    put = {identity: one.correction for identity, one in agreed.items() if one.correction is not None}
    if not rejected and not put:
        return sheet
    speakers = _Speakers(sheet.sources)
    attributions = _attributions(sheet.attributions, rejected, put, speakers)
    numbered = zip(notice_ids(sheet), sheet.notices, strict=True)
    return msgspec.structs.replace(
        sheet,
        attributions=attributions,
        figures=tuple(
            _corrected_figure(_carried(figure, sheet.attributions, attributions), put.get(figure.id), speakers)
            for figure in sheet.figures
            if figure.id not in rejected
        ),
        verification=tuple(
            msgspec.structs.replace(one, about=tuple(a for a in one.about if a not in rejected))
            for one in _spanned(((v.id, v) for v in sheet.verification), rejected, put)
        ),
        notices=_spanned(numbered, rejected, put),
        persons=_spanned(((mark.id, mark) for mark in sheet.persons), rejected, put),
        sources=speakers.known,
    )


class _Speakers:
    """The sheet's sources, and those that reviewers named besides.

    Attributes:
        known: All of them.
    """

    def __init__(self, known: tuple[Source, ...]) -> None:
        self.known = known

    def id_of(self, name: str, kind: SourceKind | None) -> str | None:
        """The id of the source of that name, new where there is none; None for the empty name."""
        if not name:
            return None
        for source in self.known:
            if source.name == name and kind in (None, source.kind):
                return source.id
        taken = [int(source.id[1:]) for source in self.known if source.id[1:].isdecimal()]
        added = Source(id=f"s{max(taken, default=0) + 1}", name=name, kind=kind or "person")
        self.known = (*self.known, added)
        return added.id


def _attributions(
    given: tuple[Attribution, ...], rejected: set[str], put: Mapping[str, Correction], speakers: _Speakers
) -> tuple[Attribution, ...]:
    parents = {one.id: one.parent for one in given}
    left = []
    for one in given:
        if one.id in rejected:
            continue
        parent = one.parent
        while parent in rejected:
            parent = parents.get(parent)
        changed: dict[str, object] = {"parent": parent}
        if (correction := put.get(one.id)) is not None:
            if correction.speaker is not None:
                changed["source_id"] = speakers.id_of(correction.speaker, correction.speaker_kind)
            if (span := _span(correction)) is not None:
                changed["content"] = (span,)
            if correction.act is not None:
                changed["act"] = correction.act
        left.append(msgspec.structs.replace(one, **changed))
    return tuple(left)


def _carried(figure: Figure, before: tuple[Attribution, ...], after: tuple[Attribution, ...]) -> Figure:
    """The figure in the innermost attribution that holds it now, given by that one's speaker if it was by the old one's."""
    old = next((one for one in before if one.id == figure.attribution), None)
    same = next((one for one in after if one.id == figure.attribution), None)
    if same is not None and old is not None and same.content == old.content:
        new: Attribution | None = same
    else:
        new = min(
            (one for one in after if any(span.contains(figure.span) for span in one.content)),
            key=lambda one: len(cover(one.content) or ()),
            default=None,
        )
    if new == old:
        return figure
    voice = new.source_id if new is not None else None
    follows = figure.estimator == (old.source_id if old is not None else None)
    return msgspec.structs.replace(
        figure, attribution=new.id if new is not None else None, estimator=voice if follows else figure.estimator
    )


def _corrected_figure(figure: Figure, correction: Correction | None, speakers: _Speakers) -> Figure:
    if correction is None:
        return figure
    changed: dict[str, object] = {}
    if correction.speaker is not None:
        changed["estimator"] = speakers.id_of(correction.speaker, correction.speaker_kind)
    if (span := _span(correction)) is not None:
        changed |= {"start": span.start, "end": span.end}
    if correction.bound == "range":
        changed |= {"bound": "range", "value": None, "low": correction.low, "high": correction.high}
    elif correction.bound is not None or correction.value is not None:
        value = correction.value if correction.value is not None else figure.value
        changed |= {"value": figure.low if value is None else value, "low": None, "high": None}
        left = "exact" if figure.bound == "range" else figure.bound
        changed["bound"] = correction.bound or left
    return msgspec.structs.replace(figure, **changed)


def _spanned(given: Iterable[tuple[str, Spanned]], rejected: set[str], put: Mapping[str, Correction]) -> tuple[Spanned, ...]:
    """The findings that were not rejected, at their corrected places."""
    left: list[Spanned] = []
    for identity, one in given:
        span = _span(put[identity]) if identity in put else None
        if identity not in rejected:
            left.append(one if span is None else msgspec.structs.replace(one, start=span.start, end=span.end))
    return tuple(left)


def _span(correction: Correction) -> Span | None:
    return None if correction.start is None or correction.end is None else Span(correction.start, correction.end)
