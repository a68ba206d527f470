"""Exports: masked by default, bound to the log, and written into it."""

from pathlib import Path

import msgspec
import pytest

from counterclaim.errors import LedgerError
from counterclaim.kit import Kit
from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.ledger.verify import verify
from counterclaim.ledger.write import write
from counterclaim.service import export as service
from counterclaim.service.export import Exported, MadeFrom, export, exported
from counterclaim.service.judge import judge
from counterclaim.service.laying_out import as_html, as_json
from counterclaim.service.log import head, log
from counterclaim.values.comparison import Comparison
from counterclaim.values.digest import bytes_digest
from counterclaim.values.judgement import Place, Target
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span
from tests.service.test_mask import mark, sheet

TEXT = "Mira Dohl, 60, fled Kolvan.\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(str(tmp_path / "ledger.db"))


def keep(ledger: Ledger, given: Sheet, dossier: str = "Dohl") -> None:
    text = str(given.document.text)
    write(ledger, dossier, text.encode(), given, fingerprint="0" * 64, program="test")


def marked() -> Sheet:
    return sheet(TEXT, id="mira-dohl", marks=(mark(TEXT, "Mira Dohl", name="Mira Dohl"),))


def test_masked_by_default_and_bound_to_the_log(ledger: Ledger) -> None:
    keep(ledger, marked())
    place = Place(document="mira-dohl", text_sha256=marked().document.text_sha256, start=0, end=27, words=TEXT[:27])
    judge(ledger, "Dohl", Target(kind="attribution", id="a1", place=place), "accept", by="Ana", why="Dohl told me herself")
    before = head(ledger)
    whole = export(ledger, "Dohl", Kit())
    assert (whole.made_from.log, whole.made_from.chain) == before and whole.masked
    for given in (as_json(whole), as_html(whole)):
        assert b"dohl" not in given.lower()
        assert before[1].encode() in given
    assert whole.judgements[0].why.endswith("told me herself")
    assert msgspec.json.decode(as_json(whole), type=Exported) == whole


def test_the_act_is_in_the_log(ledger: Ledger) -> None:
    keep(ledger, marked())
    given = as_json(export(ledger, "Dohl", Kit()))
    exported(ledger, "Dohl", given, masked=True, form="json", by="Ana")
    (row,) = log(ledger, act="export")
    assert row.digest == bytes_digest(given) and row.subject == "Dohl: json, masked, by Ana"
    assert not verify(ledger)


def test_unmasked_leaves_all(ledger: Ledger) -> None:
    keep(ledger, marked())
    whole = export(ledger, "Dohl", Kit(), masked=False)
    assert not whole.masked and whole.sheets[0].document.text == TEXT and whole.dossier == "Dohl"


def test_what_was_read_before_there_were_marks_is_not_given_out_as_masked(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(ledger, marked())
    monkeypatch.setattr(service, "without_field", lambda *_: ("mira-dohl",))
    with pytest.raises(LedgerError, match="before persons were marked"):
        export(ledger, "Dohl", Kit())
    assert export(ledger, "Dohl", Kit(), masked=False).sheets


def test_an_export_is_of_one_state(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(ledger, marked())
    heads = iter(range(100))
    monkeypatch.setattr(service, "head", lambda _: (next(heads), "0" * 64))
    with pytest.raises(LedgerError, match="write to the ledger"):
        export(ledger, "Dohl", Kit())


def test_surrogates_can_be_exported() -> None:
    given = export_of("odd \udc80 text")
    assert b"\\udc80" in as_json(given)


def export_of(text: str) -> Exported:
    made = MadeFrom(log=1, chain="0" * 64)
    one = sheet("x")
    one = msgspec.structs.replace(one, document=msgspec.structs.replace(one.document, title=text))
    return Exported(dossier="d", made_from=made, masked=False, sheets=(one,), comparison=Comparison(), judgements=())


def test_places_stay(ledger: Ledger) -> None:
    keep(ledger, marked())
    masked = export(ledger, "Dohl", Kit()).sheets[0]
    assert masked.attributions[0].content == (Span(0, 27),)
    assert len(str(masked.document.text)) == len(TEXT)
