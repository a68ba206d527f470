"""Whose figure it is, and as of when."""

import pytest

from counterclaim.figures.stage import figures
from counterclaim.kit import Kit
from tests.built import built
from tests.figures.marked import read


@pytest.mark.model
@pytest.mark.parametrize(
    ("marked", "attributions", "estimators"),
    [
        ("[s1.source|The mayor] [cue|said] [content|12 people died].", ["a1"], ["s1"]),
        (
            "[s1.source|The mayor] [cue|said] [content|[s2.2:source|the army] [2:cue|spoke of] [2:content|12 dead]].",
            ["a2"],
            ["s2"],
        ),
        ("[source|He] [cue|said] [content|12 people died].", ["a1"], [None]),
        ("[s1.mention|The ministry] counts 61 dead.", [None], ["s1"]),
        ("By the count of [s1.mention|the city hall], 61 people died.", [None], ["s1"]),
        ("[s1.mention|The ministry]'s figures were 61 dead and 40 hurt.", [None, None], ["s1", "s1"]),
        ("[s1.mention|The ministry] fed 61 villagers.", [None], [None]),
        ("[s1.mention|The mayor] left and 61 villagers died.", [None], [None]),
    ],
)
def test_attribution_and_estimator(marked: str, attributions: list[str | None], estimators: list[str | None], kit: Kit) -> None:
    found = figures(built(marked, kit), kit).figures
    assert [f.attribution for f in found] == attributions
    assert [f.estimator for f in found] == estimators


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "published", "days"),
    [
        ("On Friday 12 villagers died.", "2022-04-10", ["2022-04-08"]),
        ("On Friday 12 villagers died.", "2022-04-08T10:00:00Z", ["2022-04-08"]),
        ("On Friday 12 villagers died.", None, [None]),
        ("As of 8 April, at least 12 villagers had died.", "2022-04-10", ["2022-04-08"]),
        ("As of 13:00 on 8 April, 12 villagers had died.", "2022-04-10", ["2022-04-08T13:00"]),
        ("On December 30, 12 villagers died.", "2022-01-02", ["2021-12-30"]),
        ("On 8 April 2019, 12 villagers died.", None, ["2019-04-08"]),
        ("Yesterday 12 villagers died.", "2022-03-01", ["2022-02-28"]),
        ("Since Friday 12 villagers have died.", "2022-04-10", [None]),
        ("Some 12 villagers have died since the war began on Friday.", "2022-04-10", [None]),
        ("Police arrested 30 men on Monday and 12 on Tuesday.", "2022-04-10", ["2022-04-04", "2022-04-05"]),
        ("Some 12 villagers died.", "2022-04-10", [None]),
    ],
)
def test_as_of_is_said_or_absent(sentence: str, published: str | None, days: list[str | None], kit: Kit) -> None:
    assert [f.as_of for f in read(sentence, kit, published)] == days


@pytest.mark.model
def test_only_the_articles_zones_have_figures(kit: Kit) -> None:
    page = built("{headline}12 dead in Port Sel\n{body}The toll was 12.\n{comment}I saw 300 dead!\n{related}40 killed\n", kit)
    assert [f.span.words(page.text) for f in figures(page, kit).figures] == ["12", "12"]


@pytest.mark.model
def test_a_headlines_number_is_given_by_whoever_gives_it_below(kit: Kit) -> None:
    marked = (
        "{headline}12 dead in Port Sel\n"
        "{body}[s1.source|The mayor] [cue|said] [content|12 people died]. "
        "[s2.2:source|The army] [2:cue|said] [2:content|30 had died].\n"
    )
    assert [f.estimator for f in figures(built(marked, kit), kit).figures] == ["s1", "s1", "s2"]


@pytest.mark.model
def test_a_number_given_for_nothing_named_measures_what_the_last_one_did(kit: Kit) -> None:
    page = built("At least 50 people died. About 30 was the estimate of [s1.mention|the harbour office].", kit)
    assert [(f.measure, f.estimator) for f in figures(page, kit).figures] == [("deaths", None), ("deaths", "s1")]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("At least 27 people were killed, two children among them.", [None, "f1"]),
        ("The blast killed 27 villagers, including five children and three nurses.", [None, "f1", "f1"]),
        ("The blast left 27 dead, three of them children, and 40 injured.", [None, "f1", None]),
        ("In all 27 people died. Among them were five children.", [None, "f1"]),
        ("The toll is 50 dead. Of the wounded, 12 people died in hospital, while 38 people died at once.", [None, "f1", "f1"]),
        ("The blast killed 27 villagers and five soldiers.", [None, None]),
        ("The blast killed 27 villagers. Later 39 people died.", [None, None]),
    ],
)
def test_a_share_is_no_toll_of_its_own(text: str, whole: list[str | None], kit: Kit) -> None:
    assert [f.part_of for f in read(text, kit)] == whole


@pytest.mark.model
def test_an_elliptic_number_inside_a_statement_takes_no_measure_over(kit: Kit) -> None:
    page = built("At least 11 people died. [s1.source|The army] [cue|said] [content|its boats brought another 78 ashore].", kit)
    assert [f.measure for f in figures(page, kit).figures] == ["deaths", None]
