"""What a kept library (trafilatura, htmldate) says of a page: which of its texts are the article, and its metadata."""

import html
import re
from collections.abc import Sequence

import msgspec
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata

from counterclaim.clean.html_tree import Planted

_LATEST = "2100-01-01"
"""htmldate takes no later date. Fixed, so that a page's date does not depend on the day it is read."""


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says about itself; None for what it does not say. ``lang`` is the ``lang`` of its root."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    description: str | None = None
    lang: str | None = None


_TOKEN = re.compile(r"\w+")
_TOLD = 12
"""Characters from which a run is known again in the article's text; shorter ones stand in any text."""
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_PARTICLE_LENGTH = 3
"""Words of a name that may begin with a small letter are no longer than this: de, van, bin, el."""


def choose(planted: Planted, words: Sequence[str]) -> frozenset[int]:
    """Numbers of the runs that trafilatura takes for the article's text.

    Its fast mode: without the comparison with other extractors it loses nothing on the public half of the article
    extraction benchmark (F1 0.966 against 0.958) and takes two thirds of the time. Where it takes a short article's text
    from the page's JSON-LD, the runs that say the same are chosen.

    Args:
        planted: The numbered tree.
        words: The source of each run.

    Returns:
        Nothing where it finds no article, or fails (it does on some trees it was not made for).
    """
    try:
        document = bare_extraction(planted.root, fast=True, include_comments=False)
    except Exception:  # a page must never stop the run; the caller then reads it as plain text
        return frozenset()
    body = getattr(document, "body", None)
    if body is None:
        return frozenset()
    text = "".join(body.itertext())
    return frozenset(planted.numbers(text)) or _said(text, words)


def _said(text: str, words: Sequence[str]) -> frozenset[int]:
    """Runs of some length whose words stand in ``text``."""
    whole = _plain(text)
    plain = [_plain(html.unescape(run)) for run in words]
    return frozenset(n for n, run in enumerate(plain) if len(run) >= _TOLD and run in whole)


def _plain(text: str) -> str:
    return " ".join(_TOKEN.findall(text))


def meta(root: HtmlElement, url: str | None) -> Meta:
    """The metadata of a page: meta tags, JSON-LD, microdata, links; empty where reading them fails."""
    try:
        found = extract_metadata(root, url, {"original_date": True, "extensive_search": False, "max_date": _LATEST})
    except Exception:  # as above
        return Meta(lang=root.get("lang"))
    return Meta(
        title=found.title or None,
        author=_names(found.author),
        outlet=found.sitename or None,
        published=found.date or None,
        url=found.url or None,
        description=found.description or None,
        lang=root.get("lang"),
    )


def _names(author: str | None) -> str | None:
    """The author's names, joined by "; "; None if what was found reads like a sentence and not like names.

    The library also looks for "by ..." in running text, so what it finds is believed only if it looks like names: one to
    five words each, with capitals, where the script has them, on all but particles.
    """
    names = [name.strip() for name in (author or "").split(";") if name.strip()]
    for name in names:
        words = name.split()
        if not 1 <= len(words) <= 5 or not all(_NAME.fullmatch(word) for word in words):
            return None
        if any(word[0].islower() and len(word) > _PARTICLE_LENGTH for word in words):
            return None
    return "; ".join(names) or None
