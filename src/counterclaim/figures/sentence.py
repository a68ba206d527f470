"""One sentence with its tokens: where the words beside a number are looked up."""

from bisect import bisect_left

from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token


class Sentence:
    """One sentence of a document; read only.

    Attributes:
        text: The document's text, which every offset indexes.
        span: The sentence's place.
        tokens: Its tokens, in order.
        lemmas: The lemma of each, in lower case.
        forms: The characters of each, in lower case.
    """

    def __init__(self, text: str, span: Span, parse: Parse) -> None:
        self.text = text
        self.span = span
        self.tokens = parse.tokens_in(span)
        self.lemmas = tuple(t.lemma.lower() for t in self.tokens)
        self.forms = tuple(t.text.lower() for t in self.tokens)
        self._starts = [t.start for t in self.tokens]

    def after(self, position: int) -> int:
        """Index of the first token that begins at or behind ``position``; the number of tokens if there is none."""
        return bisect_left(self._starts, position)

    def before(self, position: int) -> int:
        """Index of the last token that begins before ``position``; -1 if there is none."""
        return bisect_left(self._starts, position) - 1

    def token(self, index: int) -> Token | None:
        """The token at ``index``; None outside the sentence."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def matches(self, index: int, words: tuple[str, ...]) -> bool:
        """Whether the tokens from ``index`` on are ``words``, each by its form or its lemma."""
        if index < 0 or index + len(words) > len(self.tokens):
            return False
        return all(w in (self.forms[index + i], self.lemmas[index + i]) for i, w in enumerate(words))

    def touches(self, one: int, two: int) -> bool:
        """Whether only blanks stand between the offsets ``one`` and ``two``."""
        return not self.text[one:two].strip()
