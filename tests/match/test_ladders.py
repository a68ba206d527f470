from counterclaim.match.account import account
from counterclaim.match.institutions import Meant
from counterclaim.match.ladders import figure_disputes, ladders
from counterclaim.match.parties import merge_parties
from counterclaim.values.comparison import Dispute, Ladder
from tests.match.dossier import Draft, sheets


def compared(*drafts: Draft) -> tuple[tuple[Ladder, ...], list[Dispute]]:
    accounts = [account(sheet) for sheet in sheets(drafts)]
    parties, party_of = merge_parties(accounts, lambda name, language: Meant())
    steps, estimates = ladders(accounts, party_of)
    return steps, figure_disputes(estimates, parties)


def toll(name: str, published: str, by: str | None, words: str, value: float, bound: str = "exact") -> Draft:
    draft = Draft(name, f"{by or 'Nobody'} spoke of {words} dead.", published=published)
    source = draft.source(by, "organisation") if by else None
    draft.figure(words, value, bound, source)  # type: ignore[arg-type]  # bounds are spelt out in the tests below
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
