"""Telephone numbers, e-mail and postal addresses, in all zones: furniture and comments print them, too."""

import re
from collections.abc import Iterator
from functools import partial

import msgspec
from phonenumbers import Leniency, PhoneNumberMatcher, is_possible_number, parse
from phonenumbers.phonenumberutil import NumberParseException

from counterclaim.persons.words import PersonWords
from counterclaim.values.page import Page
from counterclaim.values.person_mark import MarkKind
from counterclaim.values.span import Span
from counterclaim.values.text import ARTICLE_ZONES

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[\[(]at[\])]\s?)(?:[\w-]{1,63}\.){1,4}[^\W\d]{2,24}(?![\w@])")
_DIGITS = re.compile(r"(?:\(\d{1,5}\)|\+?\d)(?:[ \t\u00a0().\-–‑/]{0,3}\d){4,14}(?![\d%])(?![.,:]\d)")
_DATED = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2}")
_LEAST_DIGITS = 5
_LEAD_GAP = 14
"""Characters between "Tel." and the number: blanks, brackets, "us on"."""
_TEXT_AT_ONCE = 5_000
"""Lines longer than this are looked through in pieces: the matcher's time grows faster than its text."""
MOST_TRIES = 40
"""Runs of digits in one piece that may turn out to be no number: a table of figures, or a text made to keep us busy."""


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """A contact detail and whether it stands within the article."""

    kind: MarkKind
    span: Span
    in_article: bool


def contacts(page: Page, lists: PersonWords) -> tuple[Contact, ...]:
    """All contact details in text order, none over another."""
    found: list[Contact] = []
    for zone in page.clean.zones:
        inside = zone.kind in ARTICLE_ZONES
        for kind, find in (
            ("email", _emails),
            ("telephone", partial(_telephones, lists)),
            ("address", partial(_streets, lists)),
        ):
            for span in find(page.text, zone.span):
                if not any(span.overlaps(other.span) for other in found):
                    found.append(Contact(kind=kind, span=span, in_article=inside))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda c: c.span))


def _emails(text: str, within: Span) -> Iterator[Span]:
    if "@" in text[within.start : within.end] or "at" in text[within.start : within.end]:
        for match in _EMAIL.finditer(text, within.start, within.end):
            yield Span(*match.span())


def _telephones(lists: PersonWords, text: str, within: Span) -> Iterator[Span]:
    """Numbers with a country's code, numbers written as their country writes them, and digits behind a word such as "Tel.".

    Dates, coordinates, sums and scores are none: a number without a code or a word before it must be grouped as its country
    groups it, and stand for a number that can be assigned there (the numbering plans of the library).
    """
    for line in _lines(text, within):
        words = text[line.start : line.end]
        if sum(c.isdigit() for c in words) < _LEAST_DIGITS:
            continue
        leads = list(lists.apart.find(text, line.start, line.end))
        for lead in leads:
            if lead.entry.category == "telephone" and (after := _digits_after(lists, text, lead.span.end, line.end)):
                yield after
        for region in (None, *lists.regions):
            leniency = Leniency.VALID if region is None else Leniency.STRICT_GROUPING
            for match in PhoneNumberMatcher(words, region, leniency=leniency, max_tries=MOST_TRIES):
                span = Span(line.start + match.start, line.start + match.end)
                if not _DATED.search(match.raw_string) and _is_grouped(match.raw_string):
                    yield span


def _digits_after(lists: PersonWords, text: str, start: int, end: int) -> Span | None:
    match = _DIGITS.search(text, start, min(end, start + _LEAD_GAP + 24))
    if match is None or match.start() - start > _LEAD_GAP or any(c.isdigit() for c in text[start : match.start()]):
        return None
    if re.search(r"[.!?;]\s", text[start : match.start()]) or _DATED.search(match.group()):
        return None
    digits = re.sub(r"\D", "", match.group())
    if len(digits) < _LEAST_DIGITS:
        return None
    return Span(*match.span()) if _possible(match.group(), lists.regions) else None


def _possible(number: str, regions: tuple[str, ...]) -> bool:
    """Whether the digits are as many as a number has in one of the regions, with or without its area code."""
    for region in regions or ("US",):
        try:
            if is_possible_number(parse(number, region)):
                return True
        except NumberParseException:
            continue
    return False


def _is_grouped(number: str) -> bool:
    """Whether something parts the digits: a bare run of them may be the number of anything."""
    return number.startswith("+") or re.search(r"\d[ \u00a0().\-–‑/]+\d", number) is not None


def _lines(text: str, within: Span) -> Iterator[Span]:
    at = within.start
    for line in text[within.start : within.end].splitlines(keepends=True):
        for piece in range(at, at + len(line), _TEXT_AT_ONCE):
            yield Span(piece, min(piece + _TEXT_AT_ONCE, at + len(line)))
        at += len(line)


def _streets(lists: PersonWords, text: str, within: Span) -> Iterator[Span]:
    """A street by name with a house's number: words with capitals, and the word that says it is a street."""
    for order in ("number first", "number last"):
        forms = [re.escape(e.form) for e in lists.addresses if e.order == order]
        if not forms:
            continue
        street = rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})"
        name = r"(?:[A-ZА-ЯІЇЄҐ][\w’'-]*[ \t]+){1,3}"
        if order == "number first":
            expression = rf"(?<![\w.,/-])\d{{1,5}}[A-Za-z]?[ \t]+{name}{street}(?!\w)\.?"
        else:
            expression = (
                rf"{street}[ \t]+(?:[A-ZА-ЯІЇЄҐ][\w’'-]*[ \t]*){{1,3}},[ \t]*(?:[^\W\d]{{1,3}}\.?[ \t]*)?\d{{1,4}}(?!\w)"
            )
        for match in re.finditer(expression, text[within.start : within.end]):
            yield Span(within.start + match.start(), within.start + match.end())
