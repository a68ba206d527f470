"""One finding of a sheet as the desk shows it: the finding itself, how it stands, and the form in which it is judged."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from counterclaim.desk.standing import standing_row
from counterclaim.service.judge import targets
from counterclaim.show.outline import Outline, outline
from counterclaim.show.page import check_context, entry_context, figure_context, notice_context, person_context
from counterclaim.show.safe import one_line
from counterclaim.values.digest import content_digest
from counterclaim.values.judgement import Correction, Standing, Target
from counterclaim.values.sheet import Sheet

MOST_SPEAKERS = 300
"""Names offered for a speaker."""


class Findings:
    """All findings of one sheet that can be judged.

    Attributes:
        dossier: The dossier's name.
        sheet: As the machine made it, with its text.
        laid: The sheet, laid out.
        targets: What can be judged, by id.
    """

    def __init__(self, dossier: str, sheet: Sheet, standings: Mapping[str, Standing]) -> None:
        self.dossier = dossier
        self.sheet = sheet
        self.laid: Outline = outline(sheet)
        self.targets: dict[str, Target] = targets(sheet)
        self._standings = standings

    def judging(self, id: str) -> dict[str, Any]:
        """What stands under a finding: the mark its form sends back, and its judgements if it has any."""
        target = self.targets.get(id)
        standing = self._standings.get(id)
        return {
            "id": id,
            "seen": seen(target) if target else "",
            "standing": standing_row(self.dossier, standing) if standing else None,
        }

    def entry(self, id: str) -> tuple[str, dict[str, Any]] | None:
        """The kind and the content of one finding's entry; None if there is none of this id."""
        for speaker in self.laid.speakers:
            for entry in speaker.entries:
                if entry.attribution.id == id:
                    return "attribution", entry_context(entry, self.laid)
        for figure in self.sheet.figures:
            if figure.id == id:
                return "figure", figure_context(figure, self.laid)
        for check in self.sheet.verification:
            if check.id == id:
                return "verification", check_context(check, self.laid)
        for number, notice in enumerate(self.sheet.notices, 1):
            if id == f"n{number}":
                return "notice", notice_context(number, notice, self.laid)
        for mark in self.sheet.persons:
            if mark.id == id:
                return "person", person_context(mark, self.laid)
        return None

    def persons(self) -> list[dict[str, Any]]:
        """What in the document names or reaches somebody who must not be exposed."""
        return [person_context(mark, self.laid) for mark in self.sheet.persons]

    def found(self, id: str) -> dict[str, str]:
        """What the machine found of what a reviewer may put right, as a form shows it; empty where it found nothing."""
        said = next((one for one in self.sheet.attributions if one.id == id), None)
        figure = next((one for one in self.sheet.figures if one.id == id), None)
        source = said.source_id if said else figure.estimator if figure else None
        return {
            "speaker": one_line(self.laid.names.get(source or "", "")),
            "act": said.act if said else "",
            "bound": (figure.bound or "") if figure else "",
            "value": _number(figure.value if figure else None),
        }

    def form(self, id: str, parties: Iterable[str]) -> dict[str, Any] | None:
        """What the form that judges a finding starts from: what was found, or what was put in its place since.

        Args:
            id: The finding.
            parties: Names of the dossier's parties, offered as speakers after those of the document.

        Returns:
            None if there is no such finding.
        """
        target = self.targets.get(id)
        if target is None or target.place is None:
            return None
        standing = self._standings.get(id)
        put = (standing.correction if standing else None) or Correction()
        place, found = target.place, self.found(id)
        start, end = (place.start, place.end) if put.start is None or put.end is None else (put.start, put.end)
        names = dict.fromkeys(one_line(name) for name in (*(source.name for source in self.sheet.sources), *parties))
        return {
            "id": id,
            "kind": target.kind,
            "seen": seen(target),
            "start": start,
            "end": end,
            "found_start": place.start,
            "found_end": place.end,
            "words": self.laid.text[start:end],
            "length": len(self.laid.text),
            "speaker": found["speaker"] if put.speaker is None else one_line(put.speaker),
            "speakers": list(names)[:MOST_SPEAKERS],
            "act": put.act or found["act"],
            "bound": put.bound or found["bound"],
            "value": found["value"] if put.value is None else _number(put.value),
        }


def seen(target: Target) -> str:
    """The mark of what was shown: a form that sends back another was made from an older reading."""
    return content_digest(msgspec.json.encode(target).decode())[:16]


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else str(value)
