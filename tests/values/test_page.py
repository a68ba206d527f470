from counterclaim.values.document import Document
from counterclaim.values.page import Page
from counterclaim.values.text import Alignment, CleanText, Zone


def test_paragraphs_are_the_articles_lines_without_their_blanks() -> None:
    text = "  One. \n\nTwo.\nShare this\n"
    at = text.index("Share")
    zones = (Zone(kind="body", start=0, end=at), Zone(kind="furniture", start=at, end=len(text)))
    page = Page(
        document=Document(id="d", path="d", sha256="", text_sha256="", language="en"),
        clean=CleanText(text=text, zones=zones, alignment=Alignment.identity(len(text))),
    )
    assert [span.words(text) for span in page.paragraphs()] == ["One.", "Two."]
