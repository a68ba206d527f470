"""The lines of a page as a reader sees them, and what its markup says of each."""

from collections.abc import Iterable, Sequence

import msgspec
from lxml.html import HtmlElement

from counterclaim.clean.html_roles import MarkupRole, Roles
from counterclaim.clean.html_scan import TextRun

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
})  # fmt: skip
_FINAL = frozenset({"embed", "comment", "caption", "related", "hidden"})
"""Of two names around a text the outer one counts, unless it is a loose one (furniture, byline) around one of these."""
_ARTICLE_SHARE = 0.5
"""A name that covers more than this share of the article is no sign of furniture: ``<body class="comments-open">``,
``<form>`` around a whole page."""


class HtmlLine(msgspec.Struct, frozen=True, kw_only=True):
    """The runs of one line.

    Attributes:
        numbers: Of its runs, in order.
        role: What the named elements around it say: the outermost, unless that is a loose name.
        root: The element that says so.
        heading: 1 to 6 inside a heading, otherwise 0.
        block: The block element that holds its first run.
        chosen: Share of its characters that the library took for the article's.
        linked: Share of its characters inside links.
        preformatted: Whether its blanks are to be kept.
    """

    numbers: tuple[int, ...]
    role: MarkupRole | None
    root: HtmlElement | None
    heading: int
    block: HtmlElement
    chosen: float
    linked: float
    preformatted: bool


class _Fact(msgspec.Struct, frozen=True):
    """What holds for all text directly in one element."""

    role: MarkupRole | None
    root: HtmlElement | None
    heading: int
    linked: bool
    preformatted: bool


class _Facts:
    """What the elements of one page say, each asked once."""

    def __init__(self, roles: Roles, misleading: frozenset[HtmlElement] = frozenset()) -> None:
        self._roles = roles
        self._misleading = misleading
        self._seen: dict[str, MarkupRole | None] = {}
        self._own: dict[HtmlElement, MarkupRole | None] = {}
        self._facts: dict[HtmlElement, _Fact] = {}

    def own_role(self, element: HtmlElement) -> MarkupRole | None:
        if element not in self._own:
            self._own[element] = self._roles.of(element, self._seen)
        return self._own[element]

    def without(self, misleading: Iterable[HtmlElement]) -> "_Facts":
        """The same page with the names of some elements passed over."""
        other = _Facts(self._roles, frozenset(misleading))
        other._own = self._own
        return other

    def of(self, element: HtmlElement) -> _Fact:
        climb: list[HtmlElement] = []
        at: HtmlElement | None = element
        while at is not None and at not in self._facts:
            climb.append(at)
            at = at.getparent()
        fact = _Fact(None, None, 0, False, False) if at is None else self._facts[at]
        for inner in reversed(climb):
            role, root = fact.role, fact.root
            if role not in _FINAL and inner not in self._misleading and (own := self.own_role(inner)):
                if role is None or own in _FINAL:
                    role, root = own, inner
            elif role != "hidden" and self.own_role(inner) == "hidden" and inner not in self._misleading:
                role, root = "hidden", inner
            tag = str(inner.tag)
            fact = _Fact(
                role, root, _HEADINGS.get(tag, fact.heading), fact.linked or tag == "a", fact.preformatted or tag == "pre"
            )
            self._facts[inner] = fact
        return fact


def html_lines(
    runs: Sequence[TextRun], holders: Sequence[HtmlElement | None], chosen: frozenset[int], roles: Roles
) -> tuple[HtmlLine, ...]:
    """The visible lines of a page in order; runs that the tree does not have, or that no reader sees, are left out."""
    facts = _Facts(roles)
    facts = facts.without(_misleading(runs, holders, chosen, facts))
    lines: list[HtmlLine] = []
    held: list[tuple[int, HtmlElement, _Fact]] = []
    for number, run in enumerate(runs):
        if run.new_line and held:
            lines.append(_line(held, runs, chosen))
            held = []
        holder = holders[number]
        if holder is None:
            continue
        fact = facts.of(holder)
        if fact.role != "hidden" or number in chosen:
            held.append((number, holder, fact))
    if held:
        lines.append(_line(held, runs, chosen))
    return tuple(lines)


def enclosing(element: HtmlElement) -> Iterable[HtmlElement]:
    """The element and all those around it, innermost first."""
    at: HtmlElement | None = element
    while at is not None:
        yield at
        at = at.getparent()


def _misleading(
    runs: Sequence[TextRun], holders: Sequence[HtmlElement | None], chosen: frozenset[int], facts: _Facts
) -> set[HtmlElement]:
    """Named elements around more than half of the article."""
    total = 0
    under: dict[HtmlElement, int] = {}
    for number in chosen:
        if number >= len(runs) or (holder := holders[number]) is None:
            continue
        length = runs[number].end - runs[number].start
        total += length
        for element in enclosing(holder):
            if facts.own_role(element):
                under[element] = under.get(element, 0) + length
    return {element for element, length in under.items() if length > _ARTICLE_SHARE * total}


def _line(held: Sequence[tuple[int, HtmlElement, _Fact]], runs: Sequence[TextRun], chosen: frozenset[int]) -> HtmlLine:
    lengths = [runs[number].end - runs[number].start for number, _, _ in held]
    total = sum(lengths)
    longest = max(range(len(held)), key=lengths.__getitem__)
    fact = held[longest][2]
    block = next((e for e in enclosing(held[0][1]) if e.tag not in _INLINE), held[0][1])
    return HtmlLine(
        numbers=tuple(number for number, _, _ in held),
        role=fact.role,
        root=fact.root,
        heading=max(f.heading for _, _, f in held),
        block=block,
        chosen=sum(n for n, (number, _, _) in zip(lengths, held, strict=True) if number in chosen) / total,
        linked=sum(n for n, (_, _, f) in zip(lengths, held, strict=True) if f.linked) / total,
        preformatted=fact.preformatted,
    )
