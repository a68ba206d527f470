from counterclaim.match.account import account
from counterclaim.match.institutions import Meant
from counterclaim.match.ladders import figure_disputes, ladders
from counterclaim.match.parties import merge_parties
from counterclaim.values.comparison import Dispute, Ladder
from tests.match.dossier import Draft, sheets


def compared(*drafts: Draft) -> tuple[tuple[Ladder, ...], list[Dispute]]:
    accounts = [account(sheet) for sheet in sheets(drafts)]
    parties, party_of = merge_parties(accounts, lambda name, language: Meant())
    steps, estimates = ladders(accounts, party_of, {})
    return steps, figure_disputes(estimates, parties)


def toll(
    name: str,
    published: str | None,
    by: str | None,
    words: str,
    value: float,
    bound: str = "exact",
    as_of: str | None = None,
) -> Draft:
    draft = Draft(name, f"{by or 'Nobody'} spoke of {words} dead.", published=published)
    source = draft.source(by, "organisation") if by else None
    draft.figure(words, value, bound, source, as_of=as_of)  # type: ignore[arg-type]  # bounds are spelt out in the tests below
    return draft


def test_a_growing_toll_of_one_estimator_is_a_revision_not_a_dispute() -> None:
    steps, disputes = compared(
        toll("one", "2031-05-05", "Harbour Office", "27", 27),
        toll("two", "2031-05-06", "Harbour Office", "39", 39),
    )
    assert [p.value for p in steps[0].points] == [27, 39]
    assert len(steps[0].revised) == 1
    assert disputes == []


def test_a_later_and_much_lower_number_of_another_estimator_is_a_dispute() -> None:
    _, disputes = compared(
        toll("one", "2031-05-05", "Health Office", "500", 500),
        toll("two", "2031-05-08", "Foreign Service", "120", 120, "at_most"),
    )
    (dispute,) = disputes
    assert dispute.kind == "figure"
    assert [p.label for p in dispute.positions] == ["at most 120", "500"]


def test_about_thirty_does_not_contradict_twenty_eight() -> None:
    assert compared(toll("one", "2031-05-05", "A", "30", 30, "approx"), toll("two", "2031-05-05", "B", "28", 28))[1] == []


def test_a_number_without_source_is_traced_to_where_it_first_stood() -> None:
    steps, _ = compared(toll("first", "2031-05-05", "A", "31", 31), toll("later", "2031-05-07", None, "31", 31))
    assert {p.document: p.first_stood_in for p in steps[0].points} == {"first": None, "later": "first"}


def test_figures_of_an_earlier_event_stand_on_a_ladder_of_their_own() -> None:
    one = toll("one", "2031-05-05", "A", "31", 31, as_of="2031-05-05")
    two = toll("two", "2031-05-06", "A", "17", 17, as_of="2031-03-14")
    steps, disputes = compared(one, two)
    assert [(s.event, [p.value for p in s.points]) for s in steps] == [(None, [31]), ("2031-03-14", [17])]
    assert disputes == []


def test_a_far_lower_toll_a_year_later_is_of_another_event_a_higher_one_is_not() -> None:
    first = toll("first", "2031-05-05", "A", "61", 61, as_of="2031-05-05")
    other = toll("other", "2032-06-28", "B", "nine", 9, as_of="2032-06-27")
    late = toll("late", "2032-05-05", "B", "64", 64, as_of="2032-05-05")
    steps, _ = compared(first, other, late)
    assert [(s.event, [p.value for p in s.points]) for s in steps] == [(None, [61, 64]), ("2032-06-27", [9])]


def test_a_share_stands_apart_from_the_tolls() -> None:
    draft = toll("one", "2031-05-05", "A", "31", 31)
    draft.text += " Two children were among them."
    draft.figure("Two", 2, by="s1", part_of="f1")
    steps, _ = compared(draft, toll("two", "2031-05-05", "B", "32", 32))
    assert [s.measure for s in steps] == ["deaths", "deaths: children"]


def test_an_undated_count_disputes_no_growing_toll() -> None:
    assert compared(toll("one", "2031-05-05", "A", "30", 30), toll("two", None, "B", "80", 80))[1] == []
