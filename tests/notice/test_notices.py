import pytest

from counterclaim.kit import Kit
from counterclaim.notice.stage import notice
from counterclaim.values.figure import Figure
from counterclaim.values.finding import Notice
from counterclaim.values.page import Found, Page
from tests.built import built

pytestmark = pytest.mark.model


def notices(marked: str | Page, kit: Kit, kind: str) -> list[Notice]:
    page = built(marked, kit) if isinstance(marked, str) else marked
    return [n for n in notice(page, kit).notices if n.kind == kind]


def words(marked: str, kit: Kit, kind: str) -> list[str]:
    page = built(marked, kit)
    return [page.text[n.start : n.end] for n in notices(page, kit, kind)]


LOST = [
    ("In the mill at least people were killed, among them five millers.", ["at least people"]),
    ("The flood killed at least villagers.", ["at least villagers"]),
    ("More than innocent civilians have since been wounded.", ["More than innocent civilians"]),
    ("In the mill at least 12 people were killed.", []),
    ("In the mill at least a dozen people were killed.", []),
    ("In the mill at least several people were killed.", []),
    ("At least people are talking again.", []),
    ("She cares for more than people think.", []),
]


@pytest.mark.parametrize(("text", "found"), LOST)
def test_missing_number(text: str, found: list[str], kit: Kit) -> None:
    assert words(text, kit, "missing_number") == found


def test_no_number_is_missing_where_a_figure_was_read(kit: Kit) -> None:
    page = built("In the mill at least people were killed.", kit)
    page = page.with_found(Found(figures=(Figure(id="f1", start=12, end=20),)))
    assert notices(page, kit, "missing_number") == []


ALTERED = [
    (
        "“You will be fetched and brought to Hollin where your horses wait for you”\n"
        "“You will be met and led to Hollin where your horses wait for you,” said the guard.",
        1,
    ),
    ("{headline}‘Sowing grains of hope in their huts’\n{body}“We are sowing the grains of hope in their barns,” she said.", 1),
    (
        "{body}“Most of these ponies are merely foals, who have no notion of the weight of that cart,” says the vet.\n"
        "{embed}Most of these ponies are just foals, with absolutely no idea how heavy that cart is.\n",
        1,
    ),
    ("{headline}‘Grains of hope in their gardens’\n{body}“We are sowing grains of hope in their gardens,” she said.", 0),
    ("“We sow grains of hope in gardens,” she said. Later: “We sow … hope in gardens.”", 0),
    ("“We sow grains of hope in gardens,” she said. Later: “[They] sow grains of hope in gardens.”", 0),
    ("“We organise the harvest of the valley,” she said. “We organize the harvest of the Valley”, it read.", 0),
    ("“Make the valley green again,” she said. “Make the harbour clean again,” he said.", 0),
    ("“What are we doing? Burning barns and mills?” “No, you are not burning barns and mills!”", 0),
    ("[s1.source|Lenn] [cue|said] [content|“the mill was hit at dawn by one rocket”]. "
     "[s2.2:source|Ovar] [2:cue|said] [2:content|“the mill was hit at noon by one rocket”].", 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count"), ALTERED)
def test_quote_altered(text: str, count: int, kit: Kit) -> None:
    found = notices(text, kit, "quote_altered")
    assert len(found) == count
    assert all(n.other is not None and n.end <= n.other.start for n in found)


UNCLOSED = [
    ("“The well is dry.\nShe left at noon.", ["“The well is dry."]),
    ("“The well is dry.\n“The pump is broken.”\nShe left.", []),
    ("“The well is dry,\" she said.", []),
    ("“The well is dry. “\nShe left.", []),
    ('"The pump "Aqua-U"", he said.\nShe left.', []),
    ("The boy, 5'2\" tall, wasn't seen.", []),
    ("\"The well is dry,\" she said.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), UNCLOSED)
def test_unclosed_quote(text: str, found: list[str], kit: Kit) -> None:
    assert words(text, kit, "unclosed_quote") == found


DISCLOSED = [
    ("I saw the dam during a press tour organised by the ministry.", 1),
    ("“I saw it during a press tour organised by the ministry,” said the clerk.", 0),
    ("The mill is old.\n{byline}The author is an adviser to the Hollin Bank.", 1),
    ("The mill is old.\n{comment}The author is an adviser to the Hollin Bank.", 0),
    ("The concert tour organised by the band went on.", 0),
]


@pytest.mark.parametrize(("text", "count"), DISCLOSED)
def test_disclosure(text: str, count: int, kit: Kit) -> None:
    assert len(notices(text, kit, "disclosure")) == count


FILLER = "The mill stands at the river and the river runs to the sea past the old town. " * 9


def voices(count: int) -> str:
    """``count`` statements, the first two of different sources."""
    lines = [f"[s{min(n, 2)}.{n}:source|Voice {n}] [{n}:cue|said] [{n}:content|the mill was hit]." for n in range(1, count + 1)]
    return " ".join(lines)


def test_one_sided_and_no_sources(kit: Kit) -> None:
    def kinds(marked: str, sides: dict[str, str]) -> set[str]:
        return {n.kind for n in notice(built(marked, kit, sides=sides), kit).notices}

    assert kinds(FILLER, {}) == {"no_sources"}
    assert kinds(FILLER + voices(3), {"s1": "Lenn", "s2": "Lenn"}) == {"one_sided"}
    assert kinds(FILLER + voices(3), {"s1": "Lenn", "s2": "Ovar"}) == set()
    assert kinds(FILLER + voices(3), {"s1": "Lenn"}) == set(), "half of the sides are unknown"
    assert kinds(FILLER + voices(2), {"s1": "Lenn", "s2": "Lenn"}) == set(), "two statements are too few"
    assert kinds(voices(3), {"s1": "Lenn", "s2": "Lenn"}) == set(), "the piece is short"


def test_the_notice_on_voices_stands_on_the_headline(kit: Kit) -> None:
    page = built("{headline}Mill\n{body}" + FILLER, kit)
    (found,) = notices(page, kit, "no_sources")
    assert page.text[found.start : found.end] == "Mill"


LOADED = [
    ("The Varnian regime closed the port. The regime is old.", ["regime"]),
    ("“The Varnian regime closed the port,” he said.", []),
    ("[source|He] [cue|said] [content|that the regime had closed the port].", []),
    ("The new tax regime begins in May.", []),
    ("{comment}The regime must go.", []),
    ("The puppet theatre is closed.", []),
]


@pytest.mark.parametrize(("text", "found"), LOADED)
def test_loaded_language(text: str, found: list[str], kit: Kit) -> None:
    assert words(text, kit, "loaded_language") == found


def test_loaded_language_says_how_often(kit: Kit) -> None:
    (found,) = notices("The regime closed the port. The regime is old.", kit, "loaded_language")
    assert "2 times" in found.message
