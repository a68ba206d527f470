"""One document as a row of words that matter: who can have done it, deeds, blame, weapons, what is said to be false.

The lists are searched once; every question is then asked of the row, stretch by stretch. No parse is needed: in news
sentences of every language read here these words stand close together, and the lists say what each does.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

import msgspec

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.load import entries
from counterclaim.lexicon.phrases import PhraseEntry, Phrases
from counterclaim.match.actors import Actor, Actors
from counterclaim.qualify.acts import ActEntry
from counterclaim.values.span import Span

LISTS = ("events", "means", "answers", "artefacts", "negations", "groups")
"""The word lists a row is made of; an item of ``negations`` is called ``not``, or ``held_back`` ("could not")."""

DEED = frozenset({"deed", "act", "event"})
"""Items that say that something was done."""

LONGEST_NAME = 40
"""Characters before a force in which its name stands."""

_NAME_BEFORE = re.compile(r"(?<=[\w,] )([A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w-]+)[\s\"”»]+$")
_NAME_BEHIND = re.compile(r"\s[\"“«]([A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w-]+)[\"”»]")

GROUP = "group:"
"""Begins the key of a doer that is named by what it is, without a state: "police", "rebels"."""

NEAR = 3
"""Words between an adjective and its deed ("Orvan ballistic missile strike")."""

CLAUSE = 9
"""Words between a doer and its verb, or a word of blame and the one blamed, inside one clause."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_BREAK = re.compile(r"[;:!?]|\.(?!\w)|\s[-–—]\s|\n")


class Item(msgspec.Struct, frozen=True):
    """A doer, or a word of a list, at its place in the row of words.

    Attributes:
        part: ``actor``, or what the list calls it; ``kind``, ``weapon`` and ``artefact`` name it in ``value``.
        at: Number of its first word in the document.
        end: Number of the word after its last.
        span: Its place.
        value: The list's name for it, where that is not the part.
        actor: Who it is, for an actor.
        located: Whether the actor is named only as where it happened ("in Orvan").
    """

    part: str
    at: int
    end: int
    span: Span
    value: str = ""
    actor: Actor | None = None
    located: bool = False


class Scene:
    """The row of one document.

    Attributes:
        text: The document's text.
        fixed_order: Whether the doer stands before the verb. It may stand behind where nouns carry case; a language without
            articles is taken for one of those.
    """

    def __init__(self, text: str, language: str, actors: Actors, pack: LanguagePack) -> None:
        self.text = text
        self.fixed_order = any(e.category == "article" for e in pack.phrases("determiners").entries)
        self._words = [m.start() for m in _WORD.finditer(text)]
        listed = self._listed(pack)
        people = actors.find(text, Span(0, len(text)), language)
        self._items = sorted([*self._actors(people, listed), *listed], key=lambda i: (i.span, i.part))
        self._starts = [item.span.start for item in self._items]

    def inside(self, within: Span) -> list[Item]:
        """The items that begin inside ``within``, in order."""
        return self._items[bisect_left(self._starts, within.start) : bisect_left(self._starts, within.end)]

    def has(self, within: Span, parts: Container[str]) -> bool:
        """Whether one of ``parts`` stands inside ``within``."""
        return any(item.part in parts for item in self.inside(within))

    def word(self, position: int) -> int:
        """The number of the first word at or behind a position."""
        return bisect_left(self._words, position)

    def place(self, word: int) -> int:
        """Where a word begins; the end of the text for one beyond the last."""
        return self._words[word] if word < len(self._words) else len(self.text)

    def together(self, one: Span, two: Span) -> bool:
        """Whether no mark between the two ends a clause."""
        first, second = sorted((one, two))
        return first.end >= second.start or not _BREAK.search(self.text, first.end, second.start)

    def clause(self, span: Span, within: Span) -> Span:
        """The clause around ``span``, not beyond ``within``."""
        start, end = within.start, within.end
        for mark in _BREAK.finditer(self.text, within.start, within.end):
            if mark.end() <= span.start:
                start = mark.end()
            elif mark.start() >= span.end:
                end = mark.start()
                break
        return Span(start, end)

    def _listed(self, pack: LanguagePack) -> list[Item]:
        found: list[Item] = []
        for name in LISTS:
            found += [self._item(*_part(name, m.entry.category), m.span) for m in pack.phrases(name).find(self.text)]
        denying = pack.once("match denying", lambda: Phrases(e for e in pack.entries("acts", ActEntry) if _denies_itself(e)))
        found += [self._item("denying", "", m.span) for m in denying.find(self.text)]
        weapons = pack.once("weapons", lambda: Phrases(entries("any", "weapons", PhraseEntry)))
        for match in weapons.find(self.text):
            words = match.span.words(self.text)
            if words != words.lower() or any(c.isdigit() for c in words):
                found.append(self._item("weapon", match.entry.category, match.span))
        return found

    def _item(self, part: str, value: str, span: Span) -> Item:
        return Item(part, self.word(span.start), self.word(span.end), span, value)

    def _actors(self, people: Sequence[Actor], listed: list[Item]) -> list[Item]:
        """The actors, each with the force that acts for it beside it; what lies inside an actor leaves ``listed``."""
        marks = {i.at for i in listed if i.part == "place_mark"}
        bearers = {i.end for i in listed if i.part in ("deed", "force", "act")}
        of = {i.at for i in listed if i.part == "agent_mark" and i.at not in bearers}
        forces = sorted((i for i in listed if i.part in SERVING), key=lambda i: i.span)
        starts = [f.at for f in forces]
        used: set[Span] = set()
        built: list[Item] = []
        for actor in people:
            at, end = self.word(actor.span.start), self.word(actor.span.end)
            located = bool(marks & {at - 1, at - 2}) or (actor.form == "name" and at - 1 in of)
            near = [f for f in forces[bisect_left(starts, at - NEAR) : bisect_left(starts, end + NEAR)] if f.span not in used]
            behind = (f for f in near if f.at >= end and actor.form != "party" and self._adjoins(actor.span, f.span))
            named_in = (f for f in near if f.end == at or (located and f.end + 1 == at))
            before = (f for f in named_in if self._adjoins(f.span, actor.span))
            force = next(behind, None) or next(before, None)
            item = Item("actor", at, end, actor.span, "", actor, located)
            if force is not None:
                used |= {f.span for f in near if f.span.overlaps(force.span)}
                span = Span(min(actor.span.start, force.span.start), max(actor.span.end, force.span.end))
                serving = msgspec.structs.replace(actor, form="force")  # the same actor, seen with its force
                item = Item("actor", min(at, force.at), max(end, force.end), span, "", serving, located and force.at > at)
            built.append(item)
        built += [self._group(i, marks) for i in listed if i.part == "group" and i.span not in used]
        built += [named for i in listed if i.part == "force" and i.span not in used and (named := self._named_force(i))]
        kept = sorted(i.span for i in built)
        free = [i for i in listed if i.part != "group" and (i.span not in used or i.part not in SERVING)]
        listed[:] = [i for i in free if i.part in OVER or not _contained(i.span, kept)]
        return built

    def _group(self, item: Item, marks: Container[int]) -> Item:
        """Those named by what they are, as a doer."""
        actor = Actor(key=f"{GROUP}{item.value}", span=item.span, form="force")
        return Item("actor", item.at, item.end, item.span, "", actor, item.at - 1 in marks or item.at - 2 in marks)

    def _named_force(self, item: Item) -> Item | None:
        """A force with a name of its own beside it ("the Azov battalion"), as a doer; None where it has none."""
        before = _NAME_BEFORE.search(self.text, max(0, item.span.start - LONGEST_NAME), item.span.start)
        behind = _NAME_BEHIND.match(self.text, item.span.end)
        found = before or behind
        if found is None:
            return None
        span = Span(min(item.span.start, found.start(1)), max(item.span.end, found.end(1)))
        actor = Actor(key=f"{GROUP}{found[1]}", span=span, form="force")
        return Item("actor", self.word(span.start), self.word(span.end), span, "", actor)

    def _adjoins(self, one: Span, two: Span) -> bool:
        """Whether nothing but words stands between two spans."""
        return not any(mark in self.text[one.end : two.start] for mark in ",;:.!?\n")


NAMED = {"means": "kind", "artefacts": "artefact", "groups": "group"}
"""What an item of these lists is; its category is its name."""

SERVING = frozenset({"force", "enemy", "group"})
"""Parts that act for the state or group named beside them."""

OVER = frozenset({"kind", "weapon", "artefact", "military"})
"""Parts that may lie inside an actor's name."""


def _denies_itself(entry: ActEntry) -> bool:
    """Whether the phrase makes a denial of what is plainly said ("that is a lie")."""
    return entry.category == "denies" and "states" in entry.cues


def _part(name: str, category: str) -> tuple[str, str]:
    if name == "negations":
        return ("not" if category == "negation" else "held_back"), category
    if name in NAMED:
        return NAMED[name], category
    return category, ""


def _contained(span: Span, taken: Sequence[Span]) -> bool:
    """Whether one of ``taken``, which are sorted, holds all of ``span``."""
    at = bisect_left(taken, Span(span.end, span.end))
    return any(t.contains(span) for t in taken[max(0, at - 3) : at + 1])
