"""What is counted: the noun behind a number, and what befell those it counts."""

import re

import msgspec

from counterclaim.figures.entries import MeasureEntry, alternation
from counterclaim.figures.quantity import Quantity
from counterclaim.figures.sentence import Sentence
from counterclaim.values.syntax import Token

NAMING = frozenset({"NOUN", "PROPN"})
MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV"})
SKIPPED = frozenset({"AUX", "ADV", "PART"})
SAYING = {
    "inflict": frozenset({"VERB", "PROPN", ""}),
    "undergo": frozenset({"VERB", "ADJ", "NOUN", "PROPN", ""}),
}
"""Parts of speech in which a word says what befell someone; names, for headlines are tagged so."""
OBJECTS = frozenset({"DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ"})
LONGEST_NAME = 7
"""Tokens of the longest noun group taken as counted ("twelve rocket-propelled grenades")."""
LONGEST_STATE = 3
"""Words of the longest phrase for what befell someone ("lose their life")."""
LONGEST_LINK = 7
"""Tokens that may stand between the counted and what befell them ("have since reportedly also been")."""
LONGEST_TOLL = 14
"""Tokens before a bare number in which the noun that announces it is looked for ("the death toll, the mayor said, rose to")."""


_Listed = tuple[tuple[str, ...], MeasureEntry]


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What a number counts; offsets index the document's text.

    Attributes:
        words: The words for what is counted ("villagers killed"); empty where nothing stands there.
        measure: What figures are grouped by ("deaths"); empty where the lists have none.
        end: One past the noun group; where the number's words end if there is none.
        named: Whether a noun of its own was found.
        plural: Whether that noun is a plural.
    """

    words: str
    measure: str
    end: int
    named: bool
    plural: bool = False


class _Group(msgspec.Struct, frozen=True):
    first: int
    last: int


class Measures:
    """What befalls the counted, in one language; compiled from its word list, holds no state of any document."""

    def __init__(self, entries: tuple[MeasureEntry, ...], of_words: tuple[str, ...]) -> None:
        self._of: dict[str, list[_Listed]] = {}
        for entry in entries:
            for words in entry.words:
                self._of.setdefault(entry.role, []).append((tuple(words.lower().split()), entry))
        for listed in self._of.values():
            listed.sort(key=lambda pair: -len(pair[0]))
        self._led: dict[str, dict[str, list[_Listed]]] = {role: {} for role in self._of}
        for role, listed in self._of.items():
            for pair in listed:
                self._led[role].setdefault(pair[0][0], []).append(pair)
        self._single = {role: frozenset(w[0] for w, _ in listed if len(w) == 1) for role, listed in self._of.items()}
        part = alternation([" ".join(w) for w, _ in self._of.get("part", [])])
        among = alternation([" ".join(w) for w, _ in self._of.get("among", [])])
        self._part = re.compile(rf"[\s,;()—–-]*(?:{part})(?!\w)[\s,:]*", re.IGNORECASE)
        self._among = re.compile(rf"[\s,;()—–-]*(?:(?:{among}|{part})(?!\w)[\s,]*)*", re.IGNORECASE)
        number = alternation([" ".join(w) for w, _ in self._of.get("number", [])])
        self._number = re.compile(rf"(?<!\w)(?:{number})\s+", re.IGNORECASE)
        self._of_words = frozenset(of_words)

    def is_person(self, sentence: Sentence, index: int) -> bool:
        """Whether the token at ``index`` is a word for a person."""
        return bool(sentence.token(index)) and bool(
            {sentence.forms[index], sentence.lemmas[index]} & self._single.get("person", frozenset())
        )

    def befalls(self, sentence: Sentence, position: int) -> bool:
        """Whether the word right behind ``position`` says what befell those counted, or its noun names such ("39 deaths")."""
        index = sentence.after(position)
        return self._state_at(sentence, index) is not None or self._entry("noun", sentence, index) is not None

    def name_after(self, sentence: Sentence, position: int, *, share: bool) -> tuple[str, int, Token] | None:
        """The noun group that begins at ``position``: its words, its end, its head; None where no noun stands there.

        Args:
            sentence: The sentence.
            position: Where the number with its unit ends.
            share: Whether articles may stand before the noun, as behind "half".
        """
        group = self._group(sentence, position, share=share)
        if group is None:
            return None
        first, last = sentence.tokens[group.first], sentence.tokens[group.last]
        return sentence.text[first.start : last.end], last.end, last

    def of(self, sentence: Sentence, quantity: Quantity, others: tuple[Quantity, ...], before: Counted | None) -> Counted:
        """What ``quantity`` counts.

        Args:
            sentence: Its sentence.
            quantity: The number.
            others: The other numbers of the sentence.
            before: What the number before it in the sentence counts; None for the first.

        Returns:
            Empty words where nothing countable stands near; never a guess across another number.
        """
        if quantity.unit:
            return self._of_unit(sentence, quantity)
        found = self.name_after(sentence, quantity.after, share=quantity.number.share)
        words, end = (found[0], found[1]) if found else ("", quantity.after)
        entry, joined = self._befell(sentence, quantity, end, others)
        own = self._noun(sentence, found[2]) if found else None
        if own is not None and entry is None:
            return Counted(words=words, measure=own.measure, end=end, named=True, plural=True)
        if entry is not None:
            says = " ".join(w for w in (words, joined or entry.says) if w) or entry.measure
            return Counted(words=says, measure=_measure(entry, joined), end=end, named=bool(words), plural=bool(words))
        if words and found:
            inherited = before.measure if before and self._continues(sentence, quantity, end, others) else ""
            return Counted(words=words, measure=inherited, end=end, named=True, plural=_plural(found[2]))
        return self._announced(sentence, quantity, others, before, end)

    def again(self, sentence: Sentence, quantity: Quantity, counted: Counted, others: tuple[Quantity, ...]) -> Counted:
        """``counted`` with what befell them, looked for behind the bound that follows ("500 people or more were killed")."""
        entry, joined = self._befell(sentence, quantity, quantity.end, others)
        if entry is None:
            return counted
        says = " ".join(w for w in (counted.words, joined or entry.says) if w) or entry.measure
        return msgspec.structs.replace(counted, words=says, measure=_measure(entry, joined))

    def _of_unit(self, sentence: Sentence, quantity: Quantity) -> Counted:
        words = quantity.unit_words
        if quantity.unit_kind == "percent":
            index = sentence.after(quantity.after)
            joined = sentence.token(index) is not None and sentence.forms[index] in self._of_words
            named = self.name_after(sentence, quantity.after, share=True) if joined or not self._of_words else None
            if named:
                of = f" {sentence.forms[index]} " if joined else " "
                return Counted(words=f"{words}{of}{named[0]}", measure="", end=named[1], named=True)
        return Counted(words=words, measure="", end=quantity.after, named=True)

    def _group(self, sentence: Sentence, position: int, *, share: bool) -> _Group | None:
        text, tokens = sentence.text, sentence.tokens
        index = sentence.after(position)
        hyphened = text[position : position + 1] == "-"
        if hyphened and sentence.token(index) and not tokens[index].text.strip("-"):
            index += 1
        if sentence.token(index) is None or not sentence.touches(position + hyphened, tokens[index].start):
            return None
        if sentence.forms[index] in self._of_words:
            index, share = index + 1, True
        elif not hyphened:
            index = self._past_more(sentence, index)
            if sentence.token(index) is None:
                return None
        while share and sentence.token(index) and tokens[index].pos in ("DET", "PRON") and sentence.token(index + 1):
            index += 1
        first, last, at = index, None, index
        while at < len(tokens) and at < first + LONGEST_NAME:
            token = tokens[at]
            if at > first and token.pos == "PROPN" and tokens[at - 1].pos == "NOUN":
                break
            if token.pos in NAMING or not token.pos:
                last = at
                if not token.pos:
                    break
                if hyphened:
                    break
            elif token.pos == "CCONJ" and at > first and self._joins_modifiers(sentence, at):
                last = None
            elif token.pos == "NUM" or token.pos not in MODIFYING:
                glue = token.text in ("-", "'s", "’s", "'", "’", "&")
                if not glue or at == first:
                    break
            elif (self._state_at(sentence, at) is not None and last is not None) or (
                token.pos in ("VERB", "ADV") and not self._premodifies(sentence, at)
            ):
                break
            at += 1
        return _Group(first, last) if last is not None else None

    @staticmethod
    def _hyphened(sentence: Sentence, at: int) -> bool:
        return at > 0 and sentence.tokens[at - 1].text == "-"

    @staticmethod
    def _joins_modifiers(sentence: Sentence, at: int) -> bool:
        """Whether a conjunction joins two modifiers of one plural noun ("artillery and mortar systems"), not two counts."""
        before, one, two = sentence.tokens[at - 1], sentence.token(at + 1), sentence.token(at + 2)
        if one is None or two is None or one.pos not in ("ADJ", "NOUN", "PROPN") or two.pos != "NOUN":
            return False
        modifier = before.pos == "ADJ" or "Number=Sing" in before.feats
        return modifier and "Number=Plur" in two.feats and "Number=Plur" not in one.feats

    def _premodifies(self, sentence: Sentence, at: int) -> bool:
        """Whether a participle or adverb stands before a noun ("newly built houses", "rocket-propelled grenades")."""
        following = sentence.token(at + 1)
        if following is None or following.pos not in MODIFYING:
            return False
        feats, tag = sentence.tokens[at].feats, sentence.tokens[at].pos
        return (tag == "ADV" and following.pos in ("ADJ", "VERB")) or "VerbForm=Part" in feats

    def _noun(self, sentence: Sentence, head: Token) -> MeasureEntry | None:
        index = sentence.before(head.end)
        return self._entry("noun", sentence, index)

    def _entry(self, role: str, sentence: Sentence, index: int, length: int = 0) -> MeasureEntry | None:
        """The longest entry of ``role`` whose words begin at ``index``; with ``length``, only one of so many words."""
        if sentence.token(index) is None:
            return None
        led = self._led.get(role, {})
        for first in (sentence.forms[index], sentence.lemmas[index]):
            for words, entry in led.get(first, ()):
                if length in (0, len(words)) and sentence.matches(index, words):
                    return entry
        return None

    def _state_at(self, sentence: Sentence, index: int) -> MeasureEntry | None:
        return self._said("undergo", sentence, index) or self._said("inflict", sentence, index)

    def _said(self, role: str, sentence: Sentence, index: int, length: int = 0) -> MeasureEntry | None:
        """The entry whose words begin at ``index``, if they are used as a verb or as what is said of someone."""
        token = sentence.token(index)
        if token is None or token.pos not in SAYING[role]:
            return None
        return self._entry(role, sentence, index, length)

    def _befell(
        self, sentence: Sentence, quantity: Quantity, end: int, others: tuple[Quantity, ...]
    ) -> tuple[MeasureEntry | None, str]:
        """What befell the counted, and the words for it where two are joined ("killed or wounded")."""
        ceiling = min((o.start for o in others if o.start >= quantity.end), default=sentence.span.end)
        index = self._past_more(sentence, sentence.after(end))
        passive, links = False, 0
        while index < len(sentence.tokens) and links < LONGEST_LINK and sentence.tokens[index].start < ceiling:
            entry = self._said("undergo", sentence, index)
            inflicted = None if entry else self._said("inflict", sentence, index)
            if entry is None and inflicted is not None and (passive or not self._has_object(sentence, index, ceiling)):
                entry = inflicted
            if entry is not None:
                return entry, self._joined(sentence, index, entry)
            if not self._links(sentence, index):
                break
            passive = sentence.lemmas[index] in self._single.get("passive", frozenset())
            index, links = index + 1, links + 1
        return self._befell_before(sentence, quantity, others), ""

    def _befell_before(self, sentence: Sentence, quantity: Quantity, others: tuple[Quantity, ...]) -> MeasureEntry | None:
        index = sentence.before(quantity.start)
        floor = max((o.end for o in others if o.end <= quantity.start), default=sentence.span.start)
        while index >= 0 and sentence.tokens[index].start >= floor and sentence.tokens[index].pos in ("ADV", "DET"):
            if self._state_at(sentence, index):
                break
            index -= 1
        token = sentence.token(index)
        if token is None or token.start < floor:
            return None
        for back in range(LONGEST_STATE):
            at = index - back
            if at < 0 or sentence.tokens[at].start < floor:
                break
            for role in ("inflict", "undergo"):
                found = self._said(role, sentence, at, back + 1)
                if found is not None:
                    return found
        for at in range(index, max(index - 4, -1), -1):
            state = self._state_at(sentence, at) if sentence.tokens[at].start >= floor else None
            if state is not None and self._part.fullmatch(sentence.text, sentence.tokens[at].end, quantity.start):
                return state
        of_noun = sentence.forms[index] in self._of_words and sentence.tokens[index - 1].start >= floor
        return self._entry("noun", sentence, index - 1) if of_noun else None

    def _links(self, sentence: Sentence, index: int) -> bool:
        listed = self._single.get("link", frozenset())
        return sentence.tokens[index].pos in SKIPPED or bool({sentence.forms[index], sentence.lemmas[index]} & listed)

    def _past_more(self, sentence: Sentence, index: int) -> int:
        if sentence.token(index) is not None:
            for words, _ in self._led.get("more", {}).get(sentence.forms[index], ()):
                if sentence.matches(index, words):
                    return index + len(words)
        return index

    def _has_object(self, sentence: Sentence, index: int, ceiling: int) -> bool:
        following = sentence.token(index + 1)
        if following is None:
            return False
        return following.pos in OBJECTS and following.entity != "DATE" and following.start <= ceiling

    def _joined(self, sentence: Sentence, index: int, entry: MeasureEntry) -> str:
        link = sentence.token(index + 1)
        other = self._state_at(sentence, index + 2) if link is not None and link.pos == "CCONJ" else None
        if other is None or other.measure == entry.measure:
            return ""
        return f"{entry.says or entry.measure} {sentence.forms[index + 1]} {other.says or other.measure}"

    def _continues(self, sentence: Sentence, quantity: Quantity, end: int, others: tuple[Quantity, ...]) -> bool:
        """Whether the number goes on a list, or is a part of what the number before it counts; not before a verb of its own."""
        own = sentence.token(sentence.after(end))
        if own is not None and own.pos in ("VERB", "AUX"):
            return False
        previous = max((o for o in others if o.end <= quantity.start), key=lambda o: o.end, default=None)
        if previous is None or previous.unit:
            return False
        name = self.name_after(sentence, previous.after, share=False)
        index = sentence.after(name[1] if name else previous.after)
        while sentence.token(index) and sentence.tokens[index].start < quantity.start:
            if not (self._links(sentence, index) or self._state_at(sentence, index)):
                break
            index += 1
        start = sentence.tokens[index].start if sentence.token(index) else quantity.start
        return start >= quantity.start or bool(self._among.fullmatch(sentence.text, start, quantity.start))

    def _announced(
        self, sentence: Sentence, quantity: Quantity, others: tuple[Quantity, ...], before: Counted | None, end: int
    ) -> Counted:
        """A bare number's noun before it ("the death toll rose to 39"), else what the number before it counts."""
        floor = max((o.end for o in others if o.end <= quantity.start), default=sentence.span.start)
        index = sentence.before(quantity.start)
        lowest = max(0, index - LONGEST_TOLL)
        for at in range(index, lowest - 1, -1):
            if sentence.tokens[at].start < floor:
                break
            entry = self._entry("toll", sentence, at)
            if entry is not None:
                return Counted(words=entry.says, measure=entry.measure, end=end, named=True)
        low = max(floor, sentence.tokens[lowest].start) if sentence.tokens else floor
        for match in reversed(list(self._number.finditer(sentence.text, low, quantity.start))):
            at = sentence.after(match.end())
            entry = self._state_at(sentence, at) or self._entry("noun", sentence, at)
            name = self.name_after(sentence, match.end(), share=True)
            if entry is not None or (name and name[1] <= quantity.start):
                return Counted(
                    words=entry.says if entry else name[0] if name else "",
                    measure=entry.measure if entry else "",
                    end=end,
                    named=True,
                )
        previous = max((o for o in others if o.end <= quantity.start), key=lambda o: o.end, default=None)
        follows = before is not None and bool(before.words) and previous is not None and not previous.unit
        if before is not None and follows and before.measure:
            return Counted(words=before.words, measure=before.measure, end=end, named=False)
        noun = sentence.token(index - 1)
        if noun is not None and noun.start >= floor and sentence.forms[index] in self._of_words and noun.pos == "NOUN":
            if self._entry("sum", sentence, index - 1) is None:
                return Counted(words=noun.text, measure="", end=end, named=True)
        if before is not None and follows:
            return Counted(words=before.words, measure="", end=end, named=False)
        return Counted(words="", measure="", end=end, named=False)


def _measure(entry: MeasureEntry, joined: str) -> str:
    return joined or entry.measure


def _plural(head: Token) -> bool:
    return "Number=Plur" in head.feats or not head.feats
