"""Reading without a parse: English with its relations taken away, and Russian with a few cues of our own."""

import msgspec
import pytest

from counterclaim.attribute.detect import detect
from counterclaim.attribute.link import link
from counterclaim.kit import Kit, Language
from counterclaim.language.pack import LanguagePack
from counterclaim.language.russian import open_russian
from counterclaim.lexicon.cues import CueEntry
from counterclaim.lexicon.phrases import PhraseEntry
from counterclaim.values.attribution import Statement
from counterclaim.values.page import Page
from counterclaim.values.syntax import Parse
from tests.attribute.reading import page_of, statements_of

pytestmark = pytest.mark.model


def unparsed(page: Page) -> Page:
    tokens = tuple(msgspec.structs.replace(t, dep="", head=n) for n, t in enumerate(page.parse.tokens))
    return msgspec.structs.replace(page, parse=Parse.of(tokens, page.parse.sentences))


def words(statement: Statement, text: str) -> tuple[str, str, str]:
    joined = [" … ".join(s.words(text) for s in spans) for spans in (statement.source, statement.cue, statement.content)]
    return joined[0], joined[1], joined[2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ministry said that the bridge was mined.", ("The ministry", "said", "that the bridge was mined")),
        ("“The bridge is gone,” said Mayor Ilan Dorev.", ("Mayor Ilan Dorev", "said", "“The bridge is gone,”")),
        ("“The bridge is gone,” he said.", ("he", "said", "“The bridge is gone,”")),
        ("The bridge was mined, the governor said.", ("the governor", "said", "The bridge was mined")),
        ("According to the governor, nine houses burned.", ("the governor", "According to", "nine houses burned")),
        ("The king promised to free the prisoners.", ("The king", "promised", "to free the prisoners")),
        ("Dorev said: “The bridge is gone.”", ("Dorev", "said", "“The bridge is gone.”")),
        ("The ministry has never denied that nine died.", ("The ministry", "has never denied", "that nine died")),
    ],
)
def test_english_without_relations(text: str, found: tuple[str, str, str], kit: Kit) -> None:
    page = unparsed(page_of(text, kit))
    (statement,) = link(detect(page, kit), page, kit)
    assert words(statement, text) == found


def cue(lemma: str, **fields: object) -> CueEntry:
    table = {"lemma": lemma, "kind": "verb", "frames": ["clause", "quote"], "example": "", "counter": "", "source": ""}
    return msgspec.convert(table | fields, CueEntry)


def small(phrase: str, category: str) -> PhraseEntry:
    return PhraseEntry(phrase=phrase, category=category, example="", counter="", source="")


CUES = (
    cue("сказать"),
    cue("сообщить"),
    cue("заявить"),
    cue("добавить"),
    cue("писать"),
    cue("отвергнуть", frames=["np"]),
    cue("обвинить", frames=[], preps=["в"], object="target"),
    cue("заявление", kind="noun", frames=["clause"], anonymous=True),
    cue("по слово", kind="preposition", frames=["np"], source_case="Gen"),
)
SMALL = (
    small("что", "complementizer"),
    small("как", "lead-in"),
    small("в", "seat preposition"),
    small("и", "joining"),
)


def open_small_russian() -> LanguagePack:
    """Russian with the cues above, whatever its own lists hold."""
    pack = open_russian()
    pack.once("entries cues", lambda: CUES)
    pack.once("entries attribution_words", lambda: SMALL)
    return pack


@pytest.fixture(scope="module")
def russian() -> Kit:
    return Kit({"ru": Language(module=__name__, opener="open_small_russian", packages=())})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("«Моста больше нет», — сказал мэр Илан Дорев.", ("мэр Илан Дорев", "сказал", "«Моста больше нет»")),
        ("Мост разрушен, сообщил губернатор Тарнской области.", ("губернатор Тарнской области", "сообщил", "Мост разрушен")),
        ("Губернатор заявил, что мост разрушен.", ("Губернатор", "заявил", "что мост разрушен")),
        ("По словам губернатора, погибли девять человек.", ("губернатора", "По словам", "погибли девять человек")),
        ("Дорев сказал: «Моста больше нет».", ("Дорев", "сказал", "«Моста больше нет»")),
        ("Армия обвинила соседей в обстреле порта.", ("Армия", "обвинила", "соседей в обстреле порта")),
        ("В штабе добавили, что мост цел.", ("штабе", "добавили", "что мост цел")),
        ("Как пишет газета, мост разрушен.", ("газета", "пишет", "мост разрушен")),
    ],
)
def test_russian(text: str, found: tuple[str, str, str], russian: Kit) -> None:
    (statement,) = statements_of(page_of(text, russian, language="ru"), russian)
    assert words(statement, text) == found
