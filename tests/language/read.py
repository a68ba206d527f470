"""Analyses a sentence with a language's pack, for this room's tests."""

from counterclaim.kit import Kit
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token


def parse_of(kit: Kit, language: str, text: str) -> Parse:
    """The parse of ``text`` as one paragraph."""
    return kit.pack(language).analyze(text, [Span(0, len(text))])


def word(parse: Parse, text: str) -> Token:
    """The first token written so."""
    return next(token for token in parse.tokens if token.text == text)
