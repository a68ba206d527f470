"""Who was named and who spoke so far, and who a later word most likely means."""

from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.resolve.parties import Party

REACH = 4
"""Sentences back in which a party may be taken up by a pronoun, unless it was the last to speak."""
DISTANCE, SPOKE_LAST, SPOKE, OPENED, INNER, DESCRIBED = -1.5, 2.0, 0.5, 1.75, -1.5, -0.75
"""Weights: a sentence of distance; who spoke in the sentence before goes on speaking; others who spoke; a sentence's first
party is its subject more often than not; an owner or modifier seldom is meant, nor someone only described who has not spoken
(the factors of Lappin and Leass 1994, reduced to what tokens show; weighed by reading pronouns in PolNeAR's dev part)."""
MARGIN = 0.6
"""By how much the best must lead the second. A second mention in the same sentence without any other sign is no lead."""


class Heard(NamedTuple):
    """One event: a party named, or speaking, in a sentence."""

    position: int
    sentence: int
    party: Party
    inner: bool
    opens: bool
    quoted: bool


class Choice(NamedTuple):
    """The party meant, or the candidates between which the text does not decide."""

    party: Party | None
    candidates: tuple[Party, ...] = ()


class History:
    """What was heard up to a place; grows while the document is read in order."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.spoken: list[Heard] = []
        self._opened: set[int] = set()

    def name(
        self, party: Party, position: int, sentence: int, *, inner: bool = False, quoted: bool = False, joined: bool = False
    ) -> None:
        """A party is named; ``joined`` by "and" to what was named before it, with which it shares its place."""
        before = self.heard[-1] if self.heard else None
        shared = joined and before is not None and before.sentence == sentence and before.opens
        opens = not inner and not quoted and (shared or sentence not in self._opened)
        if opens:
            self._opened.add(sentence)
        self.heard.append(Heard(position, sentence, party, inner, opens, quoted))

    def speak(self, party: Party, position: int, sentence: int) -> None:
        """A party speaks."""
        self.spoken.append(Heard(position, sentence, party, False, False, False))

    def last_speaker(self) -> Party | None:
        """Who spoke last; None before anyone did."""
        return self.spoken[-1].party if self.spoken else None

    def since(self, position: int) -> list[Heard]:
        """What was named after ``position``, outside quotations."""
        return [h for h in self.heard if h.position > position and not h.quoted]

    def choose(self, fitting: Iterable[Party], sentence: int, *, reach: int | None = REACH) -> Choice:
        """The one of ``fitting`` that is meant in ``sentence``; none, with the candidates, where two are too close.

        Args:
            fitting: Parties that agree.
            sentence: Where the word stands.
            reach: Sentences back that count; None for the whole text.
        """
        allowed = set(map(id, fitting))
        last = self.last_speaker()
        fresh = last is not None and sentence - self.spoken[-1].sentence <= 1
        speakers = {id(s.party) for s in self.spoken}
        scores: dict[int, float] = {}
        parties: dict[int, Party] = {}
        for event in (*self.heard, *self.spoken):
            key, distance = id(event.party), sentence - event.sentence
            if key not in allowed or event.quoted or (reach is not None and distance > reach and event.party is not last):
                continue
            score = DISTANCE * min(distance, REACH + 2) + (OPENED if event.opens else 0.0) + (INNER if event.inner else 0.0)
            described = DESCRIBED if event.party.kind == "unnamed" else 0.0
            score += SPOKE_LAST if fresh and event.party is last else SPOKE if key in speakers else described
            scores[key] = max(score, scores.get(key, score))
            parties[key] = event.party
        ranked = sorted(scores, key=lambda key: -scores[key])
        if not ranked:
            return Choice(None)
        close = [key for key in ranked if scores[ranked[0]] - scores[key] < MARGIN]
        if len(close) > 1:
            return Choice(None, tuple(parties[key] for key in close))
        return Choice(parties[ranked[0]])
