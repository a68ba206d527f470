"""A described person whose pasted post gives the name: "the correspondent who shares this image" signs the post below."""

from counterclaim.resolve.ground import Ground
from counterclaim.resolve.history import Choice
from counterclaim.resolve.parties import Party
from counterclaim.values.span import Span

GIVING = frozenset({"publishes", "tweeted"})
"""Categories of words for putting something out."""


def signers(ground: Ground, voices: dict[str, Choice]) -> dict[int, Party]:
    """Described parties, by identity, with the named person who signs the document's only pasted post.

    Two are one where the description says that its bearer shares or posts something, the document holds posts of one person
    only, and that person is named nowhere outside them.
    """
    posts = [z.span for z in ground.page.clean.zones if z.kind == "embed"]
    authors = {id(p): p for s in ground.statements if (p := voices[s.id].party) and s.source and _inside(s.source[0], posts)}
    authors = {key: p for key, p in authors.items() if p.kind == "person"}
    if len(authors) != 1:
        return {}
    author = next(iter(authors.values()))
    if any(not _inside(m, posts) for m in author.mentions):
        return {}
    found = {}
    for statement in ground.statements:
        party = voices[statement.id].party
        if party is not None and party.kind == "unnamed" and party.number != "plural" and statement.source:
            said = any(m.entry.category.split()[0] in GIVING for m in ground.relays_in(statement.source[0]))
            if said and (party.gender is None or author.gender is None or party.gender == author.gender):
                found[id(party)] = author
    return found if len(found) == 1 else {}


def _inside(span: Span, zones: list[Span]) -> bool:
    return any(z.contains(span) for z in zones)
