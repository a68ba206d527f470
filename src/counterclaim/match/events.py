"""Which documents speak of the same event: those whose deeds have one day and one place.

A dossier collects coverage of one matter, and with it pages on other matters: another strike on the same town, a year later.
The day of the deed tells them apart; a document that gives none is taken for one of the event most documents are about.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from counterclaim.figures.dates import DateFound, resolved
from counterclaim.language.pack import LanguagePack
from counterclaim.match.account import Account
from counterclaim.match.days import dates_of, day_of
from counterclaim.match.scene import DEED, Scene
from counterclaim.values.span import Span, cover

AFTER = 7
"""Days after the event within which a day still belongs to it: news goes on for a week."""

BEFORE = 1
"""Days before it: time zones, and nights."""


def events(
    accounts: Sequence[Account], scenes: Mapping[str, Scene], packs: Mapping[str, LanguagePack], away: Mapping[str, str]
) -> tuple[tuple[Account, ...], ...]:
    """The documents of each event, the one most documents are about first; each document stands in one.

    ``away`` gives the place of those that are about another than the dossier's (`whereabouts`).
    """
    days = {one.id: deed_days(one, scenes[one.id], packs[one.language]) for one in accounts}
    out = {one.id: day_of(one.sheet.document.published) for one in accounts}
    told = Counter(day for found in days.values() for day in found)
    told.update(day for day in told for when in out.values() if when is not None and _near(when, day))
    heads = [day for day, _ in sorted(told.items(), key=lambda d: (-d[1], d[0]))]
    groups: dict[tuple[date | None, str], list[Account]] = {}
    main = heads[0] if heads else None
    for one in accounts:
        published = out[one.id]
        own = days[one.id] | (frozenset() if published is None else {published})
        near = next((head for head in heads if any(_near(day, head) for day in own)), None)
        groups.setdefault((near if days[one.id] else main, away.get(one.id, "")), []).append(one)
    return tuple(tuple(group) for _, group in sorted(groups.items(), key=lambda g: (-len(g[1]), str(g[0]))))


def deed_days(one: Account, scene: Scene, pack: LanguagePack) -> frozenset[date]:
    """The days that a document gives its deeds: dates in the sentence of a deed, both said by one voice.

    A weekday is resolved by the day of publication; where that is not known it is left out.
    """
    dates = dates_of(pack)
    published = day_of(one.sheet.document.published)
    said = [span for a in one.sheet.attributions if (span := cover(a.content)) is not None]
    found: set[date] = set()
    for sentence in one.sentences:
        deeds = [i for i in scene.inside(sentence.span) if i.part in DEED]
        if not deeds:
            continue
        for when in dates.find(one.text, sentence.span.start, sentence.span.end):
            day = day_of(resolved(when, published)) if when.lead != "not" else None
            if day is not None and any(_one_voice(i.span, when, said) for i in deeds):
                found.add(day)
    return frozenset(found)


def _one_voice(deed: Span, when: DateFound, said: Sequence[Span]) -> bool:
    """Whether deed and date stand inside the same contents: "on Monday she said the strike ..." dates the saying."""
    return all(span.overlaps(deed) == span.overlaps(when.span) for span in said)


def _near(day: date, head: date) -> bool:
    return head - timedelta(days=BEFORE) <= day <= head + timedelta(days=AFTER)
