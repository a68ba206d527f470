"""Parts of speech, features and lemmas by the rules of spaCy's attribute ruler, looked up instead of searched for.

The ruler holds each of some 180 patterns against every word. Nearly all ask for the tag, the letters and the relation of one
word, so a word is looked up by these three and known from then on. What is given is what the ruler and the lemmatizer give.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc
    from spacy.tokens import Token as Read

ASKED = ("TAG", "LOWER", "DEP", "IS_SPACE")
"""What a pattern may ask of a word."""
Test: TypeAlias = tuple[int, Callable[[Any], object]]
"""Which of the answers is held against what."""
MOST_KNOWN = 200_000
"""Words that are kept looked up; then all are forgotten. About 50 MB."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """What is said of a word by itself: as `values.syntax.Token` has it."""

    text: str
    lemma: str
    pos: str
    tag: str
    feats: str
    dep: str


class Rule(msgspec.Struct, frozen=True):
    """A pattern of the ruler: what is asked of each of its words, and what is then said of the one at ``index``."""

    tests: tuple[tuple[Test, ...], ...]
    index: int
    says: Mapping[str, str]

    def takes_tag(self, tag: str) -> bool:
        """Whether a word with this tag can be the one it speaks of."""
        return all(test(tag) for asked, test in self.tests[self.index] if ASKED[asked] == "TAG")

    def fits(self, doc: "Doc", at: int) -> bool:
        """Whether the pattern lies over the words of ``doc`` so that the word ``at`` is the one it speaks of."""
        first = at - self.index
        if first < 0 or first + len(self.tests) > len(doc):
            return False
        return all(_passes(_answers(doc[first + n]), tests) for n, tests in enumerate(self.tests))


class WordReader:
    """Reads words whose tags and relations are known.

    Args:
        ruler: The component with the patterns; it is not changed.
        lemmatizer: The component that gives the lemmas of words of which no pattern gives one.

    Raises:
        ValueError: If a pattern asks for what cannot be looked up.
    """

    def __init__(self, ruler: "AttributeRuler", lemmatizer: "Lemmatizer") -> None:
        self._lemmatizer = lemmatizer
        forms = lemmatizer.lookups.get_table("lemma_index")
        for kind in list(forms):
            forms[kind] = frozenset(forms[kind])  # the lemmatizer looks words up in these, as lists from end to end
        listed: list[Any] = ruler.patterns
        self._rules = tuple(
            Rule(tuple(tuple(_test(*asked) for asked in word.items()) for word in pattern), given["index"], given["attrs"])
            for given in listed
            for pattern in given["patterns"]
        )
        self._of_tag: dict[str, tuple[Rule, ...]] = {}
        self._known: dict[tuple[int, int, int], Word] = {}

    def read(self, doc: "Doc", at: int, key: tuple[int, int, int]) -> Word:
        """The word ``at`` of ``doc``.

        Args:
            doc: A document with tags and relations.
            at: The word's place.
            key: Numbers of its letters, tag and relation in the vocabulary.
        """
        known = self._known.get(key)
        if known is not None:
            return known
        answers = _answers(doc[at])
        tag = answers[0]
        if tag not in self._of_tag:
            self._of_tag[tag] = tuple(rule for rule in self._rules if rule.takes_tag(tag))
        fitting = [rule for rule in self._of_tag[tag] if _passes(answers, rule.tests[rule.index])]
        alone = all(len(rule.tests) == 1 for rule in fitting)
        word = self._word(doc[at], fitting if alone else [rule for rule in fitting if rule.fits(doc, at)])
        if alone:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = word
        return word

    def _word(self, token: "Read", rules: list[Rule]) -> Word:
        said: dict[str, str] = {}
        for rule in rules:  # the later one has the last word
            said.update(rule.says)
        token.pos_ = said.get("POS", "")
        token.set_morph(said.get("MORPH", ""))  # type: ignore[attr-defined]  # missing from spaCy's stub
        lemma = said.get("LEMMA") or self._lemmatizer.rule_lemmatize(token)[0]
        return Word(str(token.text), lemma, str(token.pos_), str(token.tag_), str(token.morph), str(token.dep_))


def _answers(word: "Read") -> tuple[str, str, str, bool]:
    return word.tag_, word.lower_, word.dep_, word.is_space


def _passes(answers: tuple[str, str, str, bool], tests: tuple[Test, ...]) -> bool:
    return all(test(answers[asked]) for asked, test in tests)


def _test(name: str, wanted: Any) -> Test:
    """Whether a word's ``name`` is ``wanted``: a value, one or none of several, or a pattern of letters."""
    if name not in ASKED:
        raise ValueError(f"a word rule asks for {name}")
    asked = ASKED.index(name)
    match wanted:
        case str() | bool():
            return asked, frozenset({wanted}).__contains__
        case {"IN": values, **rest} if not rest:
            return asked, frozenset(values).__contains__
        case {"NOT_IN": values, **rest} if not rest:
            return asked, lambda value: value not in values
        case {"REGEX": letters, **rest} if not rest:
            return asked, re.compile(letters).search
    raise ValueError(f"a word rule asks for {name} in an unknown way: {wanted}")
