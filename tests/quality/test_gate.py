import pytest

from counterclaim.kit import Kit
from counterclaim.values.sheet import Sheet
from quality import gate


@pytest.mark.model
def test_no_floor_is_broken(kit: Kit, dossier: tuple[Sheet, ...]) -> None:
    results = gate.measure(kit, dossier)
    assert len({result.name for result in results}) == len(results)
    text, faults = gate.report(results)
    assert not faults, "\n".join([text, *faults])
