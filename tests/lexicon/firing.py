"""How an entry of each word list fires in a sentence: one function a list, or a rule for the fields it has.

A room whose list is not found by its words alone adds a line to `FIRING`, or to `ELSEWHERE` the tests of its own that run the
list's examples. A function takes all entries of the list as tables, the number of the one in question, a sentence, and what
opens the language's pack (its model loads then: call it only where words are not enough).
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import msgspec
from lxml.html import fragment_fromstring

from counterclaim.clean.html_roles import RoleEntry, Roles
from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.phrases import PhraseEntry, Phrases
from counterclaim.qualify.hedges import hedges_in
from counterclaim.qualify.passages import unquoted
from counterclaim.qualify.verification import readings_in
from counterclaim.values.span import Span
from tests.built import built

Table = dict[str, Any]
Fire = Callable[[Sequence[Table], int, str, Callable[[], LanguagePack]], bool]


def by_phrase(entries: Sequence[Table], number: int, sentence: str, pack: Callable[[], LanguagePack]) -> bool:
    """The phrase is found."""
    return bool(matches((as_phrase(entries[number]),), sentence))


def by_longest_phrase(entries: Sequence[Table], number: int, sentence: str, pack: Callable[[], LanguagePack]) -> bool:
    """The phrase is found, and no longer one of the list, such as a look-alike, hides it."""
    return any(found == number for found, _ in matches(tuple(map(as_phrase, entries)), sentence))


def by_words(entries: Sequence[Table], number: int, sentence: str, pack: Callable[[], LanguagePack]) -> bool:
    """One of the forms stands there as a whole word, as written or as lemmas; capitals count where a form has them."""
    forms = _forms(entries[number])
    if any(_stands(form, sentence) for form in forms):
        return True
    opened = pack()
    if opened.code == "en":  # English lists write every form out
        return False
    lemmas = " ".join(t.lemma for t in opened.analyze(sentence, [Span(0, len(sentence))]).tokens)
    return any(_stands(form, lemmas) for form in forms)


def by_ending(entries: Sequence[Table], number: int, sentence: str, pack: Callable[[], LanguagePack]) -> bool:
    """A word ends so."""
    return re.search(rf"\w{{3,}}{re.escape(entries[number]['ending'])}\b", sentence) is not None


def by_unquoted_phrase(entries: Sequence[Table], number: int, sentence: str, pack: Callable[[], LanguagePack]) -> bool:
    """As `by_phrase`, with quotation marks blanked first, as the qualify stage reads contents."""
    return by_phrase(entries, number, unquoted(sentence), pack)


def as_hedge(entries: Sequence[Table], number: int, sentence: str, pack: Callable[[], LanguagePack]) -> bool:
    """The phrase is found, and a hedge there, where parts of speech allow it; a look-alike fires by hiding what it holds."""
    if entries[number]["category"] == "pseudo":
        return by_longest_phrase(entries, number, sentence, pack)
    opened = pack()
    page = built(sentence)
    page = type(page)(document=page.document, clean=page.clean, parse=opened.analyze(sentence, [Span(0, len(sentence))]))
    hedges = [span for _, span in hedges_in(page, Span(0, len(sentence)), opened)]
    return any(span.overlaps(hedge) for _, span in matches((as_phrase(entries[number]),), sentence) for hedge in hedges)


def as_verification(entries: Sequence[Table], number: int, sentence: str, pack: Callable[[], LanguagePack]) -> bool:
    """The phrase is found, and the sentence comes to a kind the entry may give; one that only hides others hides them."""
    entry = entries[number]
    kinds = {entry["category"], entry.get("negated")} - {"none", None}
    if not kinds:
        return by_longest_phrase(entries, number, sentence, pack)
    if entry.get("flips"):
        kinds.add("evidence_contradicts")
    text = unquoted(sentence)
    found = {r.kind for r in readings_in(text, Span(0, len(text)), pack())}
    return bool(kinds & found) and by_phrase(entries, number, text, pack)


def as_markup(entries: Sequence[Table], number: int, tag: str, pack: Callable[[], LanguagePack]) -> bool:
    """The element that the start tag opens is given the entry's zone."""
    roles = Roles(tuple(msgspec.convert(e, RoleEntry) for e in entries))
    zone = roles.of(fragment_fromstring(tag, create_parent=False), {})
    return zone == str(entries[number]["zone"])


FIRING: dict[str, Fire] = {
    "markup/roles": as_markup,
    "acts": by_unquoted_phrase,
    "hedges": as_hedge,
    "loaded": by_longest_phrase,
    "lost_numbers": by_longest_phrase,
    "negations": by_longest_phrase,
    "name_endings": by_ending,
    "person_endings": by_ending,
    "referents": by_longest_phrase,
    "verification": as_verification,
}
"""By list name, for every language's list of that name; a folder before it means that folder's alone."""

ELSEWHERE: dict[str, str] = {
    "cues": "tests/lexicon/test_cues.py",
    **dict.fromkeys(
        ("bounds", "dates", "estimators", "labels", "measures", "numbers", "ranges", "units"), "tests/figures/test_lists.py"
    ),
    "phone_regions": "tests/persons/test_contacts.py",
    "syntax": "tests/attribute",
}
"""Lists whose entries fire only together with others or with a parse, and which tests run their examples."""

_FORMS = ("forms", "form", "words", "phrases", "names", "name", "labels", "variants", "lemma")


def firing(folder: str, name: str, entries: Sequence[Table]) -> Fire:
    """The list's own function, else the rule for its fields."""
    own = FIRING.get(f"{folder}/{name}") or FIRING.get(name)
    if own is not None:
        return own
    return by_phrase if all("phrase" in e for e in entries) else by_words


@cache
def _phrases(entries: tuple[PhraseEntry, ...]) -> Phrases:
    return Phrases(entries)


def matches(entries: tuple[PhraseEntry, ...], sentence: str) -> list[tuple[int, Span]]:
    """Numbers of the entries found in ``sentence``, and where."""
    return [(entries.index(m.entry), m.span) for m in _phrases(entries).find(sentence)]


def as_phrase(table: Table) -> PhraseEntry:
    return PhraseEntry(**{k: table[k] for k in PhraseEntry.__struct_fields__ if k in table})


def _forms(entry: Table) -> list[str]:
    forms: list[str] = []
    for field in _FORMS:
        value = entry.get(field, ())
        forms += [value] if isinstance(value, str) else list(value)
    return forms


def _stands(form: str, sentence: str) -> bool:
    flags = 0 if any(c.isupper() for c in form) else re.IGNORECASE
    written = re.escape(form).replace("'", "['’]").replace(r"\ ", r"\s+")
    return re.search(rf"(?<!\w){written}(?!\w)", sentence, flags) is not None
