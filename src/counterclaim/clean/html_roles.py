"""What the names in markup (class, id, itemprop ...) say of the text under an element."""

import re
from typing import Literal

from lxml.html import HtmlElement

from counterclaim.kit import Kit
from counterclaim.lexicon.load import Entry, entries
from counterclaim.values.text import ZoneKind

MarkupRole = ZoneKind | Literal["hidden"]
_ATTRIBUTES = frozenset({"class", "id", "itemprop", "rel", "role", "data-component"})
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-z0-9]+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class RoleEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of text and the markup it is known by; ``example`` and ``counter`` are start tags.

    Attributes:
        zone: What the text is; ``hidden`` if a reader never sees it.
        tags: Elements that say so.
        names: Words of class, id and the like that say so, lower case, joined by hyphens.
    """

    zone: MarkupRole
    tags: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Roles:
    """The compiled list. Holds nothing of any page."""

    def __init__(self, listed: tuple[RoleEntry, ...]) -> None:
        self._tags = {tag: entry.zone for entry in reversed(listed) for tag in entry.tags}
        self._names: dict[str, list[tuple[int, tuple[str, ...], MarkupRole]]] = {}
        for rank, entry in enumerate(listed):
            for name in entry.names:
                first, *rest = name.split("-")
                self._names.setdefault(first, []).append((rank, tuple(rest), entry.zone))

    def of(self, element: HtmlElement, seen: dict[str, MarkupRole | None]) -> MarkupRole | None:
        """What the element's own tag and names say; None if nothing. ``seen`` keeps the answers for names of one page."""
        values: list[str] = []
        for name, value in element.attrib.items():
            if name == "hidden" or (name == "style" and _UNSEEN.search(value)):
                return "hidden"
            if name in _ATTRIBUTES:
                values.append(value)
        by_tag = self._tags.get(element.tag)
        if by_tag is not None:
            return by_tag
        names = " ".join(values)
        if names not in seen:
            seen[names] = self.named(names)
        return seen[names]

    def named(self, names: str) -> MarkupRole | None:
        """What the words of class, id and the like say; None if nothing."""
        words = _WORD.findall(_CAPITAL.sub(" ", names).lower())
        best: tuple[int, MarkupRole] | None = None
        for at, word in enumerate(words):
            for rank, rest, zone in self._names.get(word, ()):
                if (best is None or rank < best[0]) and tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                    best = rank, zone
        return best[1] if best else None


def open_roles(kit: Kit) -> Roles:
    """The list ``lexicon/markup/roles.toml``, the same for all languages; compiled once per kit.

    Raises:
        LexiconError: If the list is faulty.
    """
    return kit.once("markup roles", _load)


def _load() -> Roles:
    return Roles(entries("markup", "roles", RoleEntry))
