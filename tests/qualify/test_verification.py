import pytest

from counterclaim.kit import Kit
from counterclaim.qualify.stage import qualify
from counterclaim.values.finding import Verification
from tests.built import built

pytestmark = pytest.mark.model


def verification(marked: str, kit: Kit) -> tuple[Verification, ...]:
    return qualify(built(marked, kit), kit).verification


KINDS = [
    ("The Quay could not independently verify the report.", "not_verified"),
    ("It was not immediately possible to verify the claim.", "not_verified"),
    ("None of these claims have been independently verified.", "not_verified"),
    ("The number of dead could not be immediately confirmed.", "not_verified"),
    ("There was no independent confirmation of the raid.", "not_verified"),
    ("The authenticity of the tape has not been established.", "not_verified"),
    ("It is still unclear who fired the shell.", "not_verified"),
    ("She blamed the north without offering any proof.", "not_verified"),
    ("The ministry has not presented any evidence.", "not_verified"),
    ("Two reporters of the Quay at the mill saw ten coffins.", "verified"),
    ("The Quay verified the footage.", "verified"),
    ("The Quay was able to confirm the location of the clip.", "verified"),
    ("The date was confirmed by satellite images.", "verified"),
    ("Satellite images show a crater beside the mill.", "evidence_supports"),
    ("The group reviewed dozens of videos of the raid.", "evidence_supports"),
    ("Investigators found fragments of a northern rocket.", "evidence_supports"),
    ("The damage is consistent with a mortar, an expert said.", "evidence_supports"),
    ("The damage is not consistent with a mortar, an expert said.", "evidence_contradicts"),
    ("The league found no evidence of a rocket.", "evidence_contradicts"),
    ("These accusations are “not supported by any evidence”.", "evidence_contradicts"),
    ("The analysis shows that the north was not responsible.", "evidence_contradicts"),
    ("The footage appears to contradict the army's account.", "evidence_contradicts"),
    ("Proof of this “must be voiced and shown”, he said.", "evidence_demanded"),
    ("The league called for an independent investigation.", "evidence_demanded"),
    ("The envoy urged Varnia to hand over its evidence.", "evidence_demanded"),
    ("The army barred independent investigators from the valley.", "access_denied"),
    ("Monitors were denied entry to the valley.", "access_denied"),
    ("Varnia does not let foreign journalists into the valley.", "access_denied"),
    ("Inspectors have not been given access to the mill.", "access_denied"),
]


@pytest.mark.parametrize(("sentence", "kind"), KINDS)
def test_kind(sentence: str, kind: str, kit: Kit) -> None:
    assert [v.kind for v in verification(sentence, kit)] == [kind]


SILENT = [
    "Shops must verify the age of buyers.",
    "It is unclear whether the council will agree.",
    "He wrote it on his verified account.",
    "Students were denied access to the library.",
    "Her votes are consistent with her promises.",
    "The army neither confirmed nor denied the raid.",
    "The mayor refused to confirm the raid.",
    "Not only was the road closed, but so was the bridge.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_nothing_on_verification(sentence: str, kit: Kit) -> None:
    assert verification(sentence, kit) == ()


def test_a_sentence_of_two_kinds_is_split_at_its_clauses(kit: Kit) -> None:
    marked = "Nobody can visit the site, but the analysis suggests that a shell hit the mill."
    first, second = verification(marked, kit)
    assert (first.kind, second.kind) == ("access_denied", "evidence_supports")
    assert first.end <= second.start


def test_a_standing_disclaimer_is_found_outside_the_article(kit: Kit) -> None:
    marked = "{body}The mill was hit.\n{disclaimer}Claims are made online. We cannot independently verify all statements.\n"
    (found,) = verification(marked, kit)
    assert (found.kind, found.about) == ("not_verified", ())
    assert verification("{body}The mill was hit.\n{comment}We cannot verify that.\n", kit) == ()


def test_by_is_the_subject_or_the_agent(kit: Kit) -> None:
    (active,) = verification("[s1.mention|The Quay] could not verify what [s2.mention|Lenn] said.", kit)
    (passive,) = verification("What [s2.mention|Lenn] said could not be verified by [s1.mention|the Quay].", kit)
    (nobody,) = verification("What [s2.mention|Lenn] said could not be verified.", kit)
    assert (active.by, passive.by, nobody.by) == ("s1", "s1", None)


def test_by_is_the_speaker_where_the_words_are_spoken(kit: Kit) -> None:
    (found,) = verification("[content|“There is no evidence of a raid,”] [s3.source|Lenn] [cue|said].", kit)
    assert found.by == "s3"


def test_about_looks_back_only_where_the_text_points_back(kit: Kit) -> None:
    claims = "[s1.source|Lenn] [cue|said] [content|ten men drowned]. [s2.2:source|Ovar] [2:cue|said] [2:content|two did]. "
    (both,) = verification(claims + "Neither account could be verified.", kit)
    (last,) = verification(claims + "The Quay could not verify this claim.", kit)
    (none,) = verification(claims + "It is unclear who fired first.", kit)
    assert (both.about, last.about, none.about) == (("a1", "a2"), ("a2",), ("a2",))


def test_about_is_what_others_say_in_the_same_sentence(kit: Kit) -> None:
    marked = "[s1.source|Lenn] [cue|denied] [content|the raid], but [s2.mention|the league] found no proof that backs Lenn."
    (found,) = verification(marked, kit)
    assert (found.kind, found.by, found.about) == ("evidence_contradicts", "s2", ("a1",))
