"""A sheet as people left it: agreed corrections applied, rejected findings left out."""

from collections.abc import Mapping

from counterclaim.values.judgement import Standing
from counterclaim.values.sheet import Sheet


def judged(sheet: Sheet, standings: Mapping[str, Standing]) -> Sheet:
    """The sheet with what was agreed applied: what comparing and exporting use. Ids stay; a new speaker gets the next ``s`` id.

    Args:
        sheet: As the machine made it, with its text.
        standings: Of this very sheet, from ``service.judge.standings``.
    """
    raise NotImplementedError
