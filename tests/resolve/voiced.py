"""Small documents with attributions marked by hand, and what the resolve stage should find in them."""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from counterclaim.kit import Kit
from counterclaim.resolve.stage import resolve
from counterclaim.values.attribution import Mode
from counterclaim.values.page import Found, Page
from counterclaim.values.party import Source
from counterclaim.values.span import Span
from tests.built import built

QUOTES = '“”"«»'


class Voiced(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One case: the marked text, and what is expected of its attributions in order."""

    strength: Literal["must", "should"]
    text: str
    voices: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    anonymity: tuple[str, ...] = ()
    via: tuple[tuple[str, ...], ...] = ()
    author: str | None = None
    outlet: str | None = None

    def __str__(self) -> str:
        return f"{self.strength}-{built(self.text).text[:40]}"


def load(path: Path) -> tuple[Voiced, ...]:
    """The cases of a gold file."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8"))["case"], tuple[Voiced, ...])


def page_of(case: Voiced, kit: Kit) -> Page:
    """The case as a page whose statements are the marked ones."""
    page = built(case.text, kit)
    document = msgspec.structs.replace(page.document, author=case.author, outlet=case.outlet)
    statements = tuple(msgspec.structs.replace(s, mode=_mode(page.text, s.content)) for s in page.found.statements)
    return Page(document=document, clean=page.clean, parse=page.parse, found=Found(statements=statements))


def wrong(case: Voiced, kit: Kit) -> list[str]:
    """What the stage finds otherwise than the case says, in words; empty if nothing."""
    read = page_of(case, kit)
    found = resolve(read, kit)
    sources = {s.id: s for s in found.sources}
    voices = [sources.get(v.source_id or "") for v in found.voices]
    chains = {c.statement: [r.name + (f"/{r.medium}" if r.medium else "") for r in c.via] for c in found.chains}
    got: dict[str, list[object]] = {
        "voices": [v.name if v else "" for v in voices],
        "kinds": [_of(v, "kind") for v in voices],
        "sides": [_of(v, "side") for v in voices],
        "roles": [_of(v, "role") for v in voices],
        "anonymity": [_of(v, "anonymity") for v in voices],
        "via": [chains.get(s.id, []) for s in read.found.statements],
    }
    faults = []
    for name, values in got.items():
        want = [list(w) if isinstance(w, tuple) else w for w in getattr(case, name)]
        if want and not (_folded(want) == _folded(values) if name == "voices" else want == values):
            faults.append(f"{name}: expected {want}, found {values}")
    return faults


def _of(source: Source | None, name: str) -> object:
    return getattr(source, name) if source else None


def _folded(names: list[object]) -> list[str]:
    return [str(n).casefold().replace("’", "'") for n in names]


def _mode(text: str, content: tuple[Span, ...]) -> Mode:
    words = [s.words(text) for s in content]
    if all(w[:1] in QUOTES and w[-1:] in QUOTES for w in words):
        return "direct"
    return "mixed" if any(q in w for w in words for q in QUOTES) else "indirect"
