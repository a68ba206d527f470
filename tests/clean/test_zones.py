"""Zones of plain text, on invented pages in ``zoned/``: each line there begins with its kind.

``dateline+`` is a line that goes on as body.
"""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.clean.zones import zone_text
from counterclaim.values.text import ZONE_KINDS, Zone
from tests.clean.packs import PACK

GOLD = sorted((Path(__file__).parent / "zoned").glob("*.txt"))


def read(gold: str) -> tuple[str, list[tuple[str, str]]]:
    """The page's text, and its lines that are not blank with their kinds."""
    rows = [(row[:11].strip(), row[13:]) for row in gold.splitlines()]
    return "\n".join(words for _, words in rows) + "\n", [(kind, words) for kind, words in rows if words.strip()]


def kind_at(zones: tuple[Zone, ...], at: int) -> str:
    return next(zone.kind for zone in zones if zone.start <= at < zone.end)


def gold(name: str) -> str:
    return (Path(__file__).parent / "zoned" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", GOLD, ids=[file.stem for file in GOLD])
def test_each_line_has_its_kind(file: Path) -> None:
    text, lines = read(file.read_text(encoding="utf-8"))
    zones = zone_text(text, PACK)
    at = 0
    found = []
    for kind, words in lines:
        at = text.index(words, at)
        found.append((kind_at(zones, at) + ("+" if kind.endswith("+") else ""), words))
        at += len(words)
    assert found == lines


def test_a_dateline_ends_where_the_sentence_begins() -> None:
    text, _ = read(gold("page"))
    zones = zone_text(text, PACK)
    [line] = [text[z.start : z.end] for z in zones if z.kind == "dateline"]
    assert line == "PORT ELIN, March 2 (Lorvia Press) - "


def test_posts_in_a_row_are_zones_of_their_own() -> None:
    post = "The bay is calm again.\n— Ana Brel (@anabrel) March {}, 2021\n"
    text = (
        "Two reporters wrote about the storm that hit the bay on Monday night, and they did not agree about what it had done.\n"
        + post.format(2)
        + post.format(3)
    )
    posts = [text[z.start : z.end] for z in zone_text(text, PACK) if z.kind == "embed"]
    assert posts == [post.format(2), post.format(3)]


def test_one_comment_on_the_line_of_its_nickname() -> None:
    article = "\n".join(line[13:] for line in gold("article").splitlines())
    text = f"{article}\n\n1 Comment\nSailor77: They are all lying, 300 lost at least\n"
    assert kind_at(zone_text(text, PACK), text.index("Sailor77")) == "comment"


def test_comments_need_an_article_before_them() -> None:
    text = "3 Comments\nAna Brel\n" + "\n".join(line[13:] for line in gold("article").splitlines()[5:9])
    assert "comment" not in {z.kind for z in zone_text(text, PACK)}


def test_a_list_of_links_ends_before_the_next_subhead() -> None:
    paragraph = "The ministry said on Tuesday that the harbour would stay closed until the end of the month at least."
    other = "Fishermen told the reporters that nobody had asked them, and that they would sail when they wanted to."
    text = "\n\n".join(
        [
            paragraph,
            other,
            "Related articles\nStorm sinks boats\nWho pays for the wall?",
            "What happens now",
            paragraph + " Then.",
        ]
    )
    zones = zone_text(text, PACK)
    links = [text[z.start : z.end].strip() for z in zones if z.kind == "related"]
    assert links == ["Related articles\nStorm sinks boats\nWho pays for the wall?"]


def test_blank_text() -> None:
    assert zone_text("", PACK) == ()
    assert zone_text(" \n\n", PACK) == (Zone(kind="furniture", start=0, end=3),)


TEXT = "the harbour minister of Lorvia said that boats would leave on Monday because storms and fishermen agreed with Ana Brel"
WORDS = TEXT.split()
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=9, max_size=30).map(lambda w: " ".join(w).capitalize() + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(PARAGRAPH, min_size=3, max_size=6, unique=True), st.sampled_from(["\n", "\n\n"]))
def test_plain_paragraphs_stay_body(paragraphs: list[str], gap: str) -> None:
    text = gap.join(paragraphs)
    assert {z.kind for z in zone_text(text, PACK)} == {"body"}


TRAPS = [
    "READ MORE:", "13 Comments", "— Ana (@ana) 2 May", "pic.twitter.com/x", "By Ana Brel", "Share", "[a b=1]", "12", "\x85",
    "\u2028x", "The minister said that the harbour would open on Monday, and boats could leave.", "Photo: X", "GENEVA (AP) - ",
]  # fmt: skip
LINE = st.one_of(st.text(max_size=60), st.sampled_from(TRAPS))


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, max_size=25).map("\n".join))
def test_zones_tile_any_text(text: str) -> None:
    zones = zone_text(text, PACK)
    assert "".join(text[z.start : z.end] for z in zones) == text
    assert all(z.start < z.end and z.kind in ZONE_KINDS for z in zones)
    assert zone_text(text, PACK) == zones


@pytest.mark.parametrize("unit", ["1 ", "A", "(", "by ", "LONDON ", "... ", "— a (@b) ", "x" + " " * 9])
def test_a_page_in_one_line_is_no_trap(unit: str) -> None:
    text = unit * (100_000 // len(unit)) + "."
    began = process_time()
    assert len(zone_text(text, PACK)) == 1
    assert process_time() - began < 5
