"""The persons stage: whom display and export may have to spare, and why."""

from collections.abc import Iterator

from counterclaim.kit import Kit
from counterclaim.persons.contacts import Contact, contacts
from counterclaim.persons.described import Described, described
from counterclaim.persons.names import Person, by_one_word, people, span
from counterclaim.persons.signs import Sign, signs
from counterclaim.persons.words import PersonWords, person_words
from counterclaim.values.page import Found, Page
from counterclaim.values.person_mark import MarkKind, PersonMark
from counterclaim.values.span import Span

VERSION = 1

_CONTACTS = {"telephone": "A telephone number", "email": "An e-mail address", "address": "A postal address"}
_SUFFERS = frozenset({"victim", "prisoner", "age", "minor"})
"""What must be told close by before a relative counts as a private person."""
NEAR = 400
"""Characters that count as close by: about a paragraph either way."""


def persons(page: Page, kit: Kit) -> Found:
    """Marks on contact details, children, prisoners and private persons who are named; docs/persons.md says what counts.

    Returns:
        Marks in text order, every place of a marked person's name among them. Nobody is marked whom the document shows in an
        office or a public role, nor anybody of whom it tells nothing: the stage abstains.
    """
    lists = person_words(kit.pack(page.document.language))
    made = [
        *_of_contacts(contacts(page, lists)),
        *_of_people(page, lists),
        *_of_described(described(page, lists)),
    ]
    return Found(persons=tuple(_numbered(_apart(made))))


def _of_contacts(found: tuple[Contact, ...]) -> Iterator[PersonMark]:
    for one in found:
        what = _CONTACTS[one.kind]
        whose = (
            "in the article." if one.in_article else "outside the article: a newsroom's or a firm's own, of no private person."
        )
        yield PersonMark(id="", kind=one.kind, start=one.span.start, end=one.span.end, reason=f"{what} {whose}")


def _of_described(found: tuple[Described, ...]) -> Iterator[PersonMark]:
    reasons = {
        "minor": "A child, told by “{}”.",
        "prisoner": "A prisoner shown, told by “{}”; public curiosity is not owed a look.",
    }
    for one in found:
        reason = reasons[one.kind].format(one.words)
        yield PersonMark(id="", kind=one.kind, start=one.span.start, end=one.span.end, reason=reason)


def _of_people(page: Page, lists: PersonWords) -> Iterator[PersonMark]:
    everybody = people(page.text, page.parse, lists)
    told = {id(person): signs(person, page, lists) for person in everybody}
    suffered = [sign.span for every in told.values() for sign in every if sign.category in _SUFFERS]
    in_public = {p.words[-1].lower() for p in everybody if any(s.category in {"office", "public"} for s in told[id(p)])}
    for person in everybody:
        kind, reason = _judged(person, told[id(person)], suffered)
        if kind == "private" and len(person.words) > 1 and person.words[-1].lower() in in_public:
            continue  # somebody of the same family name is in public: who is meant by the name alone cannot be told
        if kind is None:
            continue
        name = " ".join(person.words)
        alone = by_one_word(person, everybody, page.parse, lists.endings)
        places = [span(place, page.parse.tokens) for place in (*person.places, *alone)]
        speaks = [s.id for s in page.found.sources if s.kind == "person" and any(m in places for m in s.mentions)]
        for place in places:
            yield PersonMark(
                id="",
                kind=kind,
                start=place.start,
                end=place.end,
                name=name,
                source_id=speaks[0] if speaks else None,
                reason=reason,
            )


def _judged(person: Person, found: tuple[Sign, ...], suffered: list[Span]) -> tuple[MarkKind | None, str]:
    """What the person is marked as, and why; None for somebody in public, or of whom too little is told."""
    by: dict[str, Sign] = {}
    for sign in found:
        by.setdefault(sign.category, sign)
    full = len(person.words) > 1
    if "minor" in by and "office" not in by:
        return "minor", f"A child, told by “{by['minor'].words}”."
    if "prisoner" in by and "office" not in by:
        return "prisoner", f"A prisoner or detainee, told by “{by['prisoner'].words}”."
    if by.keys() & {"office", "public"}:
        return None, ""
    if "witness" in by and full:
        return "private", f"A private person, told by “{by['witness'].words}”."
    if "age" in by and full:
        return "private", f"A private person, named with an age (“{by['age'].words}”) and no public role."
    if "victim" in by and full:
        return "private", f"A private person to whom harm came, told by “{by['victim'].words}”."
    if "kin" in by and any(
        abs(span.start - sign.span.start) <= NEAR for span in suffered for sign in found if sign.category == "kin"
    ):
        return "private", f"A relative, told by “{by['kin'].words}”."
    return None, ""


def _apart(marks: list[PersonMark]) -> list[PersonMark]:
    """The marks in text order; of two that lie over each other the longer one, then the first."""
    kept: list[PersonMark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
        elif len(mark.span) > len(kept[-1].span):
            kept[-1] = mark
    return kept


def _numbered(marks: list[PersonMark]) -> Iterator[PersonMark]:
    for number, mark in enumerate(marks, 1):
        yield PersonMark(
            id=f"m{number}",
            kind=mark.kind,
            start=mark.start,
            end=mark.end,
            name=mark.name,
            source_id=mark.source_id,
            reason=mark.reason,
        )
