"""Translations, with an embedder that knows which sentences say the same: no model is loaded."""

from collections.abc import Sequence

import numpy as np

from counterclaim.match.account import account
from counterclaim.match.institutions import Meant
from counterclaim.match.origins import origins
from counterclaim.match.roots import Roots
from counterclaim.match.translations import translated_passages
from counterclaim.match.vectors import Vectors
from counterclaim.values.comparison import Origin
from tests.match.dossier import Draft

ENGLISH = (
    "A ferry sank near Port Ordansk on Monday with 214 people on board.",
    "Divers from Velmograd pulled 38 people out of the cold water by noon.",
    "The harbour of Ordansk stays closed until 18 May, the mayor of Velmograd wrote.",
    "“We shall find every one of the 214,” said Mayor Orla Venn of Velmograd.",
)
RUSSIAN = (
    "У порта Орданск в понедельник затонул паром, на борту которого было 214 человек.",
    "Водолазы из Вельмограда к полудню подняли из холодной воды 38 человек.",
    "Гавань Орданска закрыта до 18 мая, написал мэр города Вельмоград.",
    "«Мы найдём каждого из этих 214», — сказала мэр Вельмограда Орла Венн.",
)


class Known:
    """Gives the same vector to the sentences of one row of the table above, others apart."""

    name = "known"

    def embed(self, texts: Sequence[str]) -> Vectors:
        meant = {text: number for row in (ENGLISH, RUSSIAN) for number, text in enumerate(row)}
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for at, text in enumerate(texts):
            rows[at, meant.get(text, 10 + at % 50)] = 1
        return rows


def origins_of(*drafts: Draft) -> dict[str, Origin]:
    accounts = [account(draft.sheet()) for draft in drafts]
    roots = Roots((), {}, lambda name, language: Meant())
    return {o.document: o for o in origins(accounts, translated_passages(accounts, Known()), roots)}


def wire(language: str, sentences: Sequence[str], published: str) -> Draft:
    return Draft(language, "\n".join(sentences), published=published, language=language)


def test_a_translation_is_a_copy_marked_as_such_with_its_reason() -> None:
    found = origins_of(wire("en", ENGLISH, "2031-05-06"), wire("ru", RUSSIAN, "2031-05-05"))
    assert (found["en"].copy_of, found["ru"].copy_of) == ("ru", None)
    assert all(c.translated for c in found["en"].copied)
    assert "another language" in str(found["en"].copy_because) and "later" in str(found["en"].copy_because)


def test_quoting_the_same_statement_in_two_languages_is_no_translation() -> None:
    en = wire("en", ("Budget talks in Velmograd went on until midnight on 3 May, ministers said.", ENGLISH[3]), "2031-05-06")
    ru = wire("ru", ("Дожди в Вельмограде продлятся до 9 мая, сообщили синоптики области.", RUSSIAN[3]), "2031-05-05")
    assert all(o.copy_of is None for o in origins_of(en, ru).values())


def test_other_numbers_are_no_translation() -> None:
    other = [s.replace("214", "190").replace("38", "41").replace("18", "20") for s in RUSSIAN]
    assert all(
        o.copy_of is None for o in origins_of(wire("en", ENGLISH, "2031-05-06"), wire("ru", other, "2031-05-05")).values()
    )


def test_the_same_sentences_in_another_order_are_two_accounts() -> None:
    turned = wire("ru", RUSSIAN[::-1], "2031-05-05")
    assert all(o.copy_of is None for o in origins_of(wire("en", ENGLISH, "2031-05-06"), turned).values())
