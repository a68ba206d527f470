"""What the names in markup (class, id, itemprop ...) say of the text under an element."""

import re
from typing import Literal

from lxml.html import HtmlElement

from counterclaim.kit import Kit
from counterclaim.lexicon.load import Entry, entries
from counterclaim.values.text import ZoneKind

MarkupRole = ZoneKind | Literal["hidden"]
_ATTRIBUTES = ("class", "id", "itemprop", "rel", "role", "data-component")
_BREAK = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9\s]+")
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
        self._names = tuple(
            (entry.zone, re.compile(r"(?<![a-z0-9])(?:" + "|".join(map(re.escape, entry.names)) + r")(?![a-z0-9])"))
            for entry in listed
            if entry.names
        )

    def of(self, element: HtmlElement) -> MarkupRole | None:
        """What the element's own tag and names say; None if nothing."""
        if element.get("hidden") is not None or _UNSEEN.search(element.get("style") or ""):
            return "hidden"
        by_tag = self._tags.get(str(element.tag))
        if by_tag is not None:
            return by_tag
        values = [value for name in _ATTRIBUTES if (value := element.get(name))]
        return self.named(" ".join(values)) if values else None

    def named(self, names: str) -> MarkupRole | None:
        """What the words of class, id and the like say; None if nothing."""
        plain = _BREAK.sub("-", names).lower()
        for zone, expression in self._names:
            if expression.search(plain):
                return zone
        return None


def open_roles(kit: Kit) -> Roles:
    """The list ``lexicon/markup/roles.toml``, the same for all languages; compiled once per kit.

    Raises:
        LexiconError: If the list is faulty.
    """
    return kit.once("markup roles", _load)


def _load() -> Roles:
    return Roles(entries("markup", "roles", RoleEntry))
