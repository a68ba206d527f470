"""Russian: razdel for sentences and words, Natasha's news models for morphology and names, pymorphy3 for lemmas.

Natasha's syntax model is left out: it takes twice the time of the others together, and the rules that read languages by
their word lists and cases do not need it. So is its lemmatiser, whose dictionary package no current setuptools can find.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from threadpoolctl import threadpool_limits

from counterclaim.language.choosing import PERSON_MARKS
from counterclaim.language.opencorpora import UNIVERSAL_FEATS, UNIVERSAL_POS, Dictionary, dictionary_name, nominative_of
from counterclaim.language.pack import LanguagePack
from counterclaim.language.segment import segment
from counterclaim.language.telling import PlaceWords, names_told
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token

if TYPE_CHECKING:
    from natasha import NewsMorphTagger, NewsNERTagger
    from pymorphy3.analyzer import Parse as Reading

ENTITIES = {"PER": "PERSON", "LOC": "GPE", "ORG": "ORG"}
"""Natasha's name types, in the names that `Token.entity` uses."""


PLAIN = str.maketrans("ёЁ", "еЕ")
"""News mostly writes е for ё, and so did what the models learned from."""
ALIKE = {"PROPN": {"NOUN", "ADJ"}, "AUX": {"VERB"}, "DET": {"ADJ", "PRON"}, "SCONJ": {"CCONJ"}}
"""Parts of speech that the dictionary gives where the tagger gives the key."""


def open_russian() -> LanguagePack:
    """The Russian pack; loading its models takes about a second."""
    from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger

    embedding = NewsEmbedding()
    morph, names = NewsMorphTagger(embedding), NewsNERTagger(embedding)
    dictionary = Dictionary("ru")
    places = PlaceWords.of("ru")

    def analyze(text: str, spans: Sequence[Span]) -> Parse:
        return _analyze(morph, names, dictionary, places, text, spans)

    return LanguagePack(
        "ru",
        frozenset({"sentences", "morphology", "names"}),
        analyze,
        nominative=partial(nominative_of, dictionary),
    )


def _analyze(
    morph: "NewsMorphTagger",
    names: "NewsNERTagger",
    dictionary: Dictionary,
    places: PlaceWords,
    text: str,
    spans: Sequence[Span],
) -> Parse:
    sentences, words = segment(text, spans)
    forms = [[word.words(text).translate(PLAIN) for word in sentence] for sentence in words]
    tokens: list[Token] = []
    with threadpool_limits(limits=1, user_api="blas"):  # the matrices are so small that threads only wait for each other
        tags = list(morph.map(forms))
        markups = list(names.map([sentence.words(text).translate(PLAIN) for sentence in sentences]))
    for sentence, placed, tagged, markup in zip(sentences, words, tags, markups, strict=True):
        found = markup.spans
        named = [Span(sentence.start + n.start, sentence.start + n.stop) for n in found]
        kinds = [ENTITIES.get(n.type, n.type) for n in found]
        for place, word in zip(placed, tagged.tokens, strict=True):
            inside = next((i for i, n in enumerate(named) if n.contains(place)), None)
            entity = "" if inside is None else kinds[inside]
            form, pos, feats = place.words(text), word.pos, word.feats
            reading = _reading(dictionary, form, pos, feats, person=entity == "PERSON")
            if pos == "ADJ" and reading is not None and reading.tag.POS == "NOUN":
                pos, feats = "NOUN", _feats(reading)
            if reading is not None and (_is_acronym(form) or "Fixd" in reading.tag.grammemes):
                feats = {name: value for name, value in feats.items() if name not in ("Case", "Gender")}  # it never changes
            tokens.append(
                Token(
                    start=place.start,
                    end=place.end,
                    text=form,
                    lemma=_lemma(reading, form, feats, person=entity == "PERSON"),
                    pos="PROPN" if _is_named(form, pos, named=inside is not None) else pos,
                    feats="|".join(f"{name}={value}" for name, value in sorted(feats.items())),
                    head=len(tokens),
                    entity=entity,
                    entity_start=inside is not None and named[inside].start == place.start,
                )
            )
    return Parse.of(names_told(tuple(tokens), places), tuple(sentences))


def _is_acronym(form: str) -> bool:
    return len(form) > 1 and form.isupper() and form.isalpha()


def _is_named(form: str, pos: str, *, named: bool) -> bool:
    """Whether the word is a name that the tagger does not know as one: foreign letters, or an acronym."""
    return pos in ("X", "ADV") and form[:1].isupper() and (pos == "X" or (named and form.isupper()))


def _reading(dictionary: Dictionary, form: str, pos: str, feats: dict[str, str], *, person: bool) -> "Reading | None":
    """The dictionary's reading that agrees best with the tagger; the likeliest of those that agree alike."""
    wanted = {f"{name}={value}" for name, value in feats.items()}

    def agreement(reading: "Reading") -> int:
        marks = reading.tag.grammemes
        return (
            4 * (UNIVERSAL_POS.get(str(reading.tag.POS)) in ALIKE.get(pos, {pos}))
            + len(wanted & {UNIVERSAL_FEATS.get(mark, "") for mark in marks})
            + 3 * (person and not PERSON_MARKS.isdisjoint(marks))
        )

    return max(dictionary.readings(form), key=agreement, default=None)


def _lemma(reading: "Reading | None", form: str, feats: dict[str, str], *, person: bool) -> str:
    """The dictionary form; a person's name keeps its gender and capitals ("Ивановой" gives "Иванова")."""
    if reading is None:
        return form if person else form.lower()
    if person:
        return form if feats.get("Case") == "Nom" else dictionary_name(reading, form)
    return str(reading.normal_form)


def _feats(reading: "Reading") -> dict[str, str]:
    """The reading's marks as universal features."""
    found = (UNIVERSAL_FEATS[mark] for mark in reading.tag.grammemes if mark in UNIVERSAL_FEATS)
    return dict(pair.split("=", 1) for pair in found)
