"""The pictures of the desk in docs/screens, made from a ledger that holds the invented dossier: ``make screens``.

    python tools/screens.py LEDGER FOLDER

Starts a desk of its own, judges in the browser as a reviewer would, and takes the pictures with the system's Chromium.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PORT = 8797

DOSSIER = "/dossiers/Tarnholm"

WIDE = {"width": 1280, "height": 1000}


def main(ledger: str, folder: Path) -> None:
    """Takes every picture."""
    command = [sys.executable, "-m", "counterclaim", "desk", "--no-browser", "--port", str(PORT), "--ledger", ledger]
    desk = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert desk.stderr is not None
    found = re.search(r"http://\S+", desk.stderr.readline())
    assert found, "the desk prints its link"
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport=WIDE, color_scheme="light")  # type: ignore[arg-type]
            enter(page, found[0])
            page.goto(f"http://127.0.0.1:{PORT}{DOSSIER}")
            page.locator(".job").wait_for(state="detached", timeout=300_000)
            document(page, folder)
            page.goto(f"http://127.0.0.1:{PORT}{DOSSIER}")
            page.locator(".dispute").first.wait_for(timeout=300_000)
            page.reload()
            page.screenshot(path=folder / "desk-dossier.png")
            browser.close()
    finally:
        desk.terminate()


def enter(page: Page, link: str) -> None:
    """Opens the desk by its link, as soon as it answers."""
    for _ in range(100):
        try:
            page.goto(link)
            page.wait_for_url(f"http://127.0.0.1:{PORT}/")
            return
        except Exception:
            page.wait_for_timeout(300)
    raise SystemExit("the desk does not answer")


def document(page: Page, folder: Path) -> None:
    """A document with one statement corrected and another's form open."""
    page.goto(f"http://127.0.0.1:{PORT}{DOSSIER}/documents/04-harbour-times")
    first, second = page.locator("[data-entry] a.at").all()[:2]
    first.focus()
    page.keyboard.press("y")
    page.locator(".judged").first.wait_for()
    second.focus()
    page.keyboard.press("c")
    page.locator("form.judging").wait_for()
    page.evaluate("document.getElementById('said').textContent = ''; scrollTo(0, 0)")
    page.screenshot(path=folder / "desk-document.png")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
