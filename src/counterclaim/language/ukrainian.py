"""Ukrainian: razdel for sentences and words, pymorphy3 for morphology, capitals and dictionary marks for names.

No kept Ukrainian parser or name finder ships its models in a package, so the pack declares neither syntax nor a learned
name finder; which reading of a word is meant is told by its neighbours, and names are capitalised words, told apart by the
dictionary's marks for first names, surnames and places.
"""

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from counterclaim.language.choosing import PERSON_MARKS, PLACE_MARKS, choose
from counterclaim.language.opencorpora import UNIVERSAL_FEATS, UNIVERSAL_POS, Dictionary, dictionary_name, nominative_of
from counterclaim.language.pack import LanguagePack
from counterclaim.language.segment import segment
from counterclaim.language.telling import PlaceWords, names_told
from counterclaim.lexicon.load import listed_names
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse as Reading

LONGEST_BODY = 5
"""Words of a known body's name."""
PERSON, PLACE, BODY = "PERSON", "GPE", "ORG"
CONVERBS = (("вши", "ти"), ("вшись", "тися"), ("уючи", "увати"), ("юючи", "ювати"), ("аючи", "ати"), ("яючи", "яти"))
"""Endings of converbs and of their infinitives (regular verbs of both conjugations)."""
OF_PLACE = r"[сзц]ьк(?:ий|ого|ому|им|а|ої|ій|у|ою|е|их)$"
"""Endings of adjectives of places."""
SHORTEST_NAME = 3
PREDICATE_MARKS = frozenset({"past", "pres", "futr", "impr", "Impe", "1per", "2per", "3per", "masc", "femn", "neut", "plur"})
"""Marks one of which every finite form of a verb bears."""


def open_ukrainian() -> LanguagePack:
    """The Ukrainian pack; its dictionary loads in a tenth of a second."""
    morph = Dictionary("uk")
    bodies = listed_names("uk", ("institutions", "outlets", "seats"))
    return LanguagePack(
        "uk",
        frozenset({"sentences", "morphology", "names"}),
        partial(_analyze, morph, bodies, PlaceWords.of("uk")),
        nominative=partial(nominative_of, morph),
    )


def _analyze(
    morph: Dictionary, bodies: frozenset[tuple[str, ...]], places: PlaceWords, text: str, spans: Sequence[Span]
) -> Parse:
    sentences, words = segment(text, spans)
    tokens: list[Token] = []
    for placed in words:
        forms = [place.words(text) for place in placed]
        read = choose([_readings(morph, form) for form in forms], forms)
        names = _with_bodies(bodies, forms, read, _names(morph, forms, read))
        acronyms = frozenset(n for n, name in enumerate(names) if name == BODY and _is_acronym(forms[n]))
        fixed = _agree(morph, forms, read, names) | acronyms
        for at, (place, form, reading) in enumerate(zip(placed, forms, read, strict=True)):
            entity = names[at]
            tokens.append(
                Token(
                    start=place.start,
                    end=place.end,
                    text=form,
                    lemma=form if at in fixed else _lemma(morph, reading, form, entity),
                    pos="PROPN" if entity and not (entity == BODY and _is_marked(reading, "ADJF")) else _pos(reading, form),
                    tag=str(reading.tag) if reading is not None else "",
                    feats=_feats(reading, fixed=at in fixed),
                    head=len(tokens),
                    entity=entity,
                    entity_start=bool(entity) and (at == 0 or names[at - 1] != entity or entity == PLACE),
                )
            )
    return Parse.of(names_told(tuple(tokens), places), tuple(sentences))


def _readings(morph: Dictionary, form: str) -> "Sequence[Reading]":
    if not any(letter.isalpha() for letter in form):
        return ()
    return morph.readings(form.replace("’", "'").replace("ʼ", "'"))


def _marks(reading: "Reading") -> frozenset[str]:
    return frozenset(reading.tag.grammemes)


def _lemma(morph: Dictionary, reading: "Reading | None", form: str, entity: str) -> str:
    if reading is None:
        return form.lower()
    if reading.tag.POS == "GRND":
        return _infinitive(morph, form.lower())
    return dictionary_name(reading, form) if entity == PERSON else str(reading.normal_form)


def _infinitive(morph: Dictionary, form: str) -> str:
    """The infinitive of a converb, which the dictionary lists for itself; the form where no ending fits."""
    for ending, of_verb in CONVERBS:
        verb = form.removesuffix(ending) + of_verb
        if form.endswith(ending) and morph.knows(verb):
            return verb
    return form


def _pos(reading: "Reading | None", form: str) -> str:
    if reading is None:
        return "NUM" if form[:1].isdigit() else "PUNCT"
    return UNIVERSAL_POS.get(str(reading.tag.POS), "X")


def _feats(reading: "Reading | None", *, fixed: bool) -> str:
    """Universal features; a word that never changes has neither case nor gender of its own."""
    if reading is None:
        return ""
    marks = _marks(reading)
    found = {UNIVERSAL_FEATS[mark] for mark in marks if mark in UNIVERSAL_FEATS}
    if fixed or "Fixd" in marks:
        found = {feature for feature in found if not feature.startswith(("Case=", "Gender="))}
    if "VERB" in marks and not marks & PREDICATE_MARKS:
        found.add("VerbForm=Inf")  # the dictionary forgets to mark some infinitives
    if "VerbForm=Inf" in found:
        found.discard("VerbForm=Fin")
    if "Gender=Masc" in found or "Gender=Fem" in found or "Gender=Neut" in found:
        found.add("Number=Sing")
    return "|".join(sorted(found))


def _names(morph: Dictionary, forms: "Sequence[str]", read: "Sequence[Reading | None]") -> list[str]:
    """The name type of each word; empty outside names.

    Marked words are what their mark says; a capitalised word beside a person's name belongs to it; acronyms, words in Latin
    letters and unknown words in the nominative name bodies, unknown words in other cases mostly places ("of Tarsk").
    """
    names: list[str] = []
    for at, (form, reading) in enumerate(zip(forms, read, strict=True)):
        names.append("" if reading is None or not form[:1].isupper() else _name(morph, forms, read, names, at))
    return names


def _with_bodies(
    bodies: frozenset[tuple[str, ...]], forms: Sequence[str], read: "Sequence[Reading | None]", names: list[str]
) -> list[str]:
    """``names`` with known bodies marked: their words as written or in dictionary form, the first with a capital."""
    lemmas = [form.lower() if reading is None else str(reading.normal_form) for form, reading in zip(forms, read, strict=True)]
    at = 0
    while at < len(forms):
        most = min(LONGEST_BODY, len(forms) - at)
        length = next((n for n in range(most, 0, -1) if _is_body(bodies, forms[at : at + n], lemmas[at : at + n])), 0)
        if length and forms[at][:1].isupper() and (length > 1 or names[at] != PERSON):
            names[at : at + length] = [BODY] * length
        at += max(length, 1)
    return names


def _agree(morph: Dictionary, forms: Sequence[str], read: "list[Reading | None]", names: Sequence[str]) -> frozenset[int]:
    """Puts each part of a person's name into the case of the word before it, in ``read``.

    Returns:
        The places of parts that have no such reading: names that do not change.
    """
    fixed: set[int] = set()
    for at in range(1, len(forms)):
        before = read[at - 1]
        if names[at] != PERSON or before is None or not (names[at - 1] == PERSON or _is_marked(before, "anim")):
            continue
        case = before.tag.case
        if read[at] is None or case is None or at - 1 in fixed:
            continue
        fitting = [r for r in _readings(morph, forms[at]) if r.tag.case == case and "plur" not in r.tag]
        if any(r.tag == getattr(read[at], "tag", None) for r in fitting):
            continue
        if fitting:
            read[at] = fitting[0]
        elif names[at - 1] == PERSON or not morph.knows(forms[at].lower()):
            fixed.add(at)
    return frozenset(fixed)


def _is_body(bodies: frozenset[tuple[str, ...]], forms: Sequence[str], lemmas: Sequence[str]) -> bool:
    return tuple(lemmas) in bodies or tuple(form.lower() for form in forms) in bodies


def _name(morph: Dictionary, forms: "Sequence[str]", read: "Sequence[Reading | None]", names: Sequence[str], at: int) -> str:
    reading, form = read[at], forms[at]
    assert reading is not None
    marks = _marks(reading)
    after_name = at > 0 and names[at - 1] == PERSON
    before_name = at + 1 < len(read) and forms[at + 1][:1].isupper() and _is_marked(read[at + 1], "Surn")
    if reading.tag.POS is None and "LATN" not in marks and len(form) <= SHORTEST_NAME:
        return ""  # small words that the dictionary forgot
    if marks & PERSON_MARKS:
        lower = at + 1 < len(read) and forms[at + 1][:1].islower()
        if at + 1 < len(forms) and _is_acronym(forms[at + 1]) and re.search(OF_PLACE, form) and not after_name:
            return ""  # "the *Poltava* administration": an adjective that is a family name, too
        common = lower and "Surn" not in marks and _is_marked(read[at + 1], "gent")
        return "" if common else PERSON  # a council's first word may be a given name, too
    if marks & PLACE_MARKS:
        return PLACE
    if _is_acronym(form):
        return BODY
    if "LATN" in marks:
        return BODY
    if after_name and marks & {"NOUN", "ADJF"}:
        return PERSON
    known = morph.knows(form.lower())
    if before_name and not known:
        return PERSON
    if marks & {"CONJ", "PREP", "PRCL", "NPRO", "ADVB", "VERB", "INFN", "ADJF", "GRND", "NUMR"} or (known and at == 0):
        return ""
    if known and marks & {"anim"}:
        return ""
    if known and at + 1 < len(read) and forms[at + 1].islower() and _is_marked(read[at + 1], "gent"):
        return BODY  # a common word with a capital inside a sentence: "the *Service* of roads"
    return BODY if marks & {"nomn"} else PLACE


def _is_acronym(form: str) -> bool:
    return len(form) > 1 and form.isupper()


def _is_marked(reading: "Reading | None", mark: str) -> bool:
    return reading is not None and mark in reading.tag
