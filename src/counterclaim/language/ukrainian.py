"""Ukrainian: razdel for sentences and words, pymorphy3 for morphology, capitals and dictionary marks for names.

No kept Ukrainian parser or name finder ships its models in a package, so the pack declares neither syntax nor a learned
name finder; names are runs of capitalised words, told apart by the dictionary's marks for first names, surnames and places.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from counterclaim.language.opencorpora import UNIVERSAL_FEATS, UNIVERSAL_POS
from counterclaim.language.pack import LanguagePack
from counterclaim.language.segment import segment
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse as Reading

PERSON_MARKS = frozenset({"Name", "Surn", "Patr", "Fname", "Lname"})
PLACE_MARKS = frozenset({"Geox"})


def open_ukrainian() -> LanguagePack:
    """The Ukrainian pack; its dictionary loads in a tenth of a second."""
    import pymorphy3

    morph = pymorphy3.MorphAnalyzer(lang="uk")
    return LanguagePack("uk", frozenset({"sentences", "morphology", "names"}), partial(_analyze, morph))


def _analyze(morph: "MorphAnalyzer", text: str, spans: Sequence[Span]) -> Parse:
    sentences, words = segment(text, spans)
    tokens: list[Token] = []
    for placed in words:
        read = [_best(morph, place.words(text)) for place in placed]
        for at, (place, (reading, form)) in enumerate(zip(placed, read, strict=True)):
            entity = _entity(read, at)
            tokens.append(
                Token(
                    start=place.start,
                    end=place.end,
                    text=form,
                    lemma=reading.normal_form if reading is not None else form.lower(),
                    pos="PROPN" if entity else _pos(reading, form),
                    tag=str(reading.tag) if reading is not None else "",
                    feats=_feats(reading),
                    head=len(tokens),
                    entity=entity,
                    entity_start=bool(entity) and (at == 0 or _entity(read, at - 1) != entity),
                )
            )
    return Parse.of(tuple(tokens), tuple(sentences))


def _best(morph: "MorphAnalyzer", form: str) -> "tuple[Reading | None, str]":
    """The likeliest reading; a capitalised word prefers a reading that the dictionary marks as a name."""
    if not any(letter.isalpha() for letter in form):
        return None, form
    readings = morph.parse(form.replace("’", "'").replace("ʼ", "'"))
    if form[0].isupper():
        marked = [r for r in readings if _marks(r) & (PERSON_MARKS | PLACE_MARKS)]
        readings = marked or readings
    return readings[0], form


def _marks(reading: "Reading") -> frozenset[str]:
    return frozenset(reading.tag.grammemes)


def _pos(reading: "Reading | None", form: str) -> str:
    if reading is None:
        return "NUM" if form[:1].isdigit() else "PUNCT"
    return UNIVERSAL_POS.get(str(reading.tag.POS), "X")


def _feats(reading: "Reading | None") -> str:
    if reading is None:
        return ""
    return "|".join(sorted(UNIVERSAL_FEATS[mark] for mark in _marks(reading) if mark in UNIVERSAL_FEATS))


def _entity(read: "list[tuple[Reading | None, str]]", at: int) -> str:
    """The name type of one word: by dictionary mark, or by a marked neighbour for unknown capitalised words."""
    reading, form = read[at]
    if reading is None or not form[0].isupper():
        return ""
    marks = _marks(reading)
    if marks & PERSON_MARKS:
        return "PERSON"
    if marks & PLACE_MARKS:
        return "GPE"
    if form.isupper() and len(form) > 1:
        return "ORG"
    beside = [read[i] for i in (at - 1, at + 1) if 0 <= i < len(read)]
    if any(r is not None and f[0].isupper() and _marks(r) & PERSON_MARKS for r, f in beside):
        return "PERSON"
    return "ORG" if at > 0 and not marks & {"CONJ", "PREP", "PRCL", "NPRO", "ADVB"} else ""
