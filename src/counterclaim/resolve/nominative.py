"""Names in the case in which they are shown: the nominative, where the words stand in another."""

from counterclaim.resolve.phrase import case, number
from counterclaim.resolve.reader import Reader


def nominative(reader: Reader, first: int, end: int, head: int) -> str:
    """The tokens ``first`` to before ``end`` with their head, and what agrees with it, in the nominative.

    A person's parts are put there one by one, as their dictionary forms keep gender and capitals. Of other names the head is,
    and the words before it in its case; what follows the head keeps its own. As the words stand in a language without cases.
    """
    words = reader.words
    inflect = words.nominative
    if inflect is None or case(words, head) in {"", "Nom"}:
        return reader.wording(first, end)
    tokens = words.tokens
    people = all(t.entity == "PERSON" for t in tokens[first:end])
    out = ""
    for at in range(first, end):
        token = tokens[at]
        if people and case(words, at):
            form = _dictionary_form(token.text, token.lemma)
        elif at == head or (at < head and _agrees(reader, at, head)):
            form = inflect(token)
        else:
            form = token.text
        gap = reader.text[tokens[at - 1].end : token.start] if at > first else ""
        out += gap + form
    return " ".join(out.split())


def _agrees(reader: Reader, at: int, head: int) -> bool:
    words = reader.words
    return case(words, at) == case(words, head) and number(words, at) == number(words, head)


def _dictionary_form(text: str, lemma: str) -> str:
    if text.isupper() and len(text) > 1:
        return text
    return lemma[:1].upper() + lemma[1:] if text[:1].isupper() else lemma
