"""Every page for everybody: axe finds nothing, light and dark, on a phone, in print; nothing is asked of another host."""

import pytest
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import HOME, JOB, RunningDesk, Visit, faults, signed_in

PAGES = (
    "/",
    "/read",
    "/search?q=mill",
    "/log",
    "/users",
    "/nope",
    HOME,
    f"{HOME}/figures",
    f"{HOME}/origins",
    f"{HOME}/claims",
    f"{HOME}/timeline",
    f"{HOME}/parties",
    f"{HOME}/documents",
    f"{HOME}/judgements",
    f"{HOME}/documents/mill",
    f"{HOME}/documents/mill?judge=a1",
    f"{HOME}/documents/mill?judge=f1",
    f"{HOME}/documents/mill?at=0-10",
    f"{HOME}/parties/Ana~20Pell",
)


@pytest.mark.parametrize("looks", ["light", "dark"])
def test_axe_finds_nothing(desk: RunningDesk, visit: Visit, looks: str) -> None:
    page = visit(desk.link, color_scheme=looks)
    page.goto(f"{desk.origin}{HOME}")
    expect(page.locator(".job")).to_have_count(0, timeout=JOB)
    page.goto(f"{desk.origin}{HOME}/documents/mill")
    page.get_by_role("button", name="Accept a2").click()
    expect(page.locator("#e-d-a2")).to_contain_text("accepted")
    for address in PAGES:
        page.goto(f"{desk.origin}{address}")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert faults(page) == [], address


def test_axe_finds_nothing_where_users_sign_in(team: RunningDesk, visit: Visit) -> None:
    page = visit(team.origin)
    assert faults(page) == []
    signed_in(page, "ada")
    for address in ("/", "/users", HOME):
        page.goto(f"{team.origin}{address}")
        assert faults(page) == [], address


def too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))


def test_a_phone_shows_all_of_it(desk: RunningDesk, visit: Visit) -> None:
    page = visit(desk.link, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    for address in PAGES:
        page.goto(f"{desk.origin}{address}")
        assert not too_wide(page), address


def test_targets_of_the_finger_are_large_enough(desk: RunningDesk, visit: Visit) -> None:
    page = visit(desk.link)
    page.goto(f"{desk.origin}{HOME}/documents/mill")
    for button in page.locator("button:visible, a.button:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, button.inner_text()


def test_print_leaves_out_what_is_no_matter_of_paper(desk: RunningDesk, visit: Visit) -> None:
    page = visit(desk.link)
    page.goto(f"{desk.origin}{HOME}/documents/mill")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Accept a1")).to_have_count(0)
    expect(page.locator("article.text")).to_be_visible()


def test_without_scripts_a_finding_can_be_judged_too(desk: RunningDesk, visit: Visit) -> None:
    page = visit(desk.link, java_script_enabled=False)
    page.goto(f"{desk.origin}{HOME}/documents/mill")
    page.get_by_role("button", name="Accept a1").click()
    expect(page.locator("#e-d-a1")).to_contain_text("accepted")
    page.get_by_role("button", name="Correct or check a1").click()
    expect(page.get_by_label("Speaker", exact=True)).to_be_visible()
