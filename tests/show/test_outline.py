import pytest

from counterclaim.show.outline import Place, outline
from tests.made import TEXT, made_sheet, place


def test_statements_stand_under_their_speakers_and_the_unresolved_last() -> None:
    laid = outline(made_sheet())
    found = [(speaker.name, [entry.attribution.id for entry in speaker.entries]) for speaker in laid.speakers]
    assert found == [("Ana Pell", ["a1", "a4"]), ("Oskar Veld", ["a3"]), ("Speaker not resolved", ["a2"])]


def test_an_entry_carries_what_belongs_to_it() -> None:
    (ana, oskar, unresolved) = outline(made_sheet()).speakers
    assert [figure.id for figure in ana.entries[0].figures] == ["f1"]
    assert [check.id for check in oskar.entries[0].verification] == ["v1"]
    assert oskar.entries[0].verb == "claims"
    assert oskar.entries[0].firmness(40) == ("cue “claimed”", "the writer keeps a distance", "hedged “may have”")
    assert oskar.entries[0].relays() == ("Meridian (report)",)
    assert ana.entries[1].firmness(40) == ("cue “says”", "inside a3, the words of Oskar Veld")
    assert unresolved.entries[0].firmness(40) == ("by “Lodva's army”", "cue “flatly denied”")


def test_places_count_lines_and_columns_from_one() -> None:
    laid = outline(made_sheet())
    assert laid.place(0) == Place(1, 1)
    assert laid.place(place("MARISK").start) == Place(2, 1)
    assert laid.place(place("could not").start) == Place(5, 13)
    assert laid.place(len(TEXT)) == Place(7, 1)


def test_a_sheet_without_its_text_cannot_be_shown() -> None:
    with pytest.raises(ValueError, match="with_text"):
        outline(made_sheet(with_text=False))
