"""Names in quotation marks behind the noun that says what bears them: 'the newspaper "Tarn Herald"'."""

from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.phrase import Phrase
from counterclaim.resolve.reader import Reader, changed

OPENING = frozenset('«“„"')
CLOSING = frozenset('»”“"')
LONGEST = 6
"""Tokens of such a name."""
BEARERS = frozenset({"outlet", "organisation"})


def quoted_name(reader: Reader, phrase: Phrase, stop: int) -> Mention | None:
    """The outlet or body whose name stands in quotation marks right behind the phrase; None if none does."""
    words, tokens = reader.words, reader.words.tokens
    alone = _alone(reader, phrase)
    if alone is not None:
        return alone
    if phrase.end + 2 >= stop or tokens[phrase.end].text not in OPENING:
        return None
    noun = reader.lexicon.nouns.ending(words, phrase.core, phrase.end)
    first = phrase.end + 1
    end = next((i for i in range(first, min(stop, first + LONGEST + 1)) if tokens[i].text in CLOSING), first)
    if noun is not None and noun[1] > phrase.head and words.tokens[phrase.head].pos == "NOUN":
        return None  # "the owner of the company «Tarn Bus»": the owner is meant
    if noun is None or noun[0].names not in BEARERS or end == first or not tokens[first].text[:1].isupper():
        return None
    listed = reader.lexicon.outlets.at(words, first, end)
    known = listed is not None and listed[1] == end
    key = "%" + listed[0].name if listed is not None and known else "“" + "".join(words.lemmas[first:end])
    kind = "outlet" if known else noun[0].names
    found = reader.named(phrase, kind, reader.wording(first, end), (frozenset({key}),), (noun[0],))
    return changed(found, span=reader.span(phrase.start, end + 1), end=end + 1, words=found.words | {key})


def _alone(reader: Reader, phrase: Phrase) -> Mention | None:
    """A name of common words in quotation marks without its noun: «Tarn Wave», once the paper was named."""
    words, tokens = reader.words, reader.words.tokens
    first, end = phrase.start, phrase.end
    if not first or end >= len(tokens) or tokens[first - 1].text not in OPENING or tokens[end].text not in CLOSING:
        return None
    if (
        not tokens[first].text[:1].isupper()
        or tokens[phrase.head].pos == "PROPN"
        or reader.lexicon.outlets.at(words, first, end)
    ):
        return None
    key = "“" + "".join(words.lemmas[first:end])
    return reader.named(phrase, "organisation", reader.wording(first, end), (frozenset({key}),))
