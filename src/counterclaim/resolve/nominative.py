"""Names in the case in which they are shown: the nominative, where the words stand in another."""

from counterclaim.resolve.phrase import case, number
from counterclaim.resolve.reader import Reader


def nominative(reader: Reader, first: int, end: int, head: int) -> str:
    """The tokens ``first`` to before ``end`` with their head, and what agrees with it, in the nominative.

    A person's parts are put there one by one, as their dictionary forms keep gender and capitals. Of other names the head is,
    if nothing that would have to agree stands before it; the words as they stand otherwise, and in a language without cases.
    """
    words = reader.words
    if case(words, head) in {"", "Nom"} or number(words, head) == "plural":
        return reader.wording(first, end)
    tokens = words.tokens
    people = [t.entity == "PERSON" for t in tokens[first:end]]
    changing = range(first, end) if all(people) else range(head, head + 1) if head == first else range(0)
    out = ""
    for at in range(first, end):
        token = tokens[at]
        form = _dictionary_form(token.text, token.lemma) if at in changing and case(words, at) else token.text
        gap = reader.text[tokens[at - 1].end : token.start] if at > first else ""
        out += gap + form
    return " ".join(out.split())


def _dictionary_form(text: str, lemma: str) -> str:
    if text.isupper() and len(text) > 1:
        return text
    return lemma[:1].upper() + lemma[1:] if text[:1].isupper() else lemma
