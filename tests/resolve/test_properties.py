"""Laws of the resolve stage on any text and any statements."""

import re

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.kit import Kit
from counterclaim.resolve.stage import resolve
from counterclaim.values.attribution import Statement
from counterclaim.values.page import Found, Page
from counterclaim.values.span import Span
from counterclaim.values.text import Alignment, CleanText, Zone
from tests.built import built

WORDS = re.findall(
    r"\S+|\n",
    """the The a his Mr President Ilan Dorev Norway Norwegian Oslo Reuters HRW ministry ministry's army soldiers said
    told citing according to he she it they who
    we I , . ; : “ ” " ' ( ) — - of in and on Telegram tweeted anonymously 12 é 😀""",
)
PARAGRAPH = "Rain fell all night. Nothing else was heard of.\n\n"

texts = st.one_of(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.text(max_size=80))


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, tuple[Statement, ...]]:
    """A text and statements whose spans lie anywhere in it."""
    text = draw(texts)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda p: Span(min(p), max(p)))
    some = st.lists(spans, max_size=2).map(tuple)
    statements = []
    for number in range(draw(st.integers(0, 4))):
        statements.append(
            Statement(
                id=f"a{number + 1}",
                source=draw(some),
                cue=draw(some),
                content=(draw(spans), *draw(some)),
                mode=draw(st.sampled_from(("direct", "indirect", "mixed"))),
                parent=draw(st.sampled_from((None, "a1", "a2", "a9"))),
                context=draw(st.none() | spans),
            )
        )
    return text, tuple(statements)


def read(text: str, statements: tuple[Statement, ...], kit: Kit, *, syntax: bool = True) -> Page:
    """The page of ``text`` with ``statements``; without ``syntax``, its tokens have neither head nor relation."""
    page = built("", None)
    page = msgspec.structs.replace(page, clean=built_text(text))
    parse = kit.pack("en").analyze(text, page.paragraphs())
    if not syntax:
        tokens = tuple(msgspec.structs.replace(t, dep="", head=n) for n, t in enumerate(parse.tokens))
        parse = msgspec.structs.replace(parse, tokens=tokens)
    return Page(document=page.document, clean=page.clean, parse=parse, found=Found(statements=statements))


def built_text(text: str) -> CleanText:
    """``text`` as one body zone."""
    zones = (Zone(kind="body", start=0, end=len(text)),) if text else ()
    return CleanText(text=text, zones=zones, alignment=Alignment.identity(len(text)))


@pytest.mark.model
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=pages(), syntax=st.booleans())
def test_nothing_raises_and_everything_is_placed(case: tuple[str, tuple[Statement, ...]], syntax: bool, kit: Kit) -> None:
    text, statements = case
    page = read(text, statements, kit, syntax=syntax)
    found = resolve(page, kit)
    assert found == resolve(page, kit), "the same page gives the same findings"
    assert [v.statement for v in found.voices] == [s.id for s in statements]
    ids = {s.id for s in found.sources}
    assert [s.id for s in found.sources] == [f"s{n}" for n in range(1, len(ids) + 1)]
    assert {v.source_id for v in found.voices} - {None} == ids, "a source speaks, and who speaks is a source"
    for source in found.sources:
        assert source.name.strip()
        assert source.mentions == tuple(sorted(source.mentions))
        assert all(m.words(text).strip() for m in source.mentions)
    for chain in found.chains:
        assert chain.via, "no empty chain"
        for relay in chain.via:
            assert relay.name and 0 <= relay.start < relay.end <= len(text)
            assert relay.source_id is None or relay.source_id in ids
    for notice in found.notices:
        assert notice.kind in {"unresolved_speaker", "unnamed_source"}
        assert 0 <= notice.start <= notice.end <= len(text)


MARKED = (
    "[source|Kremlin spokesperson Ivan Dorev] [cue|told] the AP [content|that nothing had happened].\n"
    "[2:content|“Nothing at all,”] [2:source|he] [2:cue|added]. "
    "[3:source|A senior official] [3:cue|disagreed] [3:content|with it]."
)


@pytest.mark.model
def test_a_neutral_paragraph_in_front_only_shifts(kit: Kit) -> None:
    plain, shifted = built(MARKED, kit), built(PARAGRAPH + MARKED, kit)
    by = len(PARAGRAPH)
    one, two = resolve(plain, kit), resolve(shifted, kit)
    moved = [msgspec.structs.replace(s, mentions=tuple(m.shifted(by) for m in s.mentions)) for s in one.sources]
    assert list(two.sources) == moved
    assert two.voices == one.voices
    for chain, other in zip(one.chains, two.chains, strict=True):
        assert [(r.name, r.medium, r.start + by) for r in chain.via] == [(r.name, r.medium, r.start) for r in other.via]
    assert [(n.kind, n.start + by) for n in one.notices] == [(n.kind, n.start) for n in two.notices]


@pytest.mark.model
def test_the_outlet_itself_is_never_a_relay(kit: Kit) -> None:
    page = built(MARKED, kit)
    page = msgspec.structs.replace(page, document=msgspec.structs.replace(page.document, outlet="AP"))
    assert not resolve(page, kit).chains


@pytest.mark.model
def test_voices_hold_without_syntax(kit: Kit) -> None:
    page = built(MARKED, kit)
    tokens = tuple(msgspec.structs.replace(t, dep="", head=n) for n, t in enumerate(page.parse.tokens))
    bare = msgspec.structs.replace(page, parse=msgspec.structs.replace(page.parse, tokens=tokens))
    assert resolve(bare, kit) == resolve(page, kit)


def test_a_page_without_statements_has_no_sources(kit: Kit) -> None:
    assert resolve(built("Nobody said anything."), kit) == Found()
