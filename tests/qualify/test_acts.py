import pytest

from counterclaim.kit import Kit
from counterclaim.qualify.stage import qualify
from counterclaim.values.attribution import Firmness
from tests.built import built

pytestmark = pytest.mark.model


def firmness(marked: str, kit: Kit) -> dict[str, Firmness]:
    return {f.statement: f for f in qualify(built(marked, kit), kit).firmness}


ACTS = [
    ("[source|The mayor] [cue|said] [content|that the bridge was closed].", "states"),
    ("[source|The palace] [cue|denied] [content|any part in the raid].", "denies"),
    ("[source|The army] [cue|confirmed] [content|that the fort had fallen].", "confirms"),
    ("[source|The army] [cue|did not confirm] [content|that the fort had fallen].", "other"),
    ("[source|The army] [cue|refused to confirm] [content|that the fort had fallen].", "other"),
    ("[source|Lenn] [cue|accused] [content|Varnia of shelling the port].", "accuses"),
    ("[source|The council] [cue|does not believe] [content|that the fort had fallen].", "doubts"),
    ("[source|The guard] [cue|asked]: [content|“Who goes there?”]", "asks"),
    ("[content|“What did you do to the well?”] [source|he] [cue|said].", "asks"),
    ("[source|The captain] [cue|said] [content|that these charges are not true].", "denies"),
    ("[source|Varnia] [cue|said] [content|it had nothing to do with the raid].", "denies"),
    ("[source|Varnia] [cue|said] [content|its guns did not shell the market].", "denies"),
    ("[source|She] [cue|said] [content|such stories were “entirely fabricated”].", "denies"),
    ("[source|The envoy] [cue|said] [content|the northern army was to blame].", "accuses"),
    ("[source|The envoy] [cue|said] [content|the northern army was not to blame].", "denies"),
    ("[source|The envoy] [cue|said] [content|that proof “must be shown”].", "demands"),
    ("[source|The league] [cue|said] [content|the shell probably came from the north].", "believes"),
    ("[source|The league] [cue|said] [content|the shell came from the north].", "states"),
    ("[content|“No, you are not burning villages!”] [source|she] [cue|replied].", "denies"),
    ("[content|The report is false], [2:source|the captain] [2:cue|claims] and [2:content|the rest too].", "denies"),
]


@pytest.mark.parametrize(("marked", "act"), ACTS)
def test_act(marked: str, act: str, kit: Kit) -> None:
    assert firmness(marked, kit)["a1"].act == act


def test_a_denial_inside_is_its_own_speakers(kit: Kit) -> None:
    found = firmness(
        "[source|The paper] [cue|reported] [content|that [2:source|the palace] [2:cue|said] [2:content|the tape is false]].",
        kit,
    )
    assert (found["a1"].act, found["a2"].act) == ("states", "denies")


def test_a_negation_in_the_content_before_leaves_the_cue_alone(kit: Kit) -> None:
    found = firmness(
        "[source|He] [cue|said] [content|that this was not true], [2:cue|adding] [2:content|that the road was open].", kit
    )
    assert found["a2"].act == "states"


DISTANCES = [
    ("[source|The mayor] [cue|said] [content|that the bridge was closed].", "neutral"),
    ("[source|The mayor] [cue|claimed] [content|that the bridge was closed].", "distancing"),
    ("[source|The mayor] [cue|revealed] [content|that the bridge was closed].", "endorsing"),
    ("[source|The mayor] falsely [cue|said] [content|that the bridge was closed].", "distancing"),
    ("[source|The mayor] [cue|said], without evidence, [content|that the bridge was closed].", "distancing"),
    ("[source|The so-called governor] [cue|said] [content|that the bridge was closed].", "distancing"),
    ("[source|The mayor] “[cue|confirmed]” [content|that the bridge was closed].", "distancing"),
    ("[source|The mayor] rightly [cue|said] [content|that the bridge was closed].", "endorsing"),
    ("[source|The mayor] [cue|said] [content|the so-called governor had left].", "neutral"),
]


@pytest.mark.parametrize(("marked", "distance"), DISTANCES)
def test_distance(marked: str, distance: str, kit: Kit) -> None:
    assert firmness(marked, kit)["a1"].distance == distance
