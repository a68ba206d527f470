"""How fast the desk's pages open in a browser and how smoothly they scroll: a text of 20,000 words, 500 documents.

    python -m benchmarks.desk [--ledger LEDGER --dossier NAME --document DOSSIER:ID]

Makes its own material first (`benchmarks.invented`, read and compared: many minutes) unless it is given a ledger that
holds it. Needs Chromium and Playwright's client. For each page: bytes, seconds to the first byte, from there until all is
loaded and drawn, and the longest wait between two frames while it is scrolled from top to bottom. Each page is opened three
times; the middle counts.
"""

import argparse
import getpass
import shutil
import statistics
import tempfile
import threading
import time
from pathlib import Path

import msgspec
import uvicorn
from playwright.sync_api import Page, sync_playwright

from benchmarks.invented import documents
from counterclaim.desk import addresses
from counterclaim.desk.app import make_app
from counterclaim.desk.settings import Settings, origins_of
from counterclaim.kit import open_kit
from counterclaim.ledger.session import open_ledger
from counterclaim.service.dossier import add_files
from counterclaim.service.kept import kept_comparison

PORT = 8799
TOKEN = "benchmark"
WORDS = 20_000
DOCUMENTS = 500
DOSSIER, LONG = "Five hundred", "long"

SCROLL = """async () => {
  let last = performance.now(), longest = 0, end = document.documentElement.scrollHeight;
  for (let at = 0; at < end; at += Math.max(end / 60, 300)) {
    scrollTo({ top: at, behavior: "instant" });
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}"""

TIMES = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const [page] = performance.getEntriesByType("navigation");
  return [page.decodedBodySize, page.responseStart - page.requestStart, performance.now() - page.responseStart];
}"""


def material(where: str) -> None:
    """Reads invented coverage into a ledger: a dossier of its documents, and one long text."""
    kit, ledger = open_kit(), open_ledger(where)
    made = list(documents(DOCUMENTS))
    lines = b"".join(msgspec.json.encode(one) + b"\n" for one in made)
    text = ""
    for one in made:
        if len(text.split()) < WORDS and one["language"] == "en":
            text += one["text"].strip() + "\n\n"
    for number, _ in enumerate(add_files([("invented.jsonl", lines), (f"{LONG}.txt", text.encode())], DOSSIER, ledger, kit), 1):
        print(f"\r{number} read", end="", flush=True)
    kept_comparison(ledger, DOSSIER, kit)
    ledger.close()


def opened(page: Page, address: str) -> tuple[float, float, float, float]:
    """Bytes, seconds to the first byte, seconds from there to what is drawn, longest wait between frames in seconds."""
    page.goto(address, wait_until="load")
    size, first, shown = page.evaluate(TIMES)
    return size, first / 1000, shown / 1000, page.evaluate(SCROLL) / 1000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--ledger")
    parser.add_argument("--dossier", default=DOSSIER)
    parser.add_argument("--document", default=f"{DOSSIER}:{LONG}", help="DOSSIER:ID of the long text")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = asked.ledger or str(Path(folder) / "ledger.db")
        if not asked.ledger:
            material(where)
        ledger = open_ledger(where)
        run = Settings(
            host="127.0.0.1", port=PORT, origins=origins_of("127.0.0.1", PORT, ()), user=getpass.getuser(), link_token=TOKEN
        )
        server = uvicorn.Server(
            uvicorn.Config(make_app(run, ledger, key=b"k" * 32), host="127.0.0.1", port=PORT, log_level="error")
        )
        threading.Thread(target=server.run, daemon=True).start()
        while not server.started:
            time.sleep(0.05)
        in_dossier, id = asked.document.split(":", 1)
        pages = {
            section: addresses.dossier(asked.dossier, section)
            for section in ("disputes", "figures", "origins", "claims", "timeline", "parties", "documents")
        } | {"the long text": addresses.document(in_dossier, id)}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(f"{run.opening_url}")
            page.wait_for_url(f"{run.origins[0]}/")
            page.goto(run.origins[0] + pages["disputes"])  # lays the comparison out for the first time
            print(f"{'page':16} {'kB':>7} {'first byte':>11} {'then drawn':>11} {'longest frame':>14}")
            for name, address in pages.items():
                rows = [opened(page, run.origins[0] + address) for _ in range(3)]
                size, first, shown, frame = (statistics.median(column) for column in zip(*rows, strict=True))
                print(f"{name:16} {size / 1000:7.0f} {first:10.2f}s {shown:10.2f}s {frame * 1000:12.0f}ms")
            browser.close()
        server.should_exit = True


if __name__ == "__main__":
    main()
