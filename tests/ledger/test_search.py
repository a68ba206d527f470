"""The search index promises the same on both databases."""

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.ledger import tables
from counterclaim.ledger.search import MOST_TOKENS, index, keep_vectors, matching, tokens, vectors
from counterclaim.ledger.session import Ledger
from counterclaim.ledger.verify import verify
from counterclaim.values.digest import text_digest
from tests.ledger.test_conformance import keep

MILL = "The ferry hit the MILL, José's mill"
FERRY = "паром, а не мельница; ёлка у Яра"
WORDINGS = (MILL, FERRY, "it's 'quoted' & | ! (x) \\ \x00 \ud800 * \"y\" NEAR", "12 people", "")


def found(ledger: Ledger, query: str) -> set[str]:
    named = {text_digest(words): words for words in WORDINGS}
    return {named[digest] for digest in matching(ledger, tokens(query))}


def test_all_words_must_stand_in_a_wording(ledger: Ledger) -> None:
    index(ledger, WORDINGS)
    assert found(ledger, "mill ferry") == {MILL}
    assert found(ledger, "jose") == {MILL}
    assert found(ledger, "Елка ПАРОМ") == {FERRY}
    assert found(ledger, "mill пароm") == set()
    assert found(ledger, "mil") == set()
    assert found(ledger, "12") == {"12 people"}
    assert found(ledger, "…!") == set()


@pytest.mark.parametrize(
    "query", ["'", '"', "x & y", "near(x", "NEAR x", "x* y", "a:b", "-x", "'; DROP TABLE wording; --", "\x00x"]
)
def test_a_query_is_words_and_never_syntax(ledger: Ledger, query: str) -> None:
    index(ledger, WORDINGS)
    assert found(ledger, query) <= {WORDINGS[2]}


def test_a_wording_is_indexed_once(ledger: Ledger) -> None:
    assert index(ledger, WORDINGS) == len(WORDINGS)
    assert index(ledger, [*WORDINGS, "one more", "one more"]) == 1
    with ledger.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.wording)).scalar_one() == len(WORDINGS) + 1


def test_an_endless_wording_is_indexed_by_its_beginning(ledger: Ledger) -> None:
    long = " ".join(f"word{number}" for number in range(MOST_TOKENS + 1))
    index(ledger, [long])
    assert matching(ledger, ["word1"]) == {text_digest(long)}
    assert matching(ledger, [f"word{MOST_TOKENS}"]) == frozenset()


def test_vectors_are_kept_by_model_and_never_replaced(ledger: Ledger) -> None:
    many = [f"wording {number}" for number in range(1200)]
    index(ledger, many)
    kept = {text_digest(words): number.to_bytes(4, "little") for number, words in enumerate(many)}
    keep_vectors(ledger, kept, "one")
    keep_vectors(ledger, {text_digest(many[0]): b"else", text_digest("unknown"): b"lost"}, "one")
    keep_vectors(ledger, {text_digest(many[0]): b"else"}, "two")
    assert vectors(ledger, many, "one") == kept
    assert vectors(ledger, many, "two") == {text_digest(many[0]): b"else"}


def test_the_index_is_no_part_of_what_was_observed(ledger: Ledger) -> None:
    keep(ledger, "a")
    index(ledger, ["something"])
    assert verify(ledger) == ()


@given(st.text())
def test_tokens_are_letters_and_digits_only(text: str) -> None:
    for token in tokens(text):
        assert token and not set(token) & set("'\"_ \x00\n")
