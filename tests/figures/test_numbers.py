"""Numbers in figures and words, without a language model."""

import pytest

from counterclaim.figures.entries import NumberEntry
from counterclaim.figures.numbers import Numbers
from counterclaim.lexicon.load import entries

NUMBERS = Numbers(entries("en", "numbers", NumberEntry))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12),
        ("12,400", 12_400),
        ("1,234,567.89", 1_234_567.89),
        ("12,34,567", 1_234_567),
        ("1\u00a0200", 1_200),
        ("2.5", 2.5),
        (".534", 0.534),
        ("½", 0.5),
        ("7 3/4", 7.75),
        ("1/16", 0.0625),
        ("-12", -12),
        ("minus 20", -20),
        ("2.5×10−8", 2.5e-8),
        ("4bn", 4e9),
        ("1.2m", 1.2e6),
        ("20k", 20_000),
        ("forty-two", 42),
        ("twelve hundred", 1_200),
        ("two hundred and six thousand four hundred and eleven", 206_411),
        ("one million two hundred thousand", 1_200_000),
        ("4 hundred million", 4e8),
        ("1.5 billion", 1.5e9),
        ("a hundred", 100),
        ("half a dozen", 6),
        ("seven and a half", 7.5),
        ("one and a half million", 1.5e6),
        ("two dozen", 24),
        ("25 lakh", 2_500_000),
        ("two-thirds", 2 / 3),
        ("nine out of ten", 0.9),
    ],
)
def test_value(words: str, value: float) -> None:
    text = f"They say {words} of them."
    found = NUMBERS.scan(text, 0, len(text))
    assert [text[n.start : n.end] for n in found] == [words]
    assert found[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("dozens", 12),
        ("hundreds", 100),
        ("tens of thousands", 10_000),
        ("hundreds of thousands", 1e5),
        ("several hundred", 100),
    ],
)
def test_vague_words_give_the_least_they_can_mean(words: str, least: float) -> None:
    text = f"They say {words} of them."
    found = NUMBERS.scan(text, 0, len(text))
    assert [(text[n.start : n.end], n.value, n.vague) for n in found] == [(words, least, True)]


@pytest.mark.parametrize(
    "text", ["the 22nd", "the twenty-first", "half-brother", "several men", "test scores", "9/11 of", "and a"]
)
def test_no_number(text: str) -> None:
    assert NUMBERS.scan(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("eight and nine", ["eight", "nine"]),
        ("fifty fifty", ["fifty", "fifty"]),
        ("two hundred, three", ["two hundred", "three"]),
        ("10 20", ["10", "20"]),
    ],
)
def test_neighbours_stay_apart(text: str, words: list[str]) -> None:
    assert [text[n.start : n.end] for n in NUMBERS.scan(text, 0, len(text))] == words
