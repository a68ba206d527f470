"""Posts, scripts, zones, speakers found elsewhere: what the layout gives away."""

import pytest

from counterclaim.kit import Kit
from tests.attribute.reading import page_of, statements_of

pytestmark = pytest.mark.model

POST = "The bridge is gone and nobody was on it.\nhttps://short.example/abc\n— Ilan Dorev (@idorev) March 2, 2031\n"


def test_the_author_of_a_pasted_post_is_its_source(kit: Kit) -> None:
    before = "The town waited all night.\n"
    text = before + POST + "Rain fell.\n"
    page = page_of(text, kit, (("body", len(before)), ("embed", len(before) + len(POST)), ("body", len(text))))
    (found,) = statements_of(page, kit)
    assert [s.words(text) for s in found.source] == ["Ilan Dorev"]
    assert [s.words(text) for s in found.content] == ["The bridge is gone and nobody was on it."]
    assert found.cue == ()


def test_what_a_pasted_post_attributes_is_nested(kit: Kit) -> None:
    post = "The army says the bridge is gone.\n— Ilan Dorev (@idorev) March 2, 2031\n"
    outer, inner = statements_of(page_of(post, kit, (("embed", len(post)),)), kit)
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_comments_and_furniture_attribute_nothing(kit: Kit) -> None:
    text = "The mayor said the dam is safe.\nThe reader said the mayor lies.\n"
    page = page_of(text, kit, (("furniture", 32), ("comment", len(text))))
    assert statements_of(page, kit) == ()


def test_a_statement_stays_in_its_zone(kit: Kit) -> None:
    head, body = "Dorev said:\n", "“The bridge is gone.”\n"
    page = page_of(head + body, kit, (("headline", len(head)), ("body", len(head + body))))
    for statement in statements_of(page, kit):
        for span in (*statement.source, *statement.cue, *statement.content):
            assert span.end <= len(head) or span.start >= len(head)


def test_a_free_quotation_tells_where_its_speaker_stands(kit: Kit) -> None:
    text = "The mayor said the bridge was gone.\n“We saw it fall into the river.”"
    page = page_of(text, kit)
    free = next(s for s in statements_of(page, kit) if not s.cue)
    assert free.source == ()
    assert free.context is not None
    assert free.context.words(text) == "The mayor"


def test_a_relative_word_tells_what_it_stands_for(kit: Kit) -> None:
    text = "We spoke with local guards who told us that the bridge was mined."
    page = page_of(text, kit)
    (found,) = statements_of(page, kit)
    assert [s.words(text) for s in found.source] == ["who"]
    assert found.context is not None
    assert found.context.words(text) == "local guards"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The bridge is gone,” Dorev said.", "direct"),
        ("Dorev said that the bridge was “gone for good.”", "mixed"),
        ("Dorev said that the bridge was gone.", "indirect"),
        ("“The bridge,” Dorev said, “is gone.”", "direct"),
    ],
)
def test_mode(text: str, mode: str, kit: Kit) -> None:
    (found,) = statements_of(page_of(text, kit), kit)
    assert found.mode == mode
