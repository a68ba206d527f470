"""Which language a document is in."""

import unicodedata
from collections import Counter
from typing import Protocol

from counterclaim.kit import Kit

SAMPLE = 1500
"""Code points looked at: more do not change the answer and cost time."""
SURE = 0.6
"""Above this probability the identifier is believed outright (chosen on single headlines, where it errs below it)."""
ENOUGH = 200
"""Letters from which a text says more about its language than the ``lang`` of the page that holds it."""
_FEW = 3
"""With fewer letters than this a text has no language."""
_DECIDING = 20
"""Letters from which on a few words can be told from the language around them."""
_CONTRADICTED = 0.2
"""A language is contradicted where less than this share of the letters is of its script."""

_SCRIPTS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "ky", "tg", "ab", "os", "tt", "ba", "cv"), frozenset({"CYRILLIC"})),
    **dict.fromkeys(("sr", "kk", "mn", "uz", "az", "tk"), frozenset({"CYRILLIC", "LATIN"})),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ug", "sd"), frozenset({"ARABIC"})),
    **dict.fromkeys(("he", "yi"), frozenset({"HEBREW"})),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), frozenset({"DEVANAGARI"})),
    "ku": frozenset({"ARABIC", "LATIN"}),
    "zh": frozenset({"CJK"}),
    "ja": frozenset({"CJK", "HIRAGANA", "KATAKANA"}),
    "ko": frozenset({"HANGUL", "CJK"}),
    "el": frozenset({"GREEK"}),
    "ka": frozenset({"GEORGIAN"}),
    "hy": frozenset({"ARMENIAN"}),
    "am": frozenset({"ETHIOPIC"}),
    "bn": frozenset({"BENGALI"}),
    "th": frozenset({"THAI"}),
    "ta": frozenset({"TAMIL"}),
    "te": frozenset({"TELUGU"}),
    "my": frozenset({"MYANMAR"}),
    "km": frozenset({"KHMER"}),
    "lo": frozenset({"LAO"}),
    "si": frozenset({"SINHALA"}),
    "bo": frozenset({"TIBETAN"}),
}
"""Scripts by first word of their Unicode character names; a language not listed is written in Latin letters."""

_LETTERS: dict[str, str] = {"ru": "ыэъё", "uk": "іїєґ", "be": "ў", "sr": "јђћџљњ", "mk": "ѓќѕј", "kk": "әғқңөұүһ"}
"""Letters that a text of some length in this language has, and its neighbours lack; the orthographies' alphabets."""


class Identifier(Protocol):
    """What ranks languages for a text, by ISO 639-1 code with a probability, best first."""

    def rank(self, text: str) -> list[tuple[str, float]]:
        """All languages, best first."""


def language_of(text: str, kit: Kit, *, hint: str | None = None, page: str | None = None) -> str:
    """The ISO 639-1 code of the language of ``text``.

    Args:
        text: The article's text, without furniture if that is known.
        kit: Languages it reads win where the text is too short to tell.
        hint: What the record or the user says. Believed, unless the text's script contradicts it.
        page: What an HTML page's ``lang`` says. Believed only for short texts: templates are often wrong.

    Returns:
        ``und`` where the text has no letters to tell by.
    """
    sample = text[:SAMPLE]
    scripts = _scripts(sample)
    letters = sum(scripts.values())
    told = _code(hint)
    if told and (letters < _FEW or _fits(told, scripts)):
        return told
    if letters < _FEW:
        return _code(page) or "und"
    declared = _code(page)
    if declared and letters < ENOUGH and _fits(declared, scripts):
        return declared
    return _identify(sample, scripts, kit)


def decided_language(text: str, kit: Kit, own: str) -> str:
    """The language of a few words inside a document in ``own``: that one, unless script or letters decide otherwise.

    A language of the same script is taken where letters stand that ``own`` lacks, and none that only ``own`` has.
    """
    scripts = _scripts(text)
    if sum(scripts.values()) < _DECIDING:
        return own
    if not _fits(own, scripts):
        return _identify(text[:SAMPLE], scripts, kit)
    present = set(text.casefold())
    if own not in _LETTERS or present & set(_LETTERS[own]):
        return own
    return next((code for code in kit.languages if code != own and present & set(_LETTERS.get(code, ""))), own)


def _identify(sample: str, scripts: Counter[str], kit: Kit) -> str:
    """The identifier's answer; if it is not sure, its best one in a language that the kit reads, where that is near."""
    ranked = [(code, share) for code, share in open_identifier(kit).rank(sample) if _fits(code, scripts)]
    if not ranked:
        return "und"
    best, share = ranked[0]
    if share >= SURE:
        return best
    present = set(sample.casefold())
    lettered = [code for code, letters in _LETTERS.items() if present & set(letters)]
    near = [code for code, other in ranked[:5] if other >= share / 3 and (not lettered or code in lettered)]
    return next((code for code in near if kit.reads(code)), near[0] if near else best)


def open_identifier(kit: Kit) -> Identifier:
    """py3langid's model (140 languages, 2 MB, offline), restricted to languages with an ISO 639-1 code.

    Opened once per kit, when a text comes whose language is not told.
    """
    return kit.once("language identifier", _load)


def _load() -> Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    loaded: Identifier = identifier
    return loaded


def _scripts(text: str) -> Counter[str]:
    """How many letters of each script."""
    counts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        if char.isalpha():
            counts[unicodedata.name(char, "UNNAMED").split()[0].split("-")[0]] += times
    return counts


def _fits(code: str, scripts: Counter[str]) -> bool:
    """Whether enough letters are of a script that the language is written in."""
    own = _SCRIPTS.get(code, frozenset({"LATIN"}))
    return sum(scripts[script] for script in own) >= _CONTRADICTED * sum(scripts.values())


def _code(name: str | None) -> str | None:
    """``en`` of ``en-US``, ``EN`` or ``en_GB``; None for what is no two-letter code."""
    code = (name or "").strip().replace("_", "-").split("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
