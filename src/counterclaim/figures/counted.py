"""What a number counts, from the nouns and verbs around it."""

import re

import msgspec

from counterclaim.figures.entries import MeasureEntry, alternation
from counterclaim.figures.fates import Fate, Fates
from counterclaim.figures.names import Name, Names
from counterclaim.figures.quantity import Placed
from counterclaim.figures.sentence import Sentence

LONGEST_TOLL = 14
"""Tokens on either side of a bare number in which the noun that announces it is looked for ("the toll, he said, rose to")."""


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What a number counts; offsets index the document's text.

    Attributes:
        words: The words for what is counted ("villagers killed"); empty where nothing stands there.
        measure: What figures are grouped by ("deaths"); empty where the lists have none.
        end: One past the noun group; where the number's words end if there is none.
        named: Whether something of its own names it, rather than what the number before it counts.
    """

    words: str
    measure: str = ""
    end: int
    named: bool = True


class Counting:
    """Finds what is counted, in one language; compiled from its word lists, holds no state of any document."""

    def __init__(self, entries: tuple[MeasureEntry, ...], names: Names, fates: Fates) -> None:
        of: dict[str, list[str]] = {}
        for entry in entries:
            of.setdefault(entry.role, []).extend(entry.words)
        among = alternation(of.get("among", []) + of.get("part", []))
        self._among = re.compile(rf"[\s,;()—–-]*(?:(?:{among})(?!\w)[\s,]*)*", re.IGNORECASE)
        self._number = re.compile(rf"(?<!\w)(?:{alternation(of.get('number', []))})\s+", re.IGNORECASE)
        self._names = names
        self._fates = fates

    def of(self, sentence: Sentence, placed: Placed, before: Counted | None) -> Counted:
        """What the number counts.

        Args:
            sentence: Its sentence.
            placed: The number among the others of the sentence.
            before: What the number before it counts; None for the first.

        Returns:
            Empty words where nothing countable stands near; never a guess across another number.
        """
        quantity = placed.quantity
        if quantity.unit:
            return self._of_unit(sentence, placed)
        name = self._names.after(sentence, quantity.after, share=quantity.number.share)
        words, end = (name.words, name.end) if name else ("", quantity.after)
        fate = self._fates.befell(sentence, placed, end)
        if fate is not None:
            return Counted(words=fate.of(words), measure=fate.measure, end=end)
        if name is not None:
            own = self._fates.named(sentence, name.index) or self._led_by(sentence, sentence.after(quantity.after))
            inherited = before.measure if before and self._continues(sentence, placed, end) else ""
            return Counted(words=words, measure=own.measure if own else inherited, end=end)
        return self._announced(sentence, placed, before)

    def _led_by(self, sentence: Sentence, index: int) -> Fate | None:
        """What befell those whom a noun in the plural names before its complement ("109 поранених російською ракетою")."""
        token = sentence.token(index)
        return self._fates.at(sentence, index) if token is not None and "Number=Plur" in token.feats else None

    def again(self, sentence: Sentence, placed: Placed, counted: Counted) -> Counted:
        """``counted`` with what befell them, looked for behind the bound that follows ("500 people or more were killed")."""
        fate = self._fates.befell(sentence, placed, placed.quantity.end)
        if fate is None:
            return counted
        return msgspec.structs.replace(counted, words=fate.of(counted.words), measure=fate.measure)

    def _of_unit(self, sentence: Sentence, placed: Placed) -> Counted:
        """The unit's name; of a percentage with what it is a share of ("% of voters")."""
        quantity, of_words = placed.quantity, self._names.of_words
        counted = Counted(words=quantity.unit_words, end=quantity.after)
        if quantity.unit_kind != "percent":
            return counted
        index = sentence.after(quantity.after)
        joined = sentence.token(index) is not None and sentence.forms[index] in of_words
        name = self._names.after(sentence, quantity.after, share=True) if joined or not of_words else None
        if name is None:
            return counted
        link = f" {sentence.forms[index]} " if joined else " "
        return Counted(words=f"{quantity.unit_words}{link}{name.words}", end=name.end)

    def _continues(self, sentence: Sentence, placed: Placed, end: int) -> bool:
        """Whether the number goes on a list, or is a part of what the number before it counts; not before a verb of its own."""
        own, previous = sentence.token(sentence.after(end)), placed.previous
        if previous is None or previous.unit or (own is not None and own.pos in ("VERB", "AUX")):
            return False
        name = self._names.after(sentence, previous.after, share=False)
        index = sentence.after(name.end if name else previous.after)
        start = placed.quantity.start
        while sentence.token(index) and sentence.tokens[index].start < start:
            if not (self._fates.links(sentence, index) or self._fates.at(sentence, index)):
                break
            index += 1
        at = sentence.tokens[index].start if sentence.token(index) else start
        return at >= start or self._among.fullmatch(sentence.text, at, start) is not None

    def _announced(self, sentence: Sentence, placed: Placed, before: Counted | None) -> Counted:
        """What a bare number counts: the noun that announces it, else what the number before it counts.

        In order: a toll before it or behind it ("the death toll rose to 39"), "the number of", the number before it if
        something befell those, a noun with "of" ("a crowd of 300"), the number before it.
        """
        end = placed.quantity.after
        announced = self._toll(sentence, placed) or self._numbered(sentence, placed)
        if announced is not None:
            return Counted(words=announced.says, measure=announced.measure, end=end)
        follows = before if before and before.words and placed.previous and not placed.previous.unit else None
        if follows is not None and follows.measure:
            return Counted(words=follows.words, measure=follows.measure, end=end, named=False)
        group = self._group_noun(sentence, placed)
        if group:
            return Counted(words=group, end=end)
        return Counted(words=follows.words if follows else "", end=end, named=False)

    def _toll(self, sentence: Sentence, placed: Placed) -> Fate | None:
        index = sentence.before(placed.quantity.start)
        back = range(index, max(-1, index - LONGEST_TOLL), -1)
        behind = sentence.after(placed.quantity.end)
        onwards = range(behind, min(len(sentence.tokens), behind + LONGEST_TOLL))
        for at in (*back, *onwards):
            if placed.floor <= sentence.tokens[at].start < placed.ceiling:
                entry = self._fates.entry("toll", sentence, at - 1, 2) or self._fates.entry("toll", sentence, at)
                if entry is not None:
                    return Fate(says=entry.says, measure=entry.measure)
        return None

    def _numbered(self, sentence: Sentence, placed: Placed) -> Fate | None:
        text, start, end = sentence.text, placed.quantity.start, placed.quantity.end
        before = reversed(list(self._number.finditer(text, placed.floor, start)))
        for match in (*before, *self._number.finditer(text, end, placed.ceiling)):
            at = sentence.after(match.end())
            fate = self._fates.at(sentence, at)
            noun = None if fate else self._fates.entry("noun", sentence, at)
            if noun is not None:
                fate = Fate(says=noun.says, measure=noun.measure)
            name: Name | None = self._names.after(sentence, match.end(), share=True)
            if fate is None and name is not None and (name.end <= start or match.start() >= end):
                fate = Fate(says=name.words, measure="")
            if fate is not None:
                return fate
        return None

    def _group_noun(self, sentence: Sentence, placed: Placed) -> str:
        index = sentence.before(placed.quantity.start)
        noun = sentence.token(index - 1)
        if noun is None or noun.start < placed.floor or noun.pos != "NOUN" or sentence.forms[index] not in self._names.of_words:
            return ""
        return "" if self._fates.entry("sum", sentence, index - 1) else noun.text
