import base64
import hashlib
import re

import pytest
from lxml import etree, html
from msgspec.structs import replace

from counterclaim.show.outline import outline
from counterclaim.show.page import page_html
from counterclaim.values.digest import text_digest
from counterclaim.values.sheet import Sheet
from counterclaim.values.text import Zone
from tests.made import TEXT, made_sheet


def tree(*sheets: Sheet) -> html.HtmlElement:
    return html.document_fromstring(page_html([outline(sheet) for sheet in sheets]))


def of_text(text: str, **names: str) -> Sheet:
    """A sheet of ``text`` alone, without findings."""
    document = replace(made_sheet().document, text=text, text_sha256=text_digest(text), **names)
    zones = (Zone(kind="body", start=0, end=len(text)),) if text else ()
    return Sheet(document=document, zones=zones)


def test_the_text_stands_there_whole_but_for_the_labels() -> None:
    page = tree(made_sheet())
    article = page.xpath("//article")[0]
    for label in article.xpath(".//a[@class='tag'] | .//span[@class='zone-name']"):
        label.drop_tree()
    assert article.text_content() == TEXT


def test_every_entry_and_its_words_are_linked_both_ways() -> None:
    page = tree(made_sheet(), made_sheet())
    ids = set(page.xpath("//@id"))
    assert len(ids) == len(page.xpath("//@id"))
    targets = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")}
    assert targets <= ids
    for entry in page.xpath("//@data-entry"):
        assert f"w-{entry}" in targets
        assert f"e-{entry}" in targets
        assert page.xpath(f"//*[contains(concat(' ', @data-of), ' {entry} ')]")


def test_nothing_is_asked_of_the_network() -> None:
    page = tree(made_sheet())
    assert not page.xpath("//link | //img | //iframe | //object | //form | //*[@src] | //*[@style]")
    assert not [name for name in page.xpath("//@*") if name.attrname.startswith("on")]
    raw = page_html([outline(made_sheet())])
    assert "@import" not in raw
    assert "url(" not in raw


def test_the_policy_names_the_one_style_and_the_one_script() -> None:
    raw = page_html([outline(made_sheet())])
    page = html.document_fromstring(raw)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        (part,) = re.findall(rf"<{name}>(.*?)</{name}>", raw, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(1)> \"'`{{7*7}} </article></style> \u202egnp.exe &amp;"


def test_hostile_text_is_only_text() -> None:
    sheet = of_text(HOSTILE, title=HOSTILE, outlet=HOSTILE, path=HOSTILE, id=HOSTILE, url="javascript:alert(1)")
    page = tree(sheet)
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img")
    assert not page.xpath("//a[contains(@href, 'javascript')]")
    (article,) = page.xpath("//article")
    assert article.text_content() == HOSTILE.replace("\u202e", "‹RLO›")
    assert "\u202e" not in etree.tostring(page, encoding="unicode")
    assert article.xpath(".//span[@class='sign']/@title") == ["U+202E, right-to-left override, not shown as itself"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", " JAVASCRIPT:alert(1)", "data:text/html,x", "http://[", "//x.example"])
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    assert not tree(of_text("x", url=url)).xpath("//a[not(starts-with(@href, '#'))]")


def test_several_documents_have_a_table_of_contents() -> None:
    page = tree(made_sheet(), of_text(""))
    assert page.xpath("//nav//a/@href") == ["#d1", "#d2"]
    assert page.xpath("//h1")[0].text_content() == "2 claim sheets"
    assert tree(made_sheet()).xpath("//nav") == []


def test_no_document_at_all_is_a_page_too() -> None:
    assert "0 claim sheets" in page_html([])


def colours(theme: str) -> dict[str, str]:
    """The custom properties of the light or the dark theme."""
    from importlib.resources import files

    style = files("counterclaim.show").joinpath("templates", "page.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    return dict(re.findall(r"--([\w-]+): (#\w{6});", light if theme == "light" else dark))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast_is_that_of_wcag_aa(theme: str) -> None:
    known = colours(theme)
    grounds = ["paper", "card", "source", "cue", "content", "nested", "figure", "check"]
    pairs = [("ink", ground) for ground in grounds] + [("lit-ink", "lit")]
    pairs += [(ink, ground) for ink in ("soft", "accent") for ground in ("paper", "card")]
    for ink, ground in pairs:
        lighter, darker = sorted((luminance(known[ink]), luminance(known[ground])), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (theme, ink, ground)
