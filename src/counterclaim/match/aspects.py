"""What else a passage answers: by what, from where, what for, whose weapon, whether a target, what the evidence is worth."""

import re
from collections.abc import Callable

from counterclaim.match.answers import Answer, Aspect
from counterclaim.match.passages import Passage
from counterclaim.match.scene import CLAUSE, NEAR, Item, Scene
from counterclaim.match.sites import HELD, place_key
from counterclaim.values.comparison import Stance
from counterclaim.values.span import Span

Accused = Callable[[str | None], str | None]
"""Whom a party's side accuses most, by the party's id; None where it accuses nobody."""

ONLY = "only"
"""Topic of an answer that rules out all other owners."""

REPORT = "report"
"""The one kind of material through which a speaker speaks."""

BESIDE = 5
"""Words between a recording or report and the word that says what it is worth."""

BACK = 200
"""Characters before a passage in which the thing stands that "it is fake" is said of."""

SHORT = 12
"""Words of a passage that says one thing."""

WINDOW = 14
"""Words behind "fired from" in which the place stands."""

_NAME = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w'’ʼ-]{2,}")
_DEEDS = frozenset({"deed", "act", "event", "blamed"})
_ARMS = frozenset({"weapon", "kind", "military"})
_DENIED = frozenset({"not", "no_part", "untrue"})


def aspects_of(passage: Passage, scene: Scene, accused: Accused) -> list[Answer]:
    """Every answer of a passage that is not about the doer."""
    reader = _Reader(passage, scene, accused)
    return [
        *reader.owners(),
        *reader.means(),
        *reader.origins(),
        *reader.aims(),
        *reader.targets(),
        *reader.worth(),
        *reader.shown(),
    ]


class _Reader:
    """One passage asked one question after the other."""

    def __init__(self, passage: Passage, scene: Scene, accused: Accused) -> None:
        self.passage, self.scene, self.accused = passage, scene, accused
        spoken_of = (i for i in scene.inside(passage.span) if passage.holds(i.span))
        self.row = [i for i in spoken_of if i.actor is None or not any(s.overlaps(i.span) for s in passage.speaker)]
        self.owned: set[Span] = set()
        self.refused = passage.denies_it(scene)

    def owners(self) -> list[Answer]:
        """Who has or uses the weapon, and who does not; one that rules out all others has the topic `ONLY`."""
        found = []
        uses = [u for u in self._all("uses", "has") if self._arms_of(u)]
        for who in self._all("actor", "enemy"):
            near = [u for u in uses if self._linked(who, u, CLAUSE)]
            key = who.actor.key if who.actor is not None else self.accused(self.passage.by)
            if not near or who.located or key is None:
                continue
            behind = [u for u in near if u.at >= who.end]
            use = behind[0] if behind else near[-1]
            self.owned |= {i.span for i in self._arms_of(use)}
            only = any(0 <= who.at - o.end < NEAR and self.scene.together(o.span, who.span) for o in self._all("only"))
            denied = self.refused or any(self._linked(n, use, NEAR) for n in self._all(*_DENIED))
            denied = denied or any(0 <= who.at - n.end < NEAR - 1 for n in self._all("not"))
            span = Span(min(who.span.start, use.span.start), max(who.span.end, use.span.end))
            reason = f"“{self._words(span)}”"
            found.append(self._answer("owner", key, span, reason, denied=denied, topic=ONLY if only else ""))
        return found

    def _arms_of(self, use: Item) -> list[Item]:
        reach = NEAR if use.part == "has" else 2 * CLAUSE
        return [i for i in self.row if i.part in _ARMS and self._linked(i, use, reach)]

    def means(self) -> list[Answer]:
        """Kinds of weapon or cause, and named weapons; those said only of who owns them are none."""
        found = []
        if not self._about_a_deed() or self._all("unknown"):
            return []
        for item in self._all("kind", "weapon"):
            if item.span in self.owned or (item.part == "weapon" and self.owned):
                continue
            nots = self._all("held_back", *_DENIED)
            denied = any(0 <= item.at - n.end < CLAUSE and self.scene.together(n.span, item.span) for n in nots)
            denied = denied or self.refused
            aspect: Aspect = "kind" if item.part == "kind" else "weapon"
            found.append(self._answer(aspect, item.value, item.span, f"“{self._words(item.span)}”", denied=denied))
        return found

    def origins(self) -> list[Answer]:
        """From where it was fired: the names behind "fired from", or before "launch site", or who holds the place."""
        found = []
        for item in self._all("launch", "site"):
            clause = self.scene.clause(item.span, self.passage.span)
            if item.part == "launch":
                last = min(clause.end, self.scene.place(item.end + WINDOW))
                comma = self.scene.text.find(",", item.span.end, last)
                window = Span(item.span.end, comma if comma >= 0 else last)
            else:
                window = Span(clause.start, item.span.start)
            key, label = self._place(window)
            if key:
                span = Span(min(item.span.start, window.start), max(item.span.end, window.end)).trimmed(self.scene.text)
                found.append(self._answer("origin", key, span, f"“{self._words(span)}”", label=label))
        return found

    def aims(self) -> list[Answer]:
        """What for: under the doer whose aim it is, the one named before it, else whom the speaker's side accuses."""
        found = []
        for item in self._all("aim"):
            named = [i for i in self._all("actor") if i.end <= item.at and not i.located]
            before = [i for i in named if self.scene.together(i.span, item.span)]
            who = before[-1].actor if before else None
            key = who.key if who is not None else self.accused(self.passage.by)
            if key is not None:
                clause = self.scene.clause(item.span, self.passage.span)
                found.append(self._answer("aim", key, clause.trimmed(self.scene.text), f"“{self._words(item.span)}”"))
        return found

    def targets(self) -> list[Answer]:
        """Whether something military was there."""
        found = []
        for item in self._all("military"):
            stands = next((s for s in self._all("stands") if self._linked(s, item, CLAUSE)), None)
            if stands is not None:
                span = Span(min(item.span.start, stands.span.start), max(item.span.end, stands.span.end))
                nots = [n for n in self._all("not", "absent") if self.scene.together(n.span, item.span)]
                denied = self.refused != any(
                    n.at <= item.at or n.end == stands.at or stands.span.contains(n.span) for n in nots
                )
                found.append(self._answer("target", "military", span, f"“{self._words(span)}”", denied=denied))
        for item in self._all("absent"):
            if not any(f.span.overlaps(item.span) for f in found):
                found.append(self._answer("target", "military", item.span, f"“{self._words(item.span)}”", denied=True))
        return found

    def worth(self) -> list[Answer]:
        """What a recording, report or vote is worth: called false or genuine, relied on, rejected, or spoken through."""
        found = []
        for word in self._all("fake", "genuine"):
            thing = self._meant(word)
            if thing is not None and not self._all("held_back"):
                turned = any(0 <= word.at - n.end < NEAR for n in self._all("not"))
                fake = (word.part == "fake") != turned
                fake = fake != (self.refused and not self._is_rejected(thing))
                found.append(self._worth(thing, word.span, f"“{self._words(word.span)}”", denied=fake))
        judged = {a.topic for a in found}
        for thing in self._all("artefact"):
            uses = [s for s in self._all("shows", "publishes") if self._linked(thing, s, CLAUSE) and self._nearest(s) == thing]
            used = uses[0] if uses else None
            if self._is_rejected(thing):
                found.append(self._worth(thing, thing.span, "rejected", denied=True))
            elif used is not None and thing.value not in judged:
                found.append(self._worth(thing, used.span, f"relied on: “{self._words(used.span)}”"))
        around = (self.passage.wide, *self.passage.speaker)
        for thing in (i for span in around for i in self.scene.inside(span) if i.part == "artefact"):
            if thing.value == REPORT and not self.passage.span.contains(thing.span) and not judged and not self.refused:
                found.append(self._worth(thing, thing.span, "the speaker's own"))
        return found

    def shown(self) -> list[Answer]:
        """What a recording is said to show."""
        found = []
        for shows in self._all("shows"):
            seen = next((k for k in self._all("kind") if k.at >= shows.end and self._linked(k, shows, CLAUSE)), None)
            if seen is not None and self.scene.has(self._before(shows.span), {"artefact"}):
                span = Span(shows.span.start, seen.span.end)
                found.append(self._answer("shown", seen.value, span, f"“{self._words(span)}”"))
        return found

    def _is_rejected(self, thing: Item) -> bool:
        """Whether a denial's content is the thing itself ("dismissed the report"), not what is said of it."""
        leads = thing.at - self.scene.word(self.passage.span.start) < NEAR
        return self.refused and leads and not self._all("passive", "act", "event")

    def _says_of(self, thing: Item, word: Item) -> bool:
        first, last = sorted((thing, word), key=lambda i: i.span)
        apart = "," in self.scene.text[first.span.end : last.span.start]
        return self._linked(thing, word, BESIDE if apart else CLAUSE + NEAR)

    def _nearest(self, word: Item) -> Item:
        return min(self._all("artefact"), key=lambda t: abs(t.at - word.at))

    def _meant(self, word: Item) -> Item | None:
        """The thing that a word of worth is said of: beside it, else the last one named before the passage."""
        near = [t for t in self._all("artefact") if not t.span.overlaps(word.span) and self._says_of(t, word)]
        if near:
            return min(near, key=lambda t: abs(t.at - word.at))
        if not self._is_short() or self._all("artefact", "deed", "event", "charge"):
            return None
        before = [i for i in self.scene.inside(self._before(self.passage.span)) if i.part == "artefact"]
        return before[-1] if before else None

    def _before(self, span: Span) -> Span:
        return Span(max(0, span.start - BACK), span.start)

    def _worth(self, thing: Item, word: Span, reason: str, *, denied: bool = False) -> Answer:
        span = Span(min(thing.span.start, word.start), max(thing.span.end, word.end))
        return self._answer("worth", "sound", span, reason, denied=denied, topic=thing.value)

    def _about_a_deed(self) -> bool:
        """Whether a deed is spoken of, or so little is said that the deed goes without saying."""
        return self._is_short() or self.scene.has(self.passage.wide, _DEEDS)

    def _is_short(self) -> bool:
        return self.scene.word(self.passage.span.end) - self.scene.word(self.passage.span.start) <= SHORT

    def _all(self, *parts: str) -> list[Item]:
        return [i for i in self.row if i.part in parts]

    def _linked(self, one: Item, two: Item, words: int) -> bool:
        first, last = (one, two) if one.at <= two.at else (two, one)
        return last.at - first.end < words and self.scene.together(first.span, last.span)

    def _words(self, span: Span) -> str:
        return span.words(self.scene.text)

    def _place(self, window: Span) -> tuple[str, str]:
        """The key of the place named in a window, and its names; empty where none is."""
        people = [i for i in self.scene.inside(window) if i.actor is not None]
        names = [
            m.group()
            for m in _NAME.finditer(self.scene.text, window.start, window.end)
            if not any(p.span.overlaps(Span(*m.span())) for p in people)
        ]
        keys = sorted({place_key(name) for name in names} - {""})
        if keys:
            return "|".join(keys), ", ".join(names)
        return (f"{HELD}{people[-1].actor.key}", "") if people and people[-1].actor is not None else ("", "")

    def _answer(
        self, aspect: Aspect, key: str, span: Span, reason: str, *, denied: bool = False, topic: str = "", label: str = ""
    ) -> Answer:
        stance: Stance = "denies" if denied else "asserts"
        return Answer(
            passage=self.passage, aspect=aspect, topic=topic, key=key, stance=stance, span=span, reason=reason, label=label
        )
