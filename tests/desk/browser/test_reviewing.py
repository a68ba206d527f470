"""What verifiers do at the desk, in a real browser."""

import re

from playwright.sync_api import Page, expect

from counterclaim.ledger.session import open_ledger
from counterclaim.ledger.verify import verify
from counterclaim.service.judge import judgements
from tests.desk.browser.conftest import HOME, JOB, RunningDesk, Visit, signed_in

MILL = f"{HOME}/documents/mill"

ARTICLE = """Fire in Tarnholm port

TARNHOLM - At least 12 people were hurt, Mayor Ana Pell said on Friday.
The harbour master denied that the crane had been faulty.
"""


def entry(page: Page, id: str):  # type: ignore[no-untyped-def]  # a Locator, as Playwright names it
    return page.locator(f"#e-d-{id}")


def compared(page: Page) -> None:
    """Waits until the dossier was compared; the page shows it by itself."""
    page.get_by_role("heading", name="In dispute", exact=True).wait_for()
    expect(page.locator(".job")).to_have_count(0, timeout=JOB)


def test_a_pasted_article_is_read_and_kept(desk: RunningDesk, visit: Visit) -> None:
    page = visit(desk.link)
    page.get_by_role("link", name="Read", exact=True).click()
    page.get_by_label("Text", exact=True).fill(ARTICLE)
    page.get_by_label("What to call it").fill("port-fire")
    page.get_by_label("Dossier (an old or a new one").fill("Port")
    page.get_by_role("button", name="Read").click()
    page.get_by_role("heading", name="Fire in Tarnholm port").wait_for(timeout=JOB)
    expect(entry(page, "a1")).to_contain_text("12 people were hurt")
    assert "/dossiers/Port/documents/port-fire" in page.url


def test_a_dropped_file_is_only_looked_at(desk: RunningDesk, visit: Visit) -> None:
    page = visit(desk.link)
    page.goto(f"{desk.origin}/read")
    files = page.evaluate_handle(
        "words => { const all = new DataTransfer(); all.items.add(new File([words], 'dropped.txt')); return all; }",
        ARTICLE,
    )
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": files})
    page.get_by_role("button", name="Read").click()
    page.get_by_text("kept nowhere").wait_for(timeout=JOB)
    expect(page.locator("article.text")).to_contain_text("Mayor Ana Pell said")


def test_a_cell_of_a_dispute_leads_to_its_words(desk: RunningDesk, visit: Visit) -> None:
    page = visit(desk.link)
    page.goto(f"{desk.origin}{HOME}")
    compared(page)
    page.goto(f"{desk.origin}{HOME}/figures")
    page.goto(f"{desk.origin}{HOME}/parties")
    page.get_by_role("link", name="Ana Pell", exact=True).click()
    page.locator("a.words").first.click()
    expect(page).to_have_url(re.compile(r"/documents/mill#w-d-a1$"))
    expect(page.locator("#w-d-a1")).to_be_in_viewport()
    expect(page.locator('[data-of~="d-a1"].content').first).to_have_class(re.compile(r"\blit\b"))
    page.locator("#w-d-a1").click()
    expect(entry(page, "a1")).to_have_class(re.compile(r"\bhere\b"))


def test_a_speaker_is_corrected_with_the_keyboard_alone(fresh: RunningDesk, visit: Visit) -> None:
    page = visit(fresh.start().link)
    page.goto(f"{fresh.origin}{MILL}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.get_by_label("Speaker", exact=True)).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Lodva army")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_label("What the speaker does")).to_be_focused()
    page.get_by_label("Speaker", exact=True).focus()
    page.keyboard.press("Enter")
    expect(entry(page, "a2")).to_contain_text("speaker: Lodva army")
    expect(page.locator("#said")).to_have_text("a2 corrected")
    expect(entry(page, "a2").locator("a.at")).to_be_focused()
    ledger = open_ledger(str(fresh.ledger))
    (one,) = judgements(ledger, "mill")
    assert one.correction is not None
    assert one.correction.speaker == "Lodva army"
    ledger.close()


def test_words_are_put_right_from_the_keyboard_and_by_selecting(desk: RunningDesk, visit: Visit) -> None:
    page = visit(desk.link)
    page.goto(f"{desk.origin}{MILL}")
    entry(page, "a1").get_by_role("button", name="Correct or check a1").press("Enter")
    words = page.locator("[data-span-words]")
    expect(words).to_have_text("the mill was shelled")
    page.get_by_role("button", name="begin a word later").press("Enter")
    page.get_by_role("button", name="end a word earlier").press("Enter")
    expect(words).to_have_text("mill was")
    page.evaluate(
        """() => { const piece = [...document.querySelectorAll("article [data-at]")].find(e => e.textContent.includes("Rain"));
        const range = new Range(); const at = piece.firstChild.data.indexOf("Rain");
        range.setStart(piece.firstChild, at); range.setEnd(piece.firstChild, at + 5);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.get_by_role("button", name="Take the words selected").click()
    expect(words).to_have_text("Rain")
    page.keyboard.press("Escape")
    expect(page.locator("form.judging")).to_have_count(0)


def test_two_reviewers_at_once(team: RunningDesk, visit: Visit) -> None:
    ron, mia = (signed_in(visit(team.origin), name) for name in ("ron", "mia"))
    for page in (ron, mia):
        page.goto(f"{team.origin}{MILL}")
    entry(ron, "a1").get_by_role("button", name="Accept a1").click()
    expect(entry(ron, "a1")).to_contain_text("accepted by ron")
    entry(mia, "a1").get_by_role("button", name="Reject a1").click()
    expect(entry(mia, "a1")).to_contain_text("Reviewers differ")
    expect(entry(mia, "a1")).to_contain_text("accepted by ron")
    expect(entry(mia, "a1")).to_contain_text("rejected by mia")
    entry(mia, "a1").get_by_role("button", name="Undo judgement").click()
    expect(entry(mia, "a1")).not_to_contain_text("Reviewers differ")


def test_roles_and_signing_out(team: RunningDesk, visit: Visit) -> None:
    page = visit(team.origin)
    page.get_by_label("Name").fill("rita")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert").first).to_contain_text("do not match")
    signed_in(page, "rita")
    page.goto(f"{team.origin}{MILL}")
    expect(entry(page, "a1")).to_be_visible()
    expect(page.get_by_role("button", name="Accept a1")).to_have_count(0)
    expect(page.get_by_role("link", name="Users")).to_have_count(0)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.goto(f"{team.origin}{HOME}")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    ada = signed_in(visit(team.origin), "ada")
    ada.get_by_role("link", name="Users").click()
    expect(ada.get_by_role("cell", name="rita", exact=True)).to_be_visible()


def test_a_desk_killed_in_mid_review_goes_on(fresh: RunningDesk, visit: Visit) -> None:
    page = visit(fresh.start().link)
    page.goto(f"{fresh.origin}{MILL}")
    entry(page, "a1").get_by_role("button", name="Accept a1").click()
    expect(entry(page, "a1")).to_contain_text("accepted")
    page.locator("#e-d-a2 a.at").focus()
    page.keyboard.press("c")
    page.get_by_label("Why").fill("half a sentence")
    fresh.kill()
    page.get_by_role("button", name="Reject", exact=True).last.click()
    expect(page.locator("#refused")).to_contain_text("does not answer")
    expect(page.get_by_label("Why")).to_have_value("half a sentence")
    fresh.start()
    page.locator("form.judging").get_by_role("button", name="Reject").click()
    expect(entry(page, "a2")).to_contain_text("half a sentence")
    page.reload()
    expect(entry(page, "a1")).to_contain_text("accepted")
    expect(entry(page, "a2")).to_contain_text("rejected")
    ledger = open_ledger(str(fresh.ledger))
    assert verify(ledger) == ()
    assert [one.verdict for one in judgements(ledger, "mill")] == ["accept", "reject"]
    ledger.close()
