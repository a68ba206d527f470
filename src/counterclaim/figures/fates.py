"""What befell those a number counts: killed, wounded, missing, destroyed."""

import re

import msgspec

from counterclaim.figures.entries import MeasureEntry, alternation
from counterclaim.figures.names import Names
from counterclaim.figures.quantity import Placed
from counterclaim.figures.sentence import Sentence

SKIPPED = frozenset({"AUX", "ADV", "PART"})
SAYING = {"inflict": frozenset({"VERB", "PROPN", ""}), "undergo": frozenset({"VERB", "ADJ", "NOUN", "PROPN", ""})}
"""Parts of speech in which a word says what befell someone; names, for headlines are tagged so."""
OBJECTS = frozenset({"DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ"})
LONGEST_STATE = 3
"""Words of the longest phrase for what befell someone ("lose their life")."""
LONGEST_LINK = 7
"""Tokens that may stand between the counted and what befell them ("have since reportedly also been")."""
PART_REACH = 4
"""Tokens before a number in which "killed, including" must begin."""


class Fate(msgspec.Struct, frozen=True, kw_only=True):
    """What befell the counted.

    Attributes:
        says: The word shown behind what is counted ("killed"); empty for material losses, whose noun stands alone.
        measure: What figures are grouped by ("deaths").
    """

    says: str
    measure: str

    def of(self, name: str) -> str:
        """The counted with what befell them ("villagers killed"); the measure where the text names neither."""
        return " ".join(word for word in (name, self.says) if word) or self.measure


class Fates:
    """Words for what befalls people and things in one language; compiled from its word list, without state of a document."""

    def __init__(self, entries: tuple[MeasureEntry, ...], names: Names) -> None:
        listed = [(tuple(words.lower().split()), entry) for entry in entries for words in entry.words]
        listed.sort(key=lambda pair: -len(pair[0]))
        self._led: dict[str, dict[str, list[tuple[tuple[str, ...], MeasureEntry]]]] = {}
        for words, entry in listed:
            self._led.setdefault(entry.role, {}).setdefault(words[0], []).append((words, entry))
        single = {
            role: frozenset(w for w, pairs in led.items() if any(len(p[0]) == 1 for p in pairs))
            for role, led in self._led.items()
        }
        self._links, self._passive = single.get("link", frozenset()), single.get("passive", frozenset())
        part = alternation([" ".join(words) for words, entry in listed if entry.role == "part"])
        self._part = re.compile(rf"[\s,;()—–-]*(?:{part})(?!\w)[\s,:]*", re.IGNORECASE)
        self._names = names

    def entry(self, role: str, sentence: Sentence, index: int, length: int = 0) -> MeasureEntry | None:
        """The longest entry of ``role`` whose words begin at ``index``; with ``length``, only one of so many words."""
        if sentence.token(index) is None:
            return None
        led = self._led.get(role, {})
        for first in (sentence.forms[index], sentence.lemmas[index]):
            for words, entry in led.get(first, ()):
                if length in (0, len(words)) and sentence.matches(index, words):
                    return entry
        return None

    def at(self, sentence: Sentence, index: int) -> Fate | None:
        """What the word at ``index`` says befell someone, on either side of the verb."""
        said = self._said("undergo", sentence, index) or self._said("inflict", sentence, index)
        return Fate(says=said.says, measure=said.measure) if said else None

    def named(self, sentence: Sentence, index: int) -> Fate | None:
        """What the noun at ``index`` counts by itself ("39 deaths", "39 dead"), as it would stand behind a name."""
        noun = self.entry("noun", sentence, index) or self._said("undergo", sentence, index)
        if noun is None:
            return None
        return self._joined(sentence, index, Fate(says="", measure=noun.measure))

    def befell(self, sentence: Sentence, placed: Placed, end: int) -> Fate | None:
        """What befell those counted: said behind ``end``, where they are named, else right before the number.

        Returns:
            None where the words there say it of something else ("two rockets killed 30": nothing befell the rockets).
        """
        index = self._names.past_more(sentence, sentence.after(end))
        passive = False
        for at in range(index, min(len(sentence.tokens), index + LONGEST_LINK)):
            if sentence.tokens[at].start >= placed.ceiling:
                break
            said = self._said("undergo", sentence, at)
            if said is None and (passive or not self._has_object(sentence, at)):
                said = self._said("inflict", sentence, at)
            if said is not None:
                return self._joined(sentence, at, Fate(says=said.says, measure=said.measure))
            if not self.links(sentence, at):
                break
            passive = sentence.lemmas[at] in self._passive
        return self._before(sentence, placed)

    def links(self, sentence: Sentence, index: int) -> bool:
        """Whether the token may stand between the counted and what befell them ("were reportedly")."""
        return (
            sentence.tokens[index].pos in SKIPPED
            or sentence.forms[index] in self._links
            or sentence.lemmas[index] in self._links
        )

    def is_person(self, sentence: Sentence, index: int) -> bool:
        """Whether the token at ``index`` is a word for a person."""
        return self.entry("person", sentence, index) is not None

    def _before(self, sentence: Sentence, placed: Placed) -> Fate | None:
        start = placed.quantity.start
        index = sentence.before(start)
        while self._inside(sentence, index, placed) and sentence.tokens[index].pos in ("ADV", "DET"):
            if self.at(sentence, index):
                break
            index -= 1
        for length in range(1, LONGEST_STATE + 1):
            at = index - length + 1
            if not self._inside(sentence, at, placed):
                break
            said = self._said("inflict", sentence, at, length) or self._said("undergo", sentence, at, length)
            if said is not None:
                return Fate(says=said.says, measure=said.measure)
        for at in range(index, index - PART_REACH, -1):
            fate = self.at(sentence, at) if self._inside(sentence, at, placed) else None
            if fate is not None and self._part.fullmatch(sentence.text, sentence.tokens[at].end, start):
                return fate
        if self._inside(sentence, index - 1, placed) and sentence.forms[index] in self._names.of_words:
            noun = self.entry("noun", sentence, index - 1)
            return Fate(says=noun.says, measure=noun.measure) if noun else None
        return None

    @staticmethod
    def _inside(sentence: Sentence, index: int, placed: Placed) -> bool:
        return 0 <= index < len(sentence.tokens) and sentence.tokens[index].start >= placed.floor

    def _said(self, role: str, sentence: Sentence, index: int, length: int = 0) -> MeasureEntry | None:
        """The entry at ``index``, if its word is used as a verb or as what is said of someone."""
        token = sentence.token(index)
        if token is None or token.pos not in SAYING[role]:
            return None
        return self.entry(role, sentence, index, length)

    @staticmethod
    def _has_object(sentence: Sentence, index: int) -> bool:
        """Whether something follows that the verb at ``index`` may act on, so that it is no passive ("rockets killed 30")."""
        following = sentence.token(index + 1)
        return following is not None and following.pos in OBJECTS and following.entity != "DATE"

    def _joined(self, sentence: Sentence, index: int, fate: Fate) -> Fate:
        """``fate``, with a second one joined to it ("killed or wounded")."""
        link = sentence.token(index + 1)
        other = self.at(sentence, index + 2) if link is not None and link.pos == "CCONJ" else None
        if other is None or other.measure == fate.measure:
            return fate
        joiner = sentence.forms[index + 1]
        says = f"{fate.says} {joiner} {other.says}" if fate.says and other.says else fate.says
        return Fate(says=says, measure=f"{fate.measure} {joiner} {other.measure}")
