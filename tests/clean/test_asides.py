"""Sentences of the article that only begin like furniture stay the article's."""

import pytest

from counterclaim.clean.zones import zone_text
from tests.clean.packs import PACK

PARAGRAPHS = (
    "The ministry of defence of Lorvia said on Tuesday that its forces had taken the village of Marn after two days.",
    "Upland's general staff denied this and said that its soldiers were still holding the northern half of the village.",
    "At least 14 people were killed when a shell hit the market, the governor of the region, Tomas Irin, wrote that evening.",
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The report was published on Monday and says that both armies fired at houses in which people were sleeping.",
        "The author is said to have fled to the Uplands with his family before the ministry could ask him anything.",
        "Video from the village shows smoke over the market, but nobody could say who had filmed it, or when.",
        "More on the wall was spent by the ministry last year than on all the schools of the bay, papers show.",
        "Support for the minister has fallen since the storm, a poll said, though half of the voters still trust him.",
        "Share prices fell by 4 percent after the news, and the bank of Lorvia warned that they would fall further.",
        "Comments on the plan were sparse, and the governor told Reuters that he had expected nothing else.",
        "By Monday evening all boats had left, the harbour master said, and the storm had moved on to the Uplands.",
        "Updated figures show that 300 families have left the village, the United Mission in Lorvia said on Tuesday.",
        "Related families were housed together in the school, said Petra Voss, who runs the shelter in the old port.",
    ],
)
def test_a_sentence_that_begins_like_furniture(sentence: str) -> None:
    text = "\n".join([*PARAGRAPHS[:2], sentence, PARAGRAPHS[2]])
    assert {z.kind for z in zone_text(text, PACK)} == {"body"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Also read: Storm sinks four boats in Port Elin", "related"),
        ("(With inputs from agencies)", "credit"),
        ("Reporting by Ana Brel in Marn; editing by Tom Orr", "credit"),
        ("Sources: Lorvia Press, Bay Herald", "credit"),
        ("Disclaimer: The views expressed here are the author's own.", "disclaimer"),
        ("Photo: Lorvia Press", "caption"),
        ("The market of Marn after the shelling. Credit: Ana Brel/Lorvia Press", "caption"),
        ("Advertisement", "furniture"),
        ("Click here to see the full-size image", "furniture"),
        ("You can follow Ana on Telegram.", "furniture"),
        ('[embedpost slug="/harbour/"]', "furniture"),
        ("Subscribe to our newsletter", "furniture"),
    ],
)
def test_a_line_between_paragraphs(line: str, kind: str) -> None:
    text = "\n".join([*PARAGRAPHS[:2], line, PARAGRAPHS[2]])
    assert [z.kind for z in zone_text(text, PACK)] == ["body", kind, "body"]


def test_a_note_without_a_colon_is_one_at_the_end() -> None:
    text = "\n".join([*PARAGRAPHS, "This story has not been edited by our staff and comes from a syndicated feed."])
    assert [z.kind for z in zone_text(text, PACK)] == ["body", "disclaimer"]
