"""Invented coverage of invented events, as many documents as asked for: material for measuring at size.

    python -m benchmarks.invented COUNT [SEED] > documents.jsonl

The same count and seed give the same documents, and a smaller count the first of a larger one. Each event has its place, its
people and numbers that grow; its documents are first accounts, wire copies with and without credit, rewrites, and briefs, in
English with some Russian and Ukrainian. Countries, people and outlets do not exist.
"""

import random
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

EVENTS = 24
"""Events a dossier of any size is about: the larger it is, the more documents tell of each, which is the hard case."""

COPIES, REWRITES, BRIEFS = 0.35, 0.15, 0.1
"""Shares of the documents that copy an earlier one, reword one, or are a few lines long; the rest are accounts of their own."""

SYLLABLES = "bar den fol gan hes ir jor kel lom mar nes or pel quin ros sen tar ul vel win yar zol".split()
STATES = (("Orvania", "Orvanian"), ("Lodva", "Lodvan"), ("Kesmark", "Kesmarki"), ("Tirzen", "Tirzenian"))
OBJECTS = (
    "ferry terminal",
    "grain silo",
    "railway bridge",
    "covered market",
    "power station",
    "school",
    "clinic",
    "fuel depot",
)
DEEDS = ("missile strike", "shelling", "drone attack", "air raid", "rocket attack")

SAYING = ("said", "told reporters", "said in a statement", "wrote on a messaging channel", "claimed", "confirmed", "insisted")
OWN = (
    "{clause}, and {clause}.",
    "{clause} when the {noun} opened at {hour}.",
    "In {town}, {small} kilometres away, {clause}.",
    "{clause}; {clause}.",
    "Insurers had valued the {object} at {big} crowns, though {clause}.",
    "{clause} until {hour}, as {clause}.",
    "It was the {adjective} {deed} on {place} since {clause}.",
    "Neither side gave {noun} observers access because {clause}.",
)
CLAUSE = "the {adjective} {noun} {verb} the {adjective} {noun} {where} the {noun}"
VERBS = "lost kept faced shared left blocked feeds overlooks served outlived watched bought rented guarded needed".split()
WHERE = "behind near opposite above beside below past towards before after without across".split()
ADJECTIVES = (
    "quiet old narrow busy northern southern deadly sudden second crowded unheated brick riverside remote poor late".split()
)
NOUNS = (
    "harbour bakery customs tram water border market shift fishing army parish taxi freight school dairy ladder orchard "
    "viaduct garage chapel workshop sawmill canteen archive stadium printer lighthouse cannery courtyard laundry depot"
).split()
CLAIMS = (
    "at least {dead} people were killed and {hurt} wounded in the {deed} on the {object}",
    "{dead} bodies had been taken from the {object} by {hour}",
    "{side} forces carried out the {deed} on the {object} in {place}",
    "a {side} missile hit the {object} shortly before {hour}, after {clause}",
    "{side} troops were not within {small} kilometres of {place} that day",
    "the hospital in {town} had treated {hurt} people, {small} of them children",
    "about {big} people had been living around the {object} before the war",
    "{clause} because {clause}",
    "{clause} for {small} weeks",
    "investigators had collected {small} fragments where {clause}",
    "the mission would ask both armies about the {deed} in {place}",
    "no {noun} equipment had ever been kept in the {object}",
    "repairs would take {small} months and cost {big} crowns, as {clause}",
)
TAILS = (" while {clause}", " as {clause}", " after {clause}", " although {clause} and {clause}", "")
"""What makes two accounts' wordings of one claim differ, as those of real accounts do."""

DENIALS = (
    "The {side} Defence Ministry denied that its forces had struck the {object}; {clause}, it added.",
    "{official} denied any part in the {deed} and said that {clause}.",
    "{official} rejected the accusation that {side} guns had fired on {place} when {clause}.",
)
RUSSIAN = (
    "По меньшей мере {dead} человек погибли в городе {place}, сообщил {speaker}.",
    "Министерство обороны заявило, что не наносило ударов по объектам в городе {place}.",
    "{speaker} сказал, что ранены {hurt} человек и ещё {small} пропали без вести.",
    "Очевидцы рассказали, что слышали {small} взрывов около {hour}.",
    "«Мы требуем расследования», — заявил {speaker} журналистам.",
)
UKRAINIAN = (
    "Щонайменше {dead} людей загинули у місті {place}, повідомив {speaker}.",
    "Міністерство оборони заявило, що не завдавало ударів по місту {place}.",
    "{speaker} сказав, що поранено {hurt} людей, ще {small} зникли безвісти.",
    "«Ми вимагаємо розслідування», — заявив {speaker} журналістам.",
)
REWORDED = {
    "said in a statement": "stated",
    "told reporters": "told journalists",
    "killed": "left dead",
    "wounded": "injured",
    "shortly before": "just before",
    "at least": "no fewer than",
    "people": "persons",
    "denied that": "disputed that",
    "had been taken from": "were recovered from",
    "around": "near",
    "closed to": "shut for",
}


class Event(msgspec.Struct, frozen=True):
    """What one event's documents tell of."""

    number: int
    place: str
    town: str
    object: str
    deed: str
    sides: tuple[tuple[str, str], tuple[str, str]]
    speakers: tuple[tuple[str, str], ...]
    day: date


def documents(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """The records, in no order of event or date."""
    chance = random.Random(seed)
    outlets = [f"The {_name(chance)} {chance.choice(('Post', 'Wire', 'Times', 'Courier', 'Agency'))}" for _ in range(60)]
    events = [_event(chance, number) for number in range(EVENTS)]
    earlier: dict[int, list[tuple[str, list[str]]]] = {number: [] for number in range(EVENTS)}
    for number in range(count):
        event, outlet, kind = chance.choice(events), chance.choice(outlets), chance.random()
        days = chance.randrange(6)
        language = chance.choices(("en", "ru", "uk"), (86, 9, 5))[0]
        told = earlier[event.number]
        if language != "en":
            lines = [_filled(chance, line, event, days) for line in (RUSSIAN if language == "ru" else UKRAINIAN) * 2]
        elif told and kind < COPIES + REWRITES:
            source, lines = chance.choice(told)
            lines = [line for line in lines if chance.random() < 0.8] or lines
            if kind >= COPIES:
                lines = [_reworded(line) for line in lines]
                chance.shuffle(lines)
            lines = [*lines, f"{source} reported."] if chance.random() < 0.5 else lines
        else:
            lines = _account(chance, event, days, short=kind > 1 - BRIEFS)
            told.append((outlet, lines))
        yield {
            "id": f"d{number:05}",
            "outlet": outlet,
            "published": (event.day + timedelta(days=days)).isoformat(),
            "language": language,
            "text": "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3)) + "\n",
        }


def _event(chance: random.Random, number: int) -> Event:
    sides = tuple(chance.sample(STATES, 2))
    titles = (f"{sides[0][1]} governor", f"{sides[1][1]} spokesman", "hospital director", "mayor", "mission chief", "witness")
    return Event(
        number=number,
        place=_name(chance),
        town=_name(chance),
        object=chance.choice(OBJECTS),
        deed=chance.choice(DEEDS),
        sides=(sides[0], sides[1]),
        speakers=tuple((f"{_name(chance)} {_name(chance, 3)}", title) for title in titles for _ in range(2)),
        day=date(2031, 1, 1) + timedelta(days=number * 5),
    )


def _account(chance: random.Random, event: Event, days: int, *, short: bool) -> list[str]:
    lines = [_said(chance, event, days) for _ in range(2 if short else chance.randrange(5, 9))]
    lines += [_filled(chance, chance.choice(OWN), event, days) for _ in range(1 if short else chance.randrange(5, 11))]
    lines += [_filled(chance, chance.choice(DENIALS), event, days)]
    chance.shuffle(lines)
    return lines


def _said(chance: random.Random, event: Event, days: int) -> str:
    claim = _filled(chance, chance.choice(CLAIMS) + chance.choice(TAILS), event, days)
    verb = chance.choice(SAYING)
    name, title = chance.choice(event.speakers)
    speaker = chance.choice((f"{title.capitalize()} {name}", name, f"the {title}"))
    form = chance.randrange(3)
    if form == 0:
        return f"{speaker[0].upper()}{speaker[1:]} {verb} that {claim}."
    if form == 1:
        return f"“{claim[0].upper()}{claim[1:]},” {speaker} {verb}."
    return f"{claim[0].upper()}{claim[1:]}, {speaker} {verb}."


def _filled(chance: random.Random, form: str, event: Event, days: int) -> str:
    """The form with its gaps filled, each clause anew."""
    words = {"adjective": ADJECTIVES, "noun": NOUNS, "verb": VERBS, "where": WHERE}
    while "{clause}" in form:
        clause = re.sub(r"{(\w+)}", lambda gap: chance.choice(words[gap[1]]), CLAUSE)
        form = form.replace("{clause}", clause, 1)
    dead = 7 + 3 * event.number + 2 * days
    filled = form.format(
        place=event.place,
        town=event.town,
        object=event.object,
        deed=event.deed,
        side=chance.choice(event.sides)[1],
        official=f"{chance.choice(event.sides)[1]} spokesman {event.speakers[2][0]}",
        speaker=chance.choice(event.speakers)[0],
        dead=dead + chance.choice((0, 0, 0, 1)),
        hurt=2 * dead + chance.choice((0, 0, 5)),
        hour=f"{chance.randrange(1, 12)}:{chance.randrange(10, 60)}",
        small=chance.randrange(3, 60),
        big=1000 * chance.randrange(2, 90),
        adjective=chance.choice(ADJECTIVES),
        noun=chance.choice(NOUNS),
    )
    return filled[0].upper() + filled[1:] if form.endswith(".") else filled


def _reworded(line: str) -> str:
    return re.sub("|".join(REWORDED), lambda found: REWORDED[found.group()], line)


def _name(chance: random.Random, syllables: int = 2) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).capitalize()


if __name__ == "__main__":
    for record in documents(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
