"""The kit: languages, word lists and models, opened once and passed to every stage."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.load import fingerprint as lexicon_fingerprint
from counterclaim.values.digest import content_digest

T = TypeVar("T")


def _open_english() -> LanguagePack:
    from counterclaim.language.english import open_english

    return open_english()


def _open_russian() -> LanguagePack:
    from counterclaim.language.russian import open_russian

    return open_russian()


def _open_ukrainian() -> LanguagePack:
    from counterclaim.language.ukrainian import open_ukrainian

    return open_ukrainian()


LANGUAGES: dict[str, Callable[[], LanguagePack]] = {"en": _open_english, "ru": _open_russian, "uk": _open_ukrainian}
"""The languages that can be read, by ISO 639-1 code. A further language is a line here and its pack."""


class Kit:
    """What stages need beside the page. Packs open when first asked for, so that ``--help`` loads no model.

    Attributes:
        fallback: The language whose pack reads documents in a language that has none.
    """

    fallback = "en"

    def __init__(self, openers: dict[str, Callable[[], LanguagePack]] | None = None) -> None:
        self._openers = LANGUAGES if openers is None else openers
        self._packs: dict[str, LanguagePack] = {}
        self._kept: dict[str, object] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that have a pack."""
        return tuple(self._openers)

    def reads(self, language: str) -> bool:
        """Whether ``language`` has a pack of its own."""
        return language in self._openers

    def pack(self, language: str) -> LanguagePack:
        """The pack for ``language``; the fallback's where it has none (the runner says so as a problem)."""
        code = language if self.reads(language) else self.fallback
        if code not in self._packs:
            self._packs[code] = self._openers[code]()
        return self._packs[code]

    def once(self, key: str, make: Callable[[], T]) -> T:
        """What ``make`` returns, made the first time ``key`` is asked for: what depends on no language."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]  # type: ignore[return-value]  # one key, one maker

    def fingerprint(self, stages: Iterable[tuple[str, int]]) -> str:
        """A digest of word lists, analyzers and stage versions of the languages opened so far."""
        parts: list[str | int] = []
        for code in sorted(self._packs):
            parts += [code, self._packs[code].version, lexicon_fingerprint(code)]
        for name, version in stages:
            parts += [name, version]
        return content_digest(*parts)


def open_kit() -> Kit:
    """A kit with all languages this installation has."""
    return Kit()
