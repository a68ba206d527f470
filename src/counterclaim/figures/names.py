"""The noun group behind a number: what it counts, as the text names it."""

import msgspec

from counterclaim.figures.entries import MeasureEntry
from counterclaim.figures.sentence import Sentence
from counterclaim.values.syntax import Token

NAMING = frozenset({"NOUN", "PROPN"})
MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV"})
GLUE = frozenset({"-", "–", "'s", "’s", "'", "’", "&"})
"""Tokens that stand inside a noun group without being a part of speech of it."""
LONGEST_NAME = 8
"""Tokens of the longest noun group taken as counted ("twelve rocket-propelled grenade launchers")."""


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A noun group.

    Attributes:
        words: Its characters.
        end: One past its last, in code points of the document's text.
        head: Its last noun.
        index: That token's index in the sentence.
    """

    words: str
    end: int
    head: Token
    index: int


class Names:
    """Noun groups of one language; compiled from its word lists, holds no state of any document."""

    def __init__(self, entries: tuple[MeasureEntry, ...], of_words: tuple[str, ...]) -> None:
        more = [tuple(words.lower().split()) for entry in entries if entry.role == "more" for words in entry.words]
        self._more: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(more, key=lambda words: -len(words)):
            self._more.setdefault(words[0], []).append(words)
        self.of_words = frozenset(of_words)

    def past_more(self, sentence: Sentence, index: int) -> int:
        """The index behind words like "more" and "others" at ``index``; ``index`` where none stand there."""
        if sentence.token(index) is not None:
            for words in (*self._more.get(sentence.forms[index], ()), *self._more.get(sentence.lemmas[index], ())):
                if sentence.matches(index, words):
                    return index + len(words)
        return index

    def after(self, sentence: Sentence, position: int, *, share: bool) -> Name | None:
        """The noun group that begins right behind ``position``, where a number with its unit ends.

        Args:
            sentence: The sentence.
            position: In code points of the document's text.
            share: Whether articles may stand before the noun, as behind "half" and "of".

        Returns:
            None where no noun follows. Behind a hyphen one noun counts alone ("a 15-member council"). Without parts of
            speech the next word is taken.
        """
        index = sentence.after(position)
        hyphened = sentence.text[position : position + 1] == "-"
        if hyphened and sentence.token(index) and not sentence.tokens[index].text.strip("-"):
            index += 1
        if sentence.token(index) is None or not sentence.touches(position + hyphened, sentence.tokens[index].start):
            return None
        if sentence.forms[index] in self.of_words:
            index, share = index + 1, True
        elif not hyphened:
            index = self.past_more(sentence, index)
        while share and sentence.token(index + 1) and sentence.tokens[index].pos in ("DET", "PRON"):
            index += 1
        if sentence.token(index) is None:
            return None
        last = self._last(sentence, index, single=hyphened)
        if last is None:
            return None
        head = sentence.tokens[last]
        return Name(words=sentence.text[sentence.tokens[index].start : head.end], end=head.end, head=head, index=last)

    def _last(self, sentence: Sentence, first: int, *, single: bool) -> int | None:
        """Index of the head of the group that begins at ``first``; None where it has no noun."""
        tokens, last = sentence.tokens, None
        for at in range(first, min(len(tokens), first + LONGEST_NAME)):
            token = tokens[at]
            if not token.pos:
                return at if token.text[:1].isalpha() and last is None else last
            if at > first and token.pos == "PROPN" and tokens[at - 1].pos == "NOUN":
                return last
            if token.pos in NAMING:
                last = at
                if single:
                    return last
            elif at > first and token.text in GLUE and (token.text != "–" or sentence.tokens[at - 1].end == token.start):
                continue
            elif at > first and token.pos == "CCONJ" and self._joins_modifiers(sentence, at):
                last = None
            elif not self._modifies(sentence, at, begun=last is not None):
                return last
        return last

    def _modifies(self, sentence: Sentence, at: int, *, begun: bool) -> bool:
        """Whether the token goes on the group: an adjective, or a participle or adverb before a noun ("newly built")."""
        token, following = sentence.tokens[at], sentence.token(at + 1)
        hyphened = at > 0 and sentence.tokens[at - 1].text in GLUE
        if token.pos == "ADJ":
            plural = at > 0 and sentence.tokens[at - 1].pos == "NOUN" and "Number=Plur" in sentence.tokens[at - 1].feats
            return not begun or hyphened or (not plural and following is not None and following.pos in NAMING)
        if following is None or following.pos not in MODIFYING or (begun and not hyphened):
            return False
        if token.pos == "ADV":
            return following.pos in ("ADJ", "VERB")
        return token.pos == "VERB" and "VerbForm=Part" in token.feats

    @staticmethod
    def _joins_modifiers(sentence: Sentence, at: int) -> bool:
        """Whether a conjunction joins two modifiers of one plural noun ("artillery and mortar systems"), not two counts."""
        before, one, two = sentence.tokens[at - 1], sentence.token(at + 1), sentence.token(at + 2)
        if one is None or two is None or one.pos not in ("ADJ", "NOUN", "PROPN") or two.pos != "NOUN":
            return False
        modifier = before.pos == "ADJ" or "Number=Sing" in before.feats
        return modifier and "Number=Plur" in two.feats and "Number=Plur" not in one.feats
