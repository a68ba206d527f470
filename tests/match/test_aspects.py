"""What a sentence answers beside who did it."""

import pytest

from counterclaim.kit import Kit
from counterclaim.match.actors import Actors
from counterclaim.match.aspects import aspects_of
from counterclaim.match.passages import Passage
from counterclaim.match.scene import Scene
from counterclaim.match.sites import joined, place_key
from counterclaim.values.attribution import Act
from counterclaim.values.span import Span

pytestmark = pytest.mark.model


def answers(kit: Kit, text: str, language: str = "en", act: Act = "states") -> set[tuple[str, str, str]]:
    span = Span(0, len(text))
    scene = Scene(text, language, Actors(kit, [language], ()), kit.pack(language))
    passage = Passage(document="d", attribution="a1", by="p1", act=act, span=span, wide=span)
    return {(a.aspect, a.topic or a.key, a.stance) for a in aspects_of(passage, scene, lambda party: "DK")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was a Buk that was used", {("weapon", "Buk", "asserts")}),
        ("The hole could not have been made by a drone", {("kind", "drone", "denies")}),
        ("Poor maintenance brought the wall down", {("kind", "accident or neglect", "asserts")}),
        ("It was fired from the village of Velling, near the lake", {("origin", "vlnh", "asserts")}),
        ("Denmark wanted to stop the boats", {("aim", "DK", "asserts")}),
        ("It was a deliberate act", {("aim", "DK", "asserts")}),
        ("Neither Denmark nor its allies use such systems", set()),
        ("Only Denmark uses such launchers", {("owner", "only", "asserts")}),
        ("There were no soldiers in the hall", {("target", "military", "denies")}),
        ("Rifles and ammunition were stored in the hall", {("target", "military", "asserts")}),
        ("The recording is a forgery", {("worth", "recording", "denies")}),
        ("The video is not fake", {("worth", "video", "asserts")}),
        ("The vote was neither free nor fair", {("worth", "vote", "denies")}),
    ],
)
def test_english(kit: Kit, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert answers(kit, text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ракету выпустили из-под Веллинга", "ru", {("kind", "missile", "asserts"), ("origin", "vlnh", "asserts")}),
        ("Дания хотела сорвать рейс", "ru", {("aim", "DK", "asserts")}),
        ("военных в здании не было", "ru", {("target", "military", "denies")}),
        ("запись сфабрикована", "ru", {("worth", "recording", "denies")}),
        ("військових у будівлі не було", "uk", {("target", "military", "denies")}),
        ("вибухівку заклали в залі", "uk", {("kind", "explosives placed there", "asserts")}),
    ],
)
def test_russian_and_ukrainian(kit: Kit, text: str, language: str, expected: set[tuple[str, str, str]]) -> None:
    assert answers(kit, text, language) == expected


def test_a_report_that_is_rejected_is_denied_and_accusations_that_are_rejected_are_not(kit: Kit) -> None:
    assert answers(kit, "the report", act="denies") == {("worth", "report", "denies")}
    assert answers(kit, "that the vote was rigged", act="denies") == {("worth", "vote", "asserts")}


def test_places_are_one_in_all_spellings() -> None:
    assert place_key("Доброполья") == place_key("Dobropillia")
    assert place_key("Харькова") == place_key("Kharkiv")
    assert joined({"kun|harki": 2, "harki": 1, "dobro": 1}) == {
        "kun|harki": "kun|harki",
        "harki": "kun|harki",
        "dobro": "dobro",
    }
