"""What the tagger and the rules make of a text together."""

from pathlib import Path

import msgspec
import pytest

from counterclaim import read
from counterclaim.attribute.nearby import Nearby
from counterclaim.attribute.reading import Reading
from counterclaim.attribute.tagged import beside_tagged, parted, settled, within
from counterclaim.kit import Kit
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse
from tests.attribute.reading import page_of, statements_of
from tests.gold.marked import load, missed

TEXT = "Smoke rose, according to the harbour office, as boats left."


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def reading(cue: str | None, source: str | None, *content: str) -> Reading:
    return Reading(
        cue=at(cue) if cue else None,
        source=at(source) if source else None,
        content=tuple(at(c) for c in content),
        sentence_end=len(TEXT),
    )


def test_a_preposition_keeps_its_content_on_the_side_the_rules_say() -> None:
    tagged = reading("according to", "the harbour office", "Smoke rose", "as boats left")
    by_rule = reading("according to", "the harbour office", "Smoke rose")
    (found,) = settled([tagged], [by_rule], TEXT, frozenset({"according to"}))
    assert found.content == (at("Smoke rose"),)
    assert settled([tagged], [by_rule], TEXT, frozenset()) == (tagged,)


def test_where_the_tagger_finds_no_source_the_rules_reading_stands() -> None:
    tagged, by_rule = reading("according", None, "Smoke rose"), reading("according to", "the harbour office", "Smoke rose")
    assert settled([tagged], [by_rule], TEXT, frozenset()) == (by_rule,)


def test_an_unsure_cue_that_is_part_of_the_rules_gives_way() -> None:
    tagged, by_rule = reading("to", "the", "boats left"), reading("according to", "the harbour office", "Smoke rose")
    unsure = msgspec.structs.replace(tagged, score=0.3)
    assert settled([unsure], [by_rule], TEXT, frozenset()) == (by_rule,)
    assert settled([tagged], [by_rule], TEXT, frozenset()) == (tagged,)


def test_readings_are_found_where_they_stand() -> None:
    far = Reading(cue=Span(9_000, 9_004), source=None, content=(Span(9_005, 9_100),), sentence_end=9_100)
    close = reading("according to", "the harbour office", "Smoke rose")
    nearby = Nearby([far, close])
    assert nearby.to(reading(None, None, "as boats left")) == [close]
    assert nearby.numbers(Span(9_050, 9_060)) == [0] and nearby.numbers(Span(0, 10_000)) == [0, 1]


def test_a_second_cue_takes_its_piece() -> None:
    tagged = reading("according to", "the harbour office", "Smoke rose", "boats")
    by_rule = reading("left", "as", "boats")
    first, second = parted([tagged], [by_rule])
    assert (first.content, second) == ((at("Smoke rose"),), by_rule)


def test_an_indirect_content_begins_no_earlier_than_its_own_sentence() -> None:
    text = "Oost put the toll at nine. Two boats sank, he said."
    parse = Parse(sentences=(Span(0, 26), Span(27, len(text))))
    said = Reading(
        cue=at("said", text), source=at("he", text), content=(at("put the toll at nine. Two boats sank", text),), sentence_end=1
    )
    put = Reading(cue=at("put", text), source=at("Oost", text), content=(at("the toll at nine", text),), sentence_end=1)
    assert within([said], [put], parse, ())[0].content == (at("Two boats sank", text),)
    assert within([said], [], parse, ()) == (said,)


def test_rules_add_what_lies_inside_a_content_or_apart_from_all() -> None:
    outer = reading("according to", "the harbour office", "Smoke rose")
    inside, apart, across = reading("rose", None, "Smoke"), reading("left", None, "boats"), reading("left", None, "Smoke rose")
    assert beside_tagged([inside, apart, across], [outer]) == (inside, apart)


@pytest.mark.model
def test_unusual_cues_are_read(tagged_kit: Kit) -> None:
    text = "The harbour office brushed aside the report that the pier had been mined."
    sheet = read(text, kit=tagged_kit)
    assert [s.words(text) for s in sheet.attributions[0].source] == ["The harbour office"]


@pytest.mark.model
def test_most_gold_sentences_are_read_as_marked(tagged_kit: Kit) -> None:
    cases = [c for c in load(Path(__file__).parents[1] / "gold" / "attribution_en.txt") if c.strength == "must"]
    lost = [str(c) for c in cases if missed(c, statements_of(page_of(c.text, tagged_kit), tagged_kit))]
    assert len(lost) <= 0.06 * len(cases), lost
