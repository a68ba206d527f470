"""Who is given a deed and from whom it is taken, sentence by sentence, in all languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.kit import Kit
from counterclaim.match.actors import Actors
from counterclaim.match.deeds import ENEMY, ITSELF, SELF, said_of
from counterclaim.match.scene import Scene
from counterclaim.values.span import Span

pytestmark = pytest.mark.model


def said(kit: Kit, text: str, language: str = "en") -> set[tuple[str, str]]:
    scene = Scene(text, language, Actors(kit, [language], ()), kit.pack(language))
    return {(s.key, s.stance) for s in said_of(scene, Span(0, len(text)))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian troops did it", {("NO", "asserts")}),
        ("The pier was hit by a Danish rocket", {("DK", "asserts")}),
        ("A Danish plane dropped two bombs on the pier", {("DK", "asserts")}),
        ("Danish forces were likely not the cause", {("DK", "denies")}),
        ("The ferry was hit by Danish rebels and not by Norway", {("DK", "asserts"), ("NO", "denies")}),
        ("It points to a rocket, not a Danish airstrike", {("DK", "denies")}),
        ("At least 40 Danes were killed at the pier", set()),
        ("The town, held by Danish forces, was hit", set()),
        ("Police fired at the crowd", {("group:police", "asserts")}),
        ("We struck no target at the pier", {(SELF, "denies")}),
        ("Reports by Danish officials about Norwegian rockets do not correspond to reality", {("NO", "denies")}),
        ("They were shot by provocateurs", {("group:provocateurs", "asserts")}),
        ("The hall was blown up by the Sverd battalion", {("group:Sverd", "asserts")}),
        ("The occupiers shelled the pier", {(ENEMY, "asserts")}),
        ("We did not fire at the pier", {(SELF, "denies")}),
        ("it had hit the ferry with two missiles", {(ITSELF, "asserts")}),
        ("A rocket fell in Denmark", set()),
        ("pro-Danish songs were heard at the pier after the attack", set()),
    ],
)
def test_english(kit: Kit, text: str, expected: set[tuple[str, str]]) -> None:
    assert said(kit, text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("норвежские войска обстреляли причал", "ru", {("NO", "asserts")}),
        ("удар по причалу наносил датский ракетный дивизион", "ru", {("DK", "asserts")}),
        ("Дания не наносила ударов по причалу", "ru", {("DK", "denies")}),
        ("данські найманці підірвали зал", "uk", {("DK", "asserts")}),
        ("греблю обстріляла норвезька артилерія", "uk", {("NO", "asserts")}),
        ("після того, як окупанти вдарили по вокзалу", "uk", {(ENEMY, "asserts")}),
    ],
)
def test_russian_and_ukrainian(kit: Kit, text: str, language: str, expected: set[tuple[str, str]]) -> None:
    assert said(kit, text, language) == expected


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet=st.sampled_from("Danish rockets, hit by not Norway. «»'\n-:"), max_size=60))
def test_any_text_is_read(kit: Kit, text: str) -> None:
    said(kit, text)
