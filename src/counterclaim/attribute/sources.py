"""Who speaks: the source of a cue by the parse."""

from collections.abc import Sequence

from counterclaim.attribute.cues import Cue
from counterclaim.attribute.forms import is_possessive_mark, verb_form
from counterclaim.attribute.quotes import ink_before
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.load import listed_names
from counterclaim.lexicon.phrases import PhraseEntry
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span
from counterclaim.values.syntax import Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART")
"""Parts of speech of the words of a name or description."""

_LONGEST = 30
"""Words of the longest description of a speaker between a quotation and its cue."""


def word_list(pack: LanguagePack, name: str, category: str) -> frozenset[str]:
    """The phrases of one category of a word list, as plain lower-case strings."""
    return pack.once(
        f"words {name} {category}",
        lambda: frozenset(e.phrase for e in pack.entries(name, PhraseEntry) if e.category == category),
    )


def can_speak(noun: Token, pack: LanguagePack) -> bool:
    """Whether the word lists know the noun as one for people, bodies, states or documents."""
    lists = ("roles", "bodies", "institutions", "seats", "outlets", "places")
    known = pack.once("speaking nouns", lambda: listed_names(pack.code, lists))
    return (noun.lemma.lower(),) in known


def source_of(tree: Tree, cue: Cue, pack: LanguagePack) -> Span | None:
    """Where the source of ``cue`` is named; None where the sentence does not name it."""
    if cue.entry.kind == "preposition":
        return _object_of_preposition(tree, cue)
    if cue.entry.kind == "noun":
        return _of_noun(tree, cue, pack)
    head = cue.head
    if cue.entry.kind == "adjective":
        head = tree.tokens[head].head
    found = subject(tree, head)
    if found is None:
        return None
    if _is_expletive(tree, found, pack) and (cue.entry.kind != "verb" or tree.tokens[found].head != head):
        return None  # "it is important *to understand* that ..." names nobody
    return named(tree, found, cue.span, pack)


def _is_expletive(tree: Tree, index: int, pack: LanguagePack) -> bool:
    return tree.tokens[index].lemma.lower() in word_list(pack, "attribution_words", "expletive")


def named(tree: Tree, index: int, cue: Span, pack: LanguagePack) -> Span | None:
    """The words of a source whose head word is ``index``, cut where they would run into the cue."""
    span = tree.run(index)
    if span.overlaps(cue):
        token = tree.tokens[index]
        if token.start < cue.start:
            span = Span(min(span.start, token.start), cue.start)
        elif token.start >= cue.end:
            span = Span(cue.end, span.end)
        else:
            return None
    return tidy(tree.page.text, span)


def tidy(text: str, span: Span) -> Span | None:
    """``span`` without blanks, commas, dashes, colons and unpaired brackets at its ends; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:—–-)." or _closes(text, start)):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—–-(" or _opens(text, end - 1)):
        end -= 1
    return Span(start, end) if start < end else None


def _closes(text: str, at: int) -> bool:
    """Whether a quotation mark at ``at`` ends what stands in front of it: a blank follows."""
    return text[at] in "\"'”»’" and text[at + 1 : at + 2].strip() == ""


def _opens(text: str, at: int) -> bool:
    """Whether a quotation mark at ``at`` begins what stands behind it: a blank is in front."""
    return text[at] in "\"'“«„‘" and text[max(0, at - 1) : at].strip() == ""


def subject(tree: Tree, verb: int) -> int | None:
    """Head word of whoever does what ``verb`` says; None where the sentence leaves it out.

    A passive's doer is its agent alone. A verb without a subject of its own borrows that of the verb it is joined to
    ("left and *said*"), depends on ("..., *adding*"), or the noun it describes ("a letter *saying*").
    """
    at = verb
    for _ in range(6):
        own = list(tree.children(at, "subject"))
        if own:
            return min(own, key=lambda c: abs(c - at))  # of two, the parser took one out of a quotation
        passive = _passive(tree, at)
        if passive and at == verb:
            return _agent(tree, at)
        if passive and at != verb:
            return tree.first(at, "passive_subject")
        head = tree.tokens[at].head
        if head == at:
            return None
        if tree.stands(at, "conjunct", "adverbial_clause", "open_clause", "complement"):
            at = head
            if tree.tokens[at].pos in ("NOUN", "PROPN", "PRON"):
                return None
        elif tree.stands(at, "noun_clause") and tree.tokens[head].pos in ("NOUN", "PROPN", "PRON"):
            return head if verb_form(tree.tokens[at]) == "gerund" and not _holds_doer(tree, head, at) else None
        elif tree.stands(at, "prepositional_object") and tree.tokens[at].pos in ("VERB", "AUX"):
            at = tree.tokens[head].head
            if tree.stands(at, "object") and tree.tokens[at].pos == "NOUN":
                at = tree.tokens[at].head
        elif tree.stands(at, "clause", "aside") and not any(tree.children(at, "marker")):
            at = head
        else:
            return None
    return None


def _holds_doer(tree: Tree, noun: int, participle: int) -> bool:
    """Whether a noun stands between, which may as well be the doer ("reports of *soldiers* refusing")."""
    for child in tree.children(noun, "preposition"):
        inner = tree.first(child, "prepositional_object")
        if inner is not None and noun < inner < participle:
            return True
    return False


def source_before(tree: Tree, cue: Cue) -> Span | None:
    """The nominal words right in front of a finite cue to which the parser gave no subject; None if none stand there."""
    if verb_form(tree.tokens[cue.head]) != "finite":
        return None
    sentence = tree.sentence(cue.head)
    last = tree.page.parse.indices(Span(sentence.start, max(sentence.start, cue.span.start))).stop
    first = last
    while first > 0 and tree.tokens[first - 1].start >= sentence.start and tree.tokens[first - 1].pos in _NOMINAL:
        first -= 1
    words = tree.tokens[first:last]
    if not words or words[-1].pos not in ("NOUN", "PROPN", "PRON") or words[-1].entity in ("DATE", "TIME"):
        return None
    return tidy(tree.page.text, Span(words[0].start, words[-1].end))


def source_between(tree: Tree, cue: Cue, marks: Sequence[Quotation]) -> Span | None:
    """The description between a quotation and its cue, where the parser ties the cue to the words quoted; None if none.

    It may be long ("“...,” *the spokesman, a man of few words,* said"), but holds a noun and no finite verb.
    """
    mark = next((m for m in reversed(marks) if m.span.end <= cue.span.start), None)
    if mark is None or "\n" in tree.page.text[mark.span.end : cue.span.start]:
        return None
    words = [t for t in tree.page.parse.tokens_in(Span(mark.span.end, cue.span.start)) if t.pos != "PUNCT"]
    if not words or len(words) > _LONGEST or not any(t.pos in ("NOUN", "PROPN", "PRON") for t in words):
        return None
    if words[0].pos not in _NOMINAL or words[0].pos == "ADP" or any(verb_form(t) == "finite" for t in words):
        return None
    return tidy(tree.page.text, Span(words[0].start, words[-1].end))


def source_behind(tree: Tree, cue: Cue, marks: Sequence[Quotation]) -> Span | None:
    """The name right behind an inverted cue ("..., *said* the mayor."), where quotation mark or comma stand in front of it.

    The parser often takes the clause's last noun for the subject there. None unless a description of somebody, and neither
    clause nor time, stands between the cue and the next mark.
    """
    text = tree.page.text
    end = ink_before(text, cue.span.start)
    inner = ink_before(text, end - 1) if text[end - 1 : end] == "," else end
    after_quote = any(m.span.end in (end, inner) for m in marks)
    if not after_quote and text[end - 1 : end] != ",":
        return None
    first = max(cue.words) + 1
    for child in tree.children(cue.head):
        below = tree.below(child)
        if (
            after_quote
            and below[0] == first
            and not tree.stands(child, "clause")
            and tree.tokens[child].pos in ("NOUN", "PROPN", "PRON", "NUM")
        ):
            return tidy(text, tree.run(child))
    last = first
    while last < len(tree.tokens) and tree.tokens[last].pos in _NOMINAL:
        last += 1
    words = tree.tokens[first:last]
    if not words or not any(t.pos in ("NOUN", "PROPN", "PRON") for t in words) or words[0].entity in ("DATE", "TIME"):
        return None
    if words[0].pos in ("ADP", "PART") or words[0].start - cue.span.end > 1 or words[0].start < cue.span.end:
        return None
    if last < len(tree.tokens) and tree.tokens[last].pos in ("VERB", "AUX"):
        return None  # the subject of what is said: "..., said *the mill* had burned"
    if not after_quote:
        closing = text[words[-1].end : words[-1].end + 1] or "."
        takes_object = "np" in cue.entry.frames or cue.entry.object == "recipient"
        if takes_object or closing not in ".;,\n" or not any(t.entity or t.pos == "PROPN" for t in words):
            return None
    elif cue.entry.object == "recipient" and tree.tokens[first].entity != "PERSON":
        return None
    return tidy(text, Span(words[0].start, words[-1].end))


def _passive(tree: Tree, verb: int) -> bool:
    if tree.first(verb, "passive_subject") is not None or tree.first(verb, "agent") is not None:
        return True
    return (
        verb_form(tree.tokens[verb]) == "participle"
        and not any(tree.children(verb, "auxiliary", "subject"))
        and not tree.stands(verb, "conjunct")
    )


def _agent(tree: Tree, verb: int) -> int | None:
    by = tree.first(verb, "agent")
    return None if by is None else tree.first(by, "prepositional_object")


def _object_of_preposition(tree: Tree, cue: Cue) -> Span | None:
    last = cue.words[-1]
    for word in reversed(cue.words):
        found = tree.first(word, "prepositional_object")
        if found is not None and tree.tokens[found].start > tree.tokens[last].start:
            return tidy(tree.page.text, tree.span(tree.below(found)))
    return None


def _of_noun(tree: Tree, cue: Cue, pack: LanguagePack) -> Span | None:
    noun = cue.head
    text = tree.page.text
    for child in tree.children(noun, "possessor"):
        below = [i for i in tree.below(child) if not is_possessive_mark(tree.tokens[i])]
        return tidy(text, tree.span(below)) if below else None
    for child in tree.children(noun, "modifier"):
        if tree.tokens[child].entity or tree.tokens[child].pos == "PROPN":
            return tidy(text, tree.run(child))
    for child in tree.children(noun, "preposition", "agent"):
        if tree.tokens[child].lemma.lower() in word_list(pack, "attribution_words", "author preposition"):
            found = tree.first(child, "prepositional_object")
            if found is not None and cue.entry.preps.count(tree.tokens[child].lemma.lower()) == 0:
                return tidy(text, tree.span(i for i in tree.below(found) if tree.tokens[i].start >= tree.tokens[child].end))
    verb = tree.tokens[noun].head
    if tree.stands(noun, "object") and tree.tokens[verb].lemma.lower() in word_list(pack, "attribution_words", "support verb"):
        found = subject(tree, verb)
        return None if found is None else named(tree, found, cue.span, pack)
    return None
