"""Reads a word list into typed entries, and reports all of its faults at once."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import TypeVar

import msgspec

from counterclaim.errors import LexiconError
from counterclaim.values.digest import content_digest


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry of every word list carries beside its own fields.

    Attributes:
        example: A sentence in which the entry must fire.
        counter: A sentence in which it must not, though it looks alike.
        source: Where the entry comes from: a guideline, a paper, a kind of case.
    """

    example: str
    counter: str
    source: str


E = TypeVar("E", bound=Entry)


def names(language: str) -> tuple[str, ...]:
    """The word lists of ``language``, by name without ``.toml``, sorted; empty where there are none."""
    folder = files("counterclaim.lexicon") / language
    if not folder.is_dir():
        return ()
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


def raw(language: str, name: str) -> str:
    """The word list's TOML; an empty string where the language has none of that name."""
    file = files("counterclaim.lexicon") / language / f"{name}.toml"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def entries(language: str, name: str, kind: type[E]) -> tuple[E, ...]:
    """The ``[[entry]]`` tables of ``lexicon/<language>/<name>.toml`` as values of ``kind``, in file order.

    Raises:
        LexiconError: If the file is no TOML or entries do not fit; the message lists every fault.
    """
    text = raw(language, name)
    if not text:
        return ()
    try:
        tables = tomllib.loads(text).get("entry", [])
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"lexicon/{language}/{name}.toml is no valid TOML: {error}") from error
    found: list[E] = []
    faults: list[str] = []
    for number, table in enumerate(tables, 1):
        try:
            found.append(msgspec.convert(table, kind))
        except msgspec.ValidationError as error:
            faults.append(f"  entry {number} ({next(iter(table.values()), '?')}): {error}")
    if faults:
        raise LexiconError(f"lexicon/{language}/{name}.toml does not fit {kind.__name__}:\n" + "\n".join(faults))
    return tuple(found)


_NAMING = ("forms", "variants", "capitals")


def listed_names(language: str, lists: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """The names and forms that the entries of ``lists`` give, each as its words in lower case."""
    found: set[tuple[str, ...]] = set()
    for name in lists:
        for entry in tomllib.loads(raw(language, name)).get("entry", ()):
            for form in (entry.get("name", ""), *(form for field in _NAMING for form in entry.get(field, ()))):
                found.add(tuple(form.lower().split()))
    return frozenset(found - {()})


def fingerprint(language: str) -> str:
    """A digest of all word lists of ``language``; changes when any word does."""
    return content_digest(*(part for name in names(language) for part in (name, raw(language, name))))
