"""Claim sheets as one self-contained web page: the text with its marks on one side, the sheet on the other.

The page asks the network for nothing, and its Content-Security-Policy forbids it to: one style and one script, both named by
their digest, and nothing else. Jinja2 escapes every word of a document; ``safe`` shows what must not act.
"""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from counterclaim.show import labels
from counterclaim.show.marks import Mark, blocks
from counterclaim.show.outline import Entry, Outline, Speaker
from counterclaim.show.places import Use
from counterclaim.show.safe import one_line, shortened
from counterclaim.values.figure import Figure
from counterclaim.values.finding import Notice, Verification
from counterclaim.values.person_mark import PersonMark
from counterclaim.values.text import ARTICLE_ZONES

LONGEST_DETAIL = 160
"""Characters of the words that explain a finding; the words themselves are one click away."""


def page_html(outlines: Iterable[Outline]) -> str:
    """The page for one document or several, in order."""
    documents = [document_context(f"d{number}", laid) for number, laid in enumerate(outlines, 1)]
    style, script = part("page.css"), part("page.js")
    heading = "Claim sheet" if len(documents) == 1 else f"{len(documents)} claim sheets"
    return (
        environment()
        .get_template("page.html")
        .render(
            title=documents[0]["title"] if len(documents) == 1 else heading,
            heading=heading,
            policy=policy(style, script),
            style=Markup(style),  # ours, not a document's
            script=Markup(script),
            version=version("counterclaim"),
            documents=documents,
        )
    )


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy of a page with this one style and this one script."""
    return (
        f"default-src 'none'; style-src '{_named(style)}'; script-src '{_named(script)}'; base-uri 'none'; form-action 'none'"
    )


def environment() -> Environment:
    """The templates; every word put into them is escaped."""
    return Environment(
        loader=PackageLoader("counterclaim.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def part(name: str) -> str:
    """A style or a script of ours."""
    return files("counterclaim.show").joinpath("templates", name).read_text("utf-8")


def _named(part: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()


def document_context(
    key: str, laid: Outline, placed: Sequence[Mark] = (), uses: Sequence[Use] = (), *, offsets: bool = False
) -> dict[str, Any]:
    """What the template of a document shows.

    Args:
        key: Names the document within the page.
        laid: Its sheet, laid out.
        placed: Places that need a label beside those of the sheet's own findings.
        uses: What a comparison uses of the document; none where it stands alone.
        offsets: Whether every stretch of the text carries its place, for scripts that let people select words.
    """
    own = {mark.of: mark.span for mark in placed}
    sheet, document = laid.sheet, laid.sheet.document
    return {
        "key": key,
        "offsets": offsets,
        "title": one_line(document.title or document.id),
        "origin": laid.origin(),
        "language": document.language,
        "url": one_line(document.url or ""),
        "link": web_link(document.url),
        "summary": laid.summary(),
        "blocks": [
            {
                "kind": block.kind,
                "label": labels.ZONES.get(block.kind, block.kind),
                "article": block.kind in ARTICLE_ZONES,
                "whole": block.whole,
                "stretches": block.stretches,
            }
            for block in blocks(sheet, laid.text, placed)
        ],
        "speakers": [_speaker(speaker, laid) for speaker in laid.speakers],
        "figures": [figure_context(figure, laid) for figure in sheet.figures],
        "checks": [check_context(check, laid) for check in sheet.verification],
        "notices": [notice_context(number, notice, laid) for number, notice in enumerate(sheet.notices, 1)],
        "persons": [person_context(mark, laid) for mark in sheet.persons],
        "uses": [
            {
                "id": id,
                "used": [use for use in uses if use.id == id],
                "place": laid.place(own[id].start) if id in own else None,
            }
            for id in dict.fromkeys(use.id for use in uses)
        ],
        "problems": [f"{problem.code} ({problem.stage}): {one_line(problem.message)}" for problem in sheet.problems],
    }


def web_link(url: str | None) -> str | None:
    """The address as a link's target, if it is one of the web; a ``javascript:`` address stays words."""
    try:
        return url if url and urlsplit(url).scheme.lower() in {"http", "https"} else None
    except ValueError:
        return None


def _speaker(speaker: Speaker, laid: Outline) -> dict[str, Any]:
    return {
        "name": one_line(speaker.name),
        "about": [one_line(part) for part in labels.about(speaker.source)] if speaker.source else [],
        "entries": [entry_context(entry, laid) for entry in speaker.entries],
    }


def notice_context(number: int, notice: Notice, laid: Outline) -> dict[str, Any]:
    """What the template shows of one notice, the ``number``-th of its sheet."""
    return {
        "id": f"n{number}",
        "label": labels.notice(notice.kind),
        "message": one_line(notice.message),
        "place": laid.place(notice.start),
        "other": laid.place(notice.other.start) if notice.other else None,
    }


def person_context(mark: PersonMark, laid: Outline) -> dict[str, Any]:
    """What the template shows of one person who must be spared."""
    return {
        "id": mark.id,
        "label": labels.PERSONS[mark.kind],
        "message": f"“{one_line(laid.words(mark.start, mark.end))}”: {one_line(mark.reason)}",
        "place": laid.place(mark.start),
        "other": None,
    }


def entry_context(entry: Entry, laid: Outline) -> dict[str, Any]:
    """What the template shows of one statement."""
    return {
        "id": entry.attribution.id,
        "verb": entry.verb,
        "words": one_line(entry.words),
        "place": entry.place,
        "firmness": entry.firmness(LONGEST_DETAIL),
        "via": entry.relays(),
        "checks": [
            {
                "id": check.id,
                "label": labels.VERIFICATION[check.kind],
                "words": shortened(laid.words(check.start, check.end), LONGEST_DETAIL),
            }
            for check in entry.verification
        ],
        "figures": [figure_context(figure, laid) for figure in entry.figures],
    }


def figure_context(figure: Figure, laid: Outline) -> dict[str, Any]:
    """What the template shows of one figure."""
    return {
        "id": figure.id,
        "amount": labels.amount(figure, one_line(laid.words(figure.start, figure.end))),
        "counted": one_line(figure.counted),
        "by": one_line(laid.names.get(figure.estimator or "", "")),
        "as_of": figure.as_of or "",
        "place": laid.place(figure.start),
    }


def check_context(check: Verification, laid: Outline) -> dict[str, Any]:
    """What the template shows of what the text says on whether something was checked."""
    by = f"{one_line(laid.names[check.by])}: " if check.by in laid.names else ""
    about = f" (about {', '.join(check.about)})" if check.about else ""
    return {
        "id": check.id,
        "label": labels.VERIFICATION[check.kind],
        "other": None,
        "message": f"{by}“{one_line(laid.words(check.start, check.end))}”{about}",
        "place": laid.place(check.start),
    }
