"""Every entry of this room's word lists: its example fires, its counter-example does not."""

import re
from collections.abc import Callable
from typing import TypeVar

import msgspec
import pytest

from counterclaim.figures.entries import (
    BoundEntry,
    DateEntry,
    LabelEntry,
    MeasureEntry,
    NumberEntry,
    RangeEntry,
    UnitEntry,
)
from counterclaim.figures.stage import figures
from counterclaim.kit import Kit
from counterclaim.lexicon.estimators import EstimatorEntry
from counterclaim.lexicon.load import Entry, entries
from counterclaim.values.page import Found
from counterclaim.values.party import Source
from counterclaim.values.span import Span
from tests.figures.marked import page_of, read

pytestmark = pytest.mark.model

PUBLISHED = "2022-04-10"
E = TypeVar("E", bound=Entry)


def check(listed: tuple[E, ...], fires: Callable[[E, str], bool]) -> None:
    """Asserts that every example fires and no counter-example does."""
    assert listed
    silent = [e.example for e in listed if not fires(e, e.example)]
    loud = [e.counter for e in listed if fires(e, e.counter)]
    assert not silent, "examples that do not fire"
    assert not loud, "counter-examples that fire"


def stands(word: str, text: str) -> bool:
    """Whether ``word`` stands in ``text``, as a whole word where it is one."""
    edge = r"(?<!\w){}(?!\w)" if len(word) > 3 or (word.isalpha() and word != word.upper()) else "{}"
    return re.search(edge.format(re.escape(word)), text, re.IGNORECASE) is not None


def test_numbers(kit: Kit) -> None:
    def fires(entry: NumberEntry, sentence: str) -> bool:
        found = [f.span.words(sentence) for f in read(sentence, kit)]
        if entry.kind == "ordinal":
            return not found
        if entry.kind == "glued":
            return any(re.search(r"\d(bn|m|k)\b", words) for words in found)
        return any(stands(word, words) for word in entry.words for words in found)

    check(entries("en", "numbers", NumberEntry), fires)


def test_bounds(kit: Kit) -> None:
    def fires(entry: BoundEntry, sentence: str) -> bool:
        found = read(sentence, kit)
        if entry.side == "filler":
            return any(f.bound == "more_than" and "total" in f.span.words(sentence) for f in found)
        worded = [f for f in found if re.search(r"[^\W\d_]|[^\w\s]", f.span.words(sentence))]
        return any(f.bound == entry.bound for f in worded)

    check(entries("en", "bounds", BoundEntry), fires)


def plain(phrase: str) -> str:
    """One way to write a phrase: the first of each choice, without what may be missing."""
    phrase = re.sub(r"\([^()]*\)\?", "", phrase)
    return " ".join(re.sub(r"\(([^()|]*)[^()]*\)", r"\1", phrase).replace("?", "").split())


PHRASES = [(e, p) for e in entries("en", "bounds", BoundEntry) if e.side != "filler" for p in e.phrases]


@pytest.mark.parametrize(("entry", "phrase"), PHRASES, ids=[f"{e.side} {p}" for e, p in PHRASES])
def test_each_bound_phrase_in_its_lists_example(entry: BoundEntry, phrase: str, kit: Kit) -> None:
    shown, other = plain(entry.phrases[0]), plain(phrase)
    joined = other.endswith("-") or other.startswith(("-", "+"))
    sentence = entry.example.replace(f"{shown} " if other.endswith("-") else shown, other)
    sentence = sentence.replace(f" {other}", other) if joined and entry.side == "after" else sentence
    assert [f.bound for f in read(sentence, kit)] == [entry.bound], sentence


def test_units(kit: Kit) -> None:
    def fires(entry: UnitEntry, sentence: str) -> bool:
        found = read(sentence, kit)
        if entry.kind in ("per", "each", "rated"):
            return any(stands(word, f.counted) for f in found for word in entry.after)
        return any(f.unit == entry.code for f in found)

    check(entries("en", "units", UnitEntry), fires)


def test_measures(kit: Kit) -> None:
    numbers = {"passive": 1, "link": 1, "part": 2, "among": 2, "more": 2, "number": 1}

    def fires(entry: MeasureEntry, sentence: str) -> bool:
        found = read(sentence, kit)
        if entry.role == "person":
            return len(found) == 1
        if entry.role == "sum":
            return all(not f.counted for f in found)
        if entry.role in numbers:
            return sum(f.measure is not None for f in found) == numbers[entry.role]
        return any(f.measure == entry.measure for f in found)

    check(entries("en", "measures", MeasureEntry), fires)


def test_dates(kit: Kit) -> None:
    dated = ("weekday", "day", "as_of")

    def fires(entry: DateEntry, sentence: str) -> bool:
        found = read(sentence, kit, PUBLISHED)
        if entry.kind in (*dated, "not", "period"):
            return bool(found) and all((f.as_of is not None) == (entry.kind in dated) for f in found)
        return not found

    check(entries("en", "dates", DateEntry), fires)


def test_labels(kit: Kit) -> None:
    check(entries("en", "labels", LabelEntry), lambda entry, sentence: not read(sentence, kit))


def test_ranges(kit: Kit) -> None:
    def fires(entry: RangeEntry, sentence: str) -> bool:
        ranged = any(f.bound == "range" for f in read(sentence, kit))
        return ranged != (entry.kind == "change")

    check(entries("en", "ranges", RangeEntry), fires)


def test_estimators(kit: Kit) -> None:
    def fires(entry: EstimatorEntry, sentence: str) -> bool:
        name = re.search(r"Red Lantern Society|Westmark", sentence)
        assert name is not None
        source = Source(id="s1", name=name.group(), kind="organisation", mentions=(Span(*name.span()),))
        page = page_of(sentence, kit).with_found(Found(sources=(source,)))
        return any(f.estimator == "s1" for f in figures(page, kit).figures)

    check(entries("en", "estimators", EstimatorEntry), fires)


def test_every_list_is_typed() -> None:
    kinds = (NumberEntry, BoundEntry, RangeEntry, UnitEntry, MeasureEntry, DateEntry, LabelEntry, EstimatorEntry)
    assert all(issubclass(kind, Entry) and msgspec.structs.fields(kind) for kind in kinds)
