"""Every entry of every word list: its example fires, its counter-example does not, and no two contradict each other."""

import tomllib
from importlib.resources import files

import pytest

from counterclaim.kit import LANGUAGES, Kit
from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.load import names, raw
from tests.lexicon.firing import ELSEWHERE, Table, as_phrase, firing, matches

FOLDERS = sorted(f.name for f in files("counterclaim.lexicon").iterdir() if f.is_dir() and names(f.name))
LISTS = [(folder, name) for folder in FOLDERS for name in names(folder)]
SENSES = frozenset({"attribution_words", "determiners", "persons", "prepositions"})
"""Lists in which one word may have several senses, each with its own rule."""


def tables(folder: str, name: str) -> list[Table]:
    return list(tomllib.loads(raw(folder, name)).get("entry", []))


def called(entry: Table) -> str:
    return str(next(iter(entry.values())))


@pytest.mark.parametrize(("folder", "name"), LISTS)
def test_every_entry_says_where_it_comes_from(folder: str, name: str) -> None:
    entries = tables(folder, name)
    assert entries
    for entry in entries:
        for field in ("example", "counter", "source"):
            assert str(entry.get(field, "")).strip(), (called(entry), field)
        assert entry["example"] != entry["counter"], called(entry)


@pytest.mark.model
@pytest.mark.parametrize(("folder", "name"), [(f, n) for f, n in LISTS if n not in ELSEWHERE])
def test_examples_fire_and_counters_do_not(folder: str, name: str, kit: Kit) -> None:
    def pack() -> LanguagePack:
        return kit.pack(folder if folder in LANGUAGES else "en")

    entries = tables(folder, name)
    fire = firing(folder, name, entries)
    silent = [f"{called(e)}: {e['example']}" for n, e in enumerate(entries) if not fire(entries, n, e["example"], pack)]
    loud = [f"{called(e)}: {e['counter']}" for n, e in enumerate(entries) if fire(entries, n, e["counter"], pack)]
    assert not silent, "examples that do not fire"
    assert not loud, "counter-examples that fire"


@pytest.mark.parametrize(("folder", "name"), [(f, n) for f, n in LISTS if n not in SENSES])
def test_no_two_entries_contradict(folder: str, name: str) -> None:
    entries = [e for e in tables(folder, name) if "phrase" in e]
    for one in entries:
        found = matches((as_phrase(one),), one["example"])
        for other in entries:
            if other["category"] == one["category"]:
                continue
            same = {span for _, span in matches((as_phrase(other),), one["example"])} & {span for _, span in found}
            assert not same, f"{called(one)} ({one['category']}) and {called(other)} ({other['category']}): {one['example']}"
