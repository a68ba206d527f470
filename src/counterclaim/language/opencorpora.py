"""OpenCorpora's marks, which pymorphy3 uses, in the terms of Universal Dependencies; and names in their dictionary form."""

from functools import lru_cache
from typing import TYPE_CHECKING

from counterclaim.values.syntax import Token

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse as Reading

KEPT = 30_000
"""Words whose readings are kept."""

UNIVERSAL_POS = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "COMP": "ADJ",
    "VERB": "VERB",
    "INFN": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "NPRO": "PRON",
    "PRED": "ADV",
    "PREP": "ADP",
    "CONJ": "CCONJ",
    "PRCL": "PART",
    "INTJ": "INTJ",
}
"""OpenCorpora's parts of speech, which pymorphy uses, as universal ones (universaldependencies.org/u/pos)."""

UNIVERSAL_FEATS = {
    "nomn": "Case=Nom",
    "gent": "Case=Gen",
    "datv": "Case=Dat",
    "accs": "Case=Acc",
    "ablt": "Case=Ins",
    "loct": "Case=Loc",
    "voct": "Case=Voc",
    "masc": "Gender=Masc",
    "femn": "Gender=Fem",
    "neut": "Gender=Neut",
    "sing": "Number=Sing",
    "plur": "Number=Plur",
    "anim": "Animacy=Anim",
    "inan": "Animacy=Inan",
    "past": "Tense=Past",
    "pres": "Tense=Pres",
    "futr": "Tense=Fut",
    "1per": "Person=1",
    "2per": "Person=2",
    "3per": "Person=3",
    "impr": "Mood=Imp",
    "GRND": "VerbForm=Conv",
    "INFN": "VerbForm=Inf",
    "infn": "VerbForm=Inf",
    "PRTF": "VerbForm=Part",
    "PRTS": "VerbForm=Part",
    "VERB": "VerbForm=Fin",
}
"""OpenCorpora's grammemes as universal features."""


class Dictionary:
    """pymorphy3's dictionary of one language. It keeps the words met last: most of a text's words are met again and again."""

    def __init__(self, language: str) -> None:
        import pymorphy3

        morph = pymorphy3.MorphAnalyzer(lang=language)
        self._parse = lru_cache(KEPT)(lambda form: tuple(morph.parse(form)))
        self._is_known = lru_cache(KEPT)(morph.word_is_known)

    def readings(self, form: str) -> "tuple[Reading, ...]":
        """All readings of a word, the likeliest first where the dictionary tells; guesses by its ending for an unknown one."""
        return self._parse(form)

    def knows(self, word: str) -> bool:
        """Whether the word, in lower case, stands in the dictionary."""
        return bool(self._is_known(word))


def nominative_of(dictionary: "Dictionary", token: Token) -> str:
    """The token's word in the nominative of its own number and gender ("Следственном" gives "Следственный"); as it stands
    where the dictionary has no such form.
    """
    feats = set(token.feats.split("|"))

    def agreement(reading: "Reading") -> int:
        marks = reading.tag.grammemes
        return len(feats & {UNIVERSAL_FEATS.get(mark, "") for mark in marks}) + 2 * (
            UNIVERSAL_POS.get(str(reading.tag.POS)) in ({"NOUN", "ADJ"} if token.pos == "PROPN" else {token.pos})
        )

    readings = dictionary.readings(token.text)
    found = max(readings, key=agreement).inflect({"nomn"}) if readings and "Case=" in token.feats else None
    if found is None:
        return token.text
    if token.text.isupper() and len(token.text) > 1:
        return token.text
    return with_capitals(str(found.word), token.text)


def with_capitals(word: str, form: str) -> str:
    """``word`` with a capital at the beginning of each of its parts, if ``form`` has one."""
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-")) if form[:1].isupper() else word


def dictionary_name(reading: "Reading", form: str) -> str:
    """The nominative of a person's name in the gender it has ("Іванової" gives "Іванова"), capitals as in ``form``."""
    gender = str(reading.tag.gender or "")
    wanted = {"nomn", "sing", gender} if gender in ("masc", "femn") else {"nomn", "sing"}
    inflected = reading.inflect(wanted) or reading.inflect({"nomn"})
    name = inflected.word if inflected is not None else reading.normal_form
    return with_capitals(name, form)
