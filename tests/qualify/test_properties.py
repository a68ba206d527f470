from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.kit import Kit, Language
from counterclaim.language.pack import LanguagePack
from counterclaim.qualify.stage import qualify
from counterclaim.values.syntax import Parse
from tests.built import built


def open_parseless() -> LanguagePack:
    """English words without any analyzer: what is left must still work."""
    return LanguagePack("en", frozenset(), lambda text, spans: Parse())


PARSELESS = Kit({"en": Language(module=__name__, opener="open_parseless", packages=())})

WORDS = st.sampled_from(
    [
        "could",
        "not",
        "verify",
        "no evidence",
        "“",
        "”",
        '"',
        ",",
        "but",
        ".",
        "\n",
        " ",
        "may",
        "reportedly",
        "denied",
        "Ж",
        "𝔘",
        "proof must be",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_nothing_raises_and_spans_lie_inside(text: str) -> None:
    page = built(text, PARSELESS)
    for found in qualify(page, PARSELESS).verification:
        assert 0 <= found.start < found.end <= len(page.text)
        assert page.text[found.start : found.end].strip()


def test_a_neutral_line_in_front_only_shifts() -> None:
    text, front = "The Quay could not verify the claim. It was unclear who fired.", "Nothing happened in Hollin on Sunday.\n"
    plain = qualify(built(text, PARSELESS), PARSELESS).verification
    moved = qualify(built(front + text, PARSELESS), PARSELESS).verification
    assert [(v.start + len(front), v.end + len(front), v.kind) for v in plain] == [(v.start, v.end, v.kind) for v in moved]
    assert len(plain) == 2


def test_firmness_without_a_parse_is_plain() -> None:
    page = built("[source|The mayor] [cue|claimed] [content|that the raid was a lie].", PARSELESS)
    (firm,) = qualify(page, PARSELESS).firmness
    assert (firm.act, firm.distance) == ("denies", "neutral")
