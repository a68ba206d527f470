import pytest

from counterclaim.kit import Kit
from counterclaim.qualify.stage import qualify
from tests.built import built

pytestmark = pytest.mark.model


def hedges(marked: str, kit: Kit) -> dict[str, list[str]]:
    page = built(marked, kit)
    return {f.statement: [h.words(page.text) for h in f.hedges] for f in qualify(page, kit).firmness}


CASES = [
    ("[source|Lenn] [cue|said] [content|up to 40 men may have drowned].", ["may have"]),
    ("[source|Lenn] [cue|said] [content|40 men drowned in May].", []),
    ("[source|Lenn] [cue|said] [content|40 men drowned on 9 May].", []),
    ("[source|Lenn] [cue|said] [content|the might of the fleet was broken].", []),
    ("[source|Lenn] [cue|said] [content|two rockets, reportedly northern, hit the mill].", ["reportedly"]),
    ("[source|Lenn] reportedly [cue|said] [content|that the mill was hit].", ["reportedly"]),
    ("[source|Lenn] [cue|said] [content|the true toll is thought to be higher].", ["is thought to"]),
    ("[source|Lenn] [cue|said] [content|they had to leave as soon as possible].", []),
    ("[source|Lenn] [cue|said] [content|they were supposed to leave].", []),
    ("[source|Lenn] [cue|said] [content|by preliminary data ten had drowned].", ["preliminary data"]),
    ("[source|Lenn] [cue|said] [content|the mill was hit]. Perhaps it was.", []),
]


@pytest.mark.parametrize(("marked", "words"), CASES)
def test_hedges(marked: str, words: list[str], kit: Kit) -> None:
    assert hedges(marked, kit)["a1"] == words


def test_a_hedge_inside_belongs_to_the_inner_statement(kit: Kit) -> None:
    found = hedges(
        "[source|The Quay] [cue|reported] [content|that [2:source|Lenn] [2:cue|said] [2:content|ten may have drowned]].", kit
    )
    assert found == {"a1": [], "a2": ["may have"]}


def test_a_hedge_in_another_clause_is_not_the_cues(kit: Kit) -> None:
    found = hedges("The mill was apparently hit, but [source|Lenn] [cue|said] [content|that the mill was whole].", kit)
    assert found["a1"] == []
