from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.kit import Kit, Language
from counterclaim.language.pack import LanguagePack
from counterclaim.notice.stage import notice
from counterclaim.values.quotation import quotations
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token
from tests.built import built


def analyze(text: str, spans: object) -> Parse:
    """Blank-separated words as tokens, lines as sentences: enough for what needs no morphology."""
    tokens: list[Token] = []
    sentences: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        stop = at + len(line.rstrip())
        start = at
        for word in line.split():
            start = text.index(word, start)
            tokens.append(Token(start=start, end=start + len(word), text=word, lemma=word.lower()))
            start += len(word)
        if stop > at:
            sentences.append(Span(at, stop))
        at += len(line)
    return Parse.of(tuple(tokens), tuple(sentences))


def open_plain() -> LanguagePack:
    return LanguagePack("en", frozenset({"sentences"}), analyze)


PLAIN = Kit({"en": Language(module=__name__, opener="open_plain", packages=())})
MARKS = st.sampled_from(
    ["“", "”", '"', "''", "«", "»", "„", "‘", "’", "'", "[", "]", "…", "\n", "at least", "people", "killed"]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(MARKS, st.text(alphabet="abcЖ ", max_size=6)), max_size=40).map(" ".join))
def test_nothing_raises_and_spans_lie_inside(text: str) -> None:
    page = built(text, PLAIN)
    for found in notice(page, PLAIN).notices:
        assert 0 <= found.start < found.end <= len(page.text)
        assert found.other is None or 0 <= found.other.start < found.other.end <= len(page.text)
    for quote in quotations(page):
        assert 0 <= quote.span.start < quote.span.end <= len(page.text)


def test_a_neutral_line_in_front_only_shifts() -> None:
    text = "“The well was dug in spring by five old men.\n“The well was dug in autumn by five old men”"
    front = "Nothing happened in Hollin on Sunday.\n"
    plain = notice(built(text, PLAIN), PLAIN).notices
    moved = notice(built(front + text, PLAIN), PLAIN).notices
    assert [(n.kind, n.start + len(front), n.end + len(front)) for n in plain] == [(n.kind, n.start, n.end) for n in moved]
    assert [n.kind for n in plain] == ["quote_altered"]
