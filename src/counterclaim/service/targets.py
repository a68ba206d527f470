"""What in a sheet can be judged, and how each thing is named so that a judgement finds it again."""

from collections.abc import Iterator

from counterclaim.values.attribution import Attribution
from counterclaim.values.figure import Figure
from counterclaim.values.judgement import Place, Target, TargetKind
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span, cover

WHOLE = ""
"""The id under which a document itself stands among the things judged in it."""


def targets(sheet: Sheet) -> dict[str, Target]:
    """Everything in a sheet that can be judged, by id: its attributions, figures, verifications, notices and persons.

    Notices have no id in the contract; here they are ``n1``, ``n2`` ... in the sheet's order. The document itself stands under
    ``""``. A desk sends a target back as it was shown, so that a document read again in between is noticed.

    Args:
        sheet: With its text, as the machine made it (not as ``judged``).
    """
    document, text = sheet.document, str(sheet.document.text)
    whole = Place(document=document.id, text_sha256=document.text_sha256)
    found = {WHOLE: Target(kind="document", id=document.id, place=whole)}
    for kind, identity, span, said in _findings(sheet):
        place = Place(
            document=document.id,
            text_sha256=document.text_sha256,
            start=span.start,
            end=span.end,
            words=span.words(text),
        )
        found[identity] = Target(kind=kind, id=identity, place=place, said=said)
    return found


def notice_ids(sheet: Sheet) -> tuple[str, ...]:
    """The ids that judging gives to a sheet's notices, in their order."""
    return tuple(f"n{number}" for number in range(1, len(sheet.notices) + 1))


def _findings(sheet: Sheet) -> Iterator[tuple[TargetKind, str, Span, str]]:
    names = {source.id: source.name for source in sheet.sources}
    for attribution in sheet.attributions:
        span = cover(attribution.content)
        if span is not None:
            yield "attribution", attribution.id, span, _said(attribution, names)
    for figure in sheet.figures:
        yield "figure", figure.id, figure.span, _counted(figure, names)
    for one in sheet.verification:
        yield "verification", one.id, Span(one.start, one.end), one.kind
    for identity, notice in zip(notice_ids(sheet), sheet.notices, strict=True):
        yield "notice", identity, Span(notice.start, notice.end), notice.kind
    for mark in sheet.persons:
        yield "person", mark.id, mark.span, mark.kind


def _said(attribution: Attribution, names: dict[str, str]) -> str:
    return f"{names.get(attribution.source_id or '', '?')} · {attribution.act}"


def _counted(figure: Figure, names: dict[str, str]) -> str:
    number = figure.value if figure.value is not None else f"{figure.low}-{figure.high}"
    by = names.get(figure.estimator or "", "?")
    return " · ".join(str(part) for part in (figure.bound, number, figure.unit, by) if part is not None)
