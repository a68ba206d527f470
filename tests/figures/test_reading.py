"""What a sentence's figures are: value, bound, what is counted. Marked sentences, all invented."""

import pytest

from counterclaim.kit import Kit
from tests.figures.marked import read, rows_of, unmarked

pytestmark = pytest.mark.model

CASES = (
    # bounds, before and behind the number
    "[12 at_least; people killed|At least 12] people were killed and [40 more_than; injured|more than 40] injured.",
    "They killed [30 at_least; villagers killed|30 villagers at the least] and hurt [100 approx; injured|about 100] more.",
    "[50 at_least; people killed|50 people or more] were killed.",
    "[20 at_most; soldiers|As many as 20] soldiers and [5 at_most; tanks|up to five] tanks crossed the river.",
    "[9 less_than; boats|Fewer than nine] boats and [7 less_than; rafts|just under seven] rafts are left.",
    "[50 more_than; % of voters|Well above fifty percent] of voters agreed.",
    "Norland lost [900 approx; lorries|close to 900] lorries.",
    "The fire burned [100 approx; houses|a hundred] houses.",
    "The station lies [45 more_than; kilometres|over 45 km] ([28 more_than; miles|28 miles]) from the front.",
    "He paid no tax for [15 at_least; years|15-plus years].",
    # ranges, and what only looks like one
    "[100..300 range; villagers died|Between 100 and 300] villagers died.",
    "[1500..2000; tanks|1,500-2,000] tanks are there.",
    "It costs [10000000000..15000000000; dollars|$10 to $15 billion].",
    "[8..9; lorries|Eight or nine] lorries burned.",
    "The death toll rose from [30; death toll|30] to [39; death toll|39].",
    "They won the match 3-1 and lost the next 0-2.",
    # numbers in words, vague numbers, shares
    "The army fired [112; shells|one hundred and twelve] shells.",
    "[12+ approx; prisoners|Dozens] of prisoners were taken.",
    "[100+ approx; wounded|Hundreds] more have been wounded.",
    "[10000+ approx; people|Tens of thousands] of people have no water.",
    "[0.666666666667 approx; houses|Nearly two thirds] of the houses burned.",
    "[0.5; villagers|Half] of the villagers had left.",
    "[0.9; villagers|Nine out of ten] villagers had left.",
    "[500000 approx; people fled|Some half a million] people fled.",
    # what is counted
    "Officials spoke of [39; dead|39] dead and [87; wounded|87] wounded.",
    "[2; rockets|Two] rockets killed [17; people killed|17] people.",
    "[471; people dead|471] people were left dead.",
    "The dead are put at [1500; death toll|1500].",
    "The strike killed [30; villagers killed|30] villagers, including [5; children|five] children.",
    "The number of wounded rose to [87; wounded|87].",
    "A crowd of [300; crowd|300] waited at the gate.",
    "The port ships [800000; barrels a day|800,000 barrels] a day and pays [3; dollars a month|$3] a month.",
    "They hold [15; rocket-propelled grenades|15] rocket-propelled grenades and a [12; member|12]-member council.",
    # no figures
    "The S-300, the Tochka-U and a 9N24 warhead were shown on Channel 5 at 10:45 a.m.",
    "In 2014 and by 2016, on 8 April and on May 3, 2019, nothing happened.",
    "Maria Olm, 64, a teacher, lives at 12 Hill Street with a 9-year-old boy.",
    "The 22nd brigade and the twenty-first regiment fought over Hill 47 and Route 66.",
    "Call +380 44 123-45-67 or write to olm12@port.example; see www.port.example/12.",
    "Resolution 2202 and Article 5 were read; no one agreed, and the report was one-sided.",
    "Output fell below 2005 levels, said Olm, who is 70, at three o'clock, before the two left.",
    "The town was founded in 1260, and the Big Four met there.",
)


@pytest.mark.parametrize("marked", CASES)
def test_figures_of_a_sentence(marked: str, kit: Kit) -> None:
    text, rows = unmarked(marked)
    assert rows_of(text, read(text, kit)) == rows


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("The strike killed 30 villagers, including five children.", ["deaths", "deaths"]),
        ("At least 12 people died and 40 were hurt.", ["deaths", "wounded"]),
        ("More than 500 children have been killed or injured.", ["deaths or wounded"]),
        ("Two rockets hit the mill.", [None]),
        ("Rescuers found 20 bodies; the toll reached 52.", ["bodies", "deaths"]),
        ("The shelling destroyed 40 houses.", ["destroyed"]),
        ("Two rockets have killed 17 people.", [None, "deaths"]),
    ],
)
def test_measures_group_figures_of_one_thing(sentence: str, measures: list[str | None], kit: Kit) -> None:
    assert [f.measure for f in read(sentence, kit)] == measures


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("Turnout was 41 per cent, up 4 percentage points.", ["%", "percentage point"]),
        ("It cost $5m, A$7 million, 200 euros and 12 pence.", ["USD", "AUD", "EUR", "GBP"]),
        ("The 300m strip lies 5 km away.", ["m", "km"]),
        ("Some 3m refugees left within two weeks.", [None, "week"]),
    ],
)
def test_units_are_codes(sentence: str, units: list[str | None], kit: Kit) -> None:
    assert [f.unit for f in read(sentence, kit)] == units
