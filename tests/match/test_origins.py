from counterclaim.match.account import account
from counterclaim.match.institutions import Meant
from counterclaim.match.origins import independence, origins
from counterclaim.match.reuse import shared_passages
from counterclaim.match.roots import Roots
from counterclaim.values.comparison import Claim, Member, Origin, Party
from tests.match.dossier import Draft, sheets

WIRE = (
    "A rocket hit the ferry pier of Port Sel shortly before noon on Monday. "
    "Rescue workers pulled eleven people from the water, the harbour master told reporters. "
    "Smoke was still rising from the ticket hall in the early evening. "
    "“We heard one bang and then all the windows were gone,” said a kiosk owner."
)


def origins_of(*drafts: Draft) -> dict[str, Origin]:
    accounts = [account(sheet) for sheet in sheets(drafts)]
    return {o.document: o for o in origins(accounts, shared_passages(accounts), Roots((), {}, lambda name, language: Meant()))}


def test_a_rewritten_wire_story_is_traced_to_the_wire() -> None:
    copy = WIRE.replace("shortly before noon", "just before noon").replace("Smoke was still rising", "Smoke still rose")
    found = origins_of(Draft("wire", WIRE, published="2031-05-05"), Draft("site", copy, published="2031-05-06"))
    assert (found["wire"].copy_of, found["site"].copy_of) == (None, "wire")
    assert [c.from_ for c in found["site"].copied] == ["wire"] * 4
    assert found["site"].credited is False


def test_passages_point_to_the_same_sentences_in_both() -> None:
    wire, site = Draft("wire", WIRE, published="2031-05-05"), Draft("site", "Now in Sel. " + WIRE, published="2031-05-06")
    for passage in origins_of(wire, site)["site"].copied:
        assert site.text[passage.start : passage.end] == wire.text[passage.from_start : passage.from_end]


def test_the_earlier_is_the_original_whatever_the_order_of_input() -> None:
    later, earlier = Draft("later", WIRE, published="2031-05-06"), Draft("earlier", WIRE, published="2031-05-05")
    assert origins_of(later, earlier)["later"].copy_of == "earlier"


def test_quoting_the_same_statement_is_not_copying() -> None:
    quote = "“We had no aircraft over the harbour that day and none was ordered there,” the air force said."
    one = Draft("one", f"In Velm ministers met until late at night over the budget. {quote} Trams ran as usual.")
    two = Draft("two", f"The northern opposition asked for an inquiry by independent judges. {quote} Rain is forecast.")
    assert all(o.copy_of is None for o in origins_of(one, two).values())


def test_two_honest_accounts_of_one_event_are_no_copies() -> None:
    other = (
        "Eleven survivors were brought ashore after a blast at the pier in Port Sel. "
        "The cause of the explosion around midday was not clear, and officials gave different versions of what had happened."
    )
    assert all(o.copy_of is None for o in origins_of(Draft("one", WIRE), Draft("two", other)).values())


def test_an_hour_decides_over_time_zones() -> None:
    early = Draft("early", WIRE, published="2031-05-05T12:00:00+03:00")
    late = Draft("late", WIRE, published="2031-05-05T10:00:00Z")
    found = origins_of(late, early)
    assert found["late"].copy_of == "early" and "later" in str(found["late"].copy_because)


def test_a_day_without_hour_does_not_decide_within_that_day() -> None:
    day = Draft(
        "day", WIRE + " Schools stay closed in the whole of the town until the end of the week.", published="2031-05-05"
    )
    hour = Draft("hour", WIRE, published="2031-05-05T10:00:00Z")
    assert origins_of(day, hour)["hour"].copy_of == "day"


def claimed(*makers: str | None) -> Claim:
    members = tuple(
        Member(document=f"d{n}", attribution="a1", source=maker, start=0, end=1, act="states") for n, maker in enumerate(makers)
    )
    return Claim(id="c1", text="x", members=members)


def test_a_state_and_its_ministry_are_one_origin_of_a_claim_and_two_parties_named_together_are_two() -> None:
    parties = (
        Party(id="p1", name="Orvania", kind="state"),
        Party(id="p2", name="Orvan Ministry", kind="organisation", side="p1"),
        Party(id="p3", name="Velm League", kind="organisation"),
        Party(id="p4", name="Orvan Ministry and Velm League", kind="group", parts=("p2", "p3")),
    )
    (one,) = independence([claimed("p1", "p2", "p2")], (), parties)
    assert (one.documents, one.origins) == (3, 1)
    (two,) = independence([claimed("p4", "p1")], (), parties)
    assert (two.origins, two.roots) == (2, ("p2", "p3", "p1"))
