"""Articles that mean harm, shown as what they are."""

import pytest
from playwright.sync_api import expect

from tests.desk.browser.conftest import JOB, RunningDesk, Visit

HOSTILE = """Mayor <script>document.title = "taken"</script> <img src=x onerror="document.title='taken'"> Ana Pell said so.
<a href="javascript:document.title='taken'">The army</a> denied that \u202egnp.exe\u202c had been sent; "{{7*7}}", it said.
"""


def read(desk: RunningDesk, visit: Visit, name: str, words: str):  # type: ignore[no-untyped-def]
    page = visit(desk.link)
    page.goto(f"{desk.origin}/read")
    page.locator("#files").set_input_files({"name": name, "mimeType": "text/plain", "buffer": words.encode()})
    page.get_by_label("Dossier (an old or a new one").fill("Hostile")
    page.get_by_role("button", name="Read").click()
    page.wait_for_url("**/documents/**", timeout=JOB)
    return page


def test_markup_scripts_and_overrides_are_words(desk: RunningDesk, visit: Visit) -> None:
    page = read(desk, visit, "hostile.txt", HOSTILE)
    text = page.locator("article.text")
    expect(text).to_contain_text('<script>document.title = "taken"</script>')
    expect(text).to_contain_text("‹RLO›gnp.exe‹PDF›")
    expect(text).to_contain_text("{{7*7}}")
    assert page.title() != "taken"
    assert page.locator("article script, article img, article [onerror], a[href^='javascript']").count() == 0
    for section in ("", "/claims", "/parties", "/documents", "/timeline", "/origins", "/judgements"):
        page.goto(f"{desk.origin}/dossiers/Hostile{section}")
        assert page.title() != "taken"
        assert "\u202e" not in page.content()


@pytest.mark.parametrize("line", ["a" * 10_000_000])
def test_a_line_of_ten_megabytes_ends_in_a_page_or_a_sentence(desk: RunningDesk, visit: Visit, line: str) -> None:
    page = visit(desk.link)
    page.goto(f"{desk.origin}/read")
    page.locator("#files").set_input_files({"name": "long-line.txt", "mimeType": "text/plain", "buffer": line.encode()})
    page.get_by_role("button", name="Read").click()
    page.get_by_role("heading", name="long-line").or_(page.locator(".job .differ")).or_(page.locator("article")).first.wait_for(
        timeout=120_000
    )
    page.goto(desk.origin)
    expect(page.get_by_role("heading", name="Dossiers")).to_be_visible()
