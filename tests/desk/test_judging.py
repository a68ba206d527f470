"""Judging in the browser's forms: kept, shown at once, taken back, seconded; refused in a sentence where it cannot be."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from lxml import html

from counterclaim.ledger.session import Ledger
from counterclaim.service.judge import judgements, require_second_look
from counterclaim.values.judgement import Judgement
from tests.desk.conftest import DOSSIER, HOME, settle
from tests.match.dossier import Draft
from tests.service.reviewed import keep
from tests.show.compared import drafts

ONE = f"{HOME}/documents/one"
PART = {"HX-Request": "true"}


def seen(client: TestClient, finding: str, page: str = ONE) -> str:
    """The mark of a finding as its page shows it."""
    made = html.document_fromstring(client.get(page).text)
    (mark,) = made.xpath(f"//*[@id='e-d-{finding}']//form[contains(@class, 'judge')]/input[@name='seen']/@value")
    return str(mark)


def say(client: TestClient, verdict: str, finding: str = "a1", **more: str) -> Response:
    data = {"finding": finding, "seen": seen(client, finding), "verdict": verdict, **more}
    return client.post(f"{ONE}/judgements", data=data, headers=PART)


def kept(ledger: Ledger) -> list[Judgement]:
    return list(judgements(ledger, DOSSIER))


def test_accepting_is_kept_and_shown_in_place(client: TestClient, ledger: Ledger) -> None:
    answer = say(client, "accept", why="I heard the tape", evidence="https://tape.example/1")
    entry = html.fromstring(answer.text)
    assert entry.get("id") == "e-d-a1"
    assert "accepted" in entry.text_content()
    assert "I heard the tape" in entry.text_content()
    assert entry.xpath(".//a[@href='https://tape.example/1']/@rel") == ["noopener noreferrer external"]
    assert '"a1 accepted"' in answer.headers["HX-Trigger-After-Settle"]
    (one,) = kept(ledger)
    assert (one.verdict, one.by, one.why, one.evidence) == ("accept", "ana", "I heard the tape", "https://tape.example/1")
    assert "accepted" in client.get(ONE).text


def test_a_correction_holds_only_what_differs(client: TestClient, ledger: Ledger) -> None:
    form = html.document_fromstring(client.get(f"{ONE}/findings/a1").text)
    fields = {field.get("name"): field.get("value") or "" for field in form.xpath("//input[@name]")}
    assert fields["speaker"] == "Ana Pell"
    answer = say(client, "correct", speaker="Oskar Veld", act="states", start=fields["start"], end=fields["end"])
    assert answer.status_code == 200
    correction = kept(ledger)[0].correction
    assert correction is not None
    assert (correction.speaker, correction.act, correction.start) == ("Oskar Veld", None, None)
    assert "speaker: Oskar Veld" in " ".join(answer.text.split())
    form = html.document_fromstring(client.get(f"{ONE}/findings/a1").text)
    assert form.xpath("//input[@name='speaker']/@value") == ["Oskar Veld"]


def test_words_acts_bounds_and_numbers_are_put_right(client: TestClient, ledger: Ledger) -> None:
    page = html.document_fromstring(client.get(f"{ONE}?judge=a1").text)
    start = int(page.xpath("//input[@name='start']/@value")[0])
    assert say(client, "correct", act="accuses", start=str(start), end=str(start + 5)).status_code == 200
    assert say(client, "correct", "f1", bound="exact", value="1 200").status_code == 200
    attribution, figure = (one.correction for one in kept(ledger))
    assert attribution is not None
    assert figure is not None
    assert (attribution.act, attribution.start, attribution.end) == ("accuses", start, start + 5)
    assert (figure.bound, figure.value) == ("exact", 1200)


@pytest.mark.parametrize(
    ("verdict", "more", "says"),
    [
        ("correct", {}, "Nothing is changed"),
        ("correct", {"speaker": "Ana Pell", "act": "states"}, "Nothing is changed"),
        ("correct", {"act": "sings"}, "act"),
        ("correct", {"start": "x", "end": "y"}, "cannot be read"),
        ("correct", {"start": "0", "end": "99999"}, "text"),
        ("correct", {"value": "many"}, "cannot be read"),
        ("praise", {}, "Say how"),
        ("", {}, "Say how"),
        ("same", {}, ""),
        ("accept", {"evidence": "javascript:alert(1)"}, "link"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(
    client: TestClient, ledger: Ledger, verdict: str, more: dict[str, str], says: str
) -> None:
    answer = say(client, verdict, **more)
    assert answer.status_code == 422
    assert says in answer.text
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert not kept(ledger)


def test_nobody_can_be_told_is_a_correction(client: TestClient, ledger: Ledger) -> None:
    assert say(client, "correct", speaker="Ana Pell", nobody="1").status_code == 200
    correction = kept(ledger)[0].correction
    assert correction is not None
    assert correction.speaker == ""


def test_a_page_from_before_a_new_reading_judges_nothing(client: TestClient, ledger: Ledger) -> None:
    mark = seen(client, "a1")
    draft = Draft("one", drafts()[0].text, published="2031-03-14T09:00", outlet="Meridian")
    draft.says(draft.source("Lodva", "state"), "Lodva shelled the mill")
    keep(ledger, draft.sheet(), fingerprint="kit-2", dossier=DOSSIER)
    answer = client.post(f"{ONE}/judgements", data={"finding": "a1", "seen": mark, "verdict": "accept"}, headers=PART)
    assert answer.status_code == 422
    assert "read again" in answer.text
    assert not kept(ledger)


def test_taking_back_is_a_further_judgement(client: TestClient, ledger: Ledger) -> None:
    say(client, "reject", why="a typo")
    number = kept(ledger)[0].id
    answer = client.post(f"{HOME}/judgements/{number}/undo", headers=PART)
    assert answer.status_code == 200
    assert "rejected" not in answer.text
    assert [one.verdict for one in kept(ledger)] == ["reject", "undo"]
    page = client.get(f"{HOME}/judgements").text
    assert "taken back" in page
    assert "a typo" in page
    assert client.post(f"{HOME}/judgements/{number}/undo", headers=PART).status_code == 422
    assert client.post(f"{HOME}/judgements/999/undo", headers=PART).status_code == 404


def test_reviewers_who_differ_are_both_shown(sign_in: Callable[[str, str], TestClient], ledger: Ledger) -> None:
    ron, mia = sign_in("ron", "reviewer"), sign_in("mia", "reviewer")
    say(ron, "accept")
    answer = say(mia, "reject")
    said = html.fromstring(answer.text).text_content()
    assert "Reviewers differ" in said
    assert "ron" in said
    assert "mia" in said
    assert mia.post(f"{HOME}/judgements/1/undo", headers=PART).status_code == 422, "another's judgement"


def test_a_second_look_waits_for_another(sign_in: Callable[[str, str], TestClient], ledger: Ledger) -> None:
    ron, mia = sign_in("ron", "reviewer"), sign_in("mia", "reviewer")
    require_second_look(ledger, DOSSIER, True, by="ada")
    assert "second look" in say(ron, "reject").text
    assert ron.post(f"{HOME}/judgements/1/second", headers=PART).status_code == 422, "one's own"
    answer = mia.post(f"{HOME}/judgements/1/second", headers=PART)
    assert answer.status_code == 200
    assert "Waits" not in answer.text
    assert "Rejected" in answer.text


def test_forms_work_without_scripts(client: TestClient, ledger: Ledger) -> None:
    data = {"finding": "a1", "seen": seen(client, "a1"), "verdict": "accept"}
    answer = client.post(f"{ONE}/judgements", data=data, follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{ONE}#e-d-a1")
    answer = client.post(f"{HOME}/judgements/{kept(ledger)[0].id}/undo", follow_redirects=False)
    assert answer.status_code == 303


def test_parties_are_merged_and_split(client: TestClient, ledger: Ledger) -> None:
    page = f"{HOME}/parties/Ana~20Pell"
    assert client.post(f"{page}/merge", data={"other": "Lodva", "why": "her name for it"}).status_code == 200
    assert client.post(f"{page}/merge", data={"other": " "}).status_code == 422
    assert kept(ledger)[0].target.names == ("Ana Pell", "Lodva")
    settle(client)
    assert "merged" in client.get(page).text


def test_members_of_a_claim_are_judged_against_its_first(client: TestClient, ledger: Ledger) -> None:
    listed = html.document_fromstring(client.get(f"{HOME}/claims").text)
    address = listed.xpath("//*[@class='claims']//p[@class='said']/a/@href")[0]
    page = html.document_fromstring(client.get(address).text)
    forms = page.xpath("//form[contains(@action, '/judgements')]")
    assert len(forms) == 2, "all but the first"
    data = {field.get("name"): field.get("value") for field in forms[0].xpath(".//input[@name]")}
    answer = client.post(forms[0].get("action"), data={**data, "verdict": "not_same", "why": "another mill"})
    assert answer.status_code == 200
    (one,) = kept(ledger)
    assert (one.verdict, one.target.place and one.target.place.document) == ("not_same", "two")
    assert "not the same claim" in client.get(address).text
    assert client.post(forms[0].get("action"), data={**data, "verdict": "perhaps"}).status_code == 422


def test_judgements_that_are_lost_are_listed_with_the_reason(client: TestClient, ledger: Ledger) -> None:
    say(client, "accept")
    changed = Draft("one", "Everything was taken back.", published="2031-03-16", outlet="Meridian")
    keep(ledger, changed.sheet(), fingerprint="kit-2", dossier=DOSSIER)
    for page in (f"{HOME}/judgements", ONE):
        assert "attach to nothing now" in client.get(page).text
