"""The desk's addresses, in one place: every link of a page and every way back comes from here.

Names of dossiers, documents and parties may hold any character. In a path they are percent-encoded with ``~`` for ``%``:
servers and browsers decode ``%2F`` and fold ``..`` before anybody sees them, ``~2F`` and ``~2E`` they leave alone.
"""

from urllib.parse import quote, unquote, urlencode

from counterclaim.values.span import Span


def segment(name: str) -> str:
    """``name`` as one segment of a path."""
    encoded = quote(name, safe="", errors="surrogatepass").replace("~", "%7E").replace("%", "~")
    return encoded.replace(".", "~2E") if not encoded.strip(".") else encoded


def named(part: str) -> str:
    """The name that ``segment`` made ``part`` from; for any other text a name that does not exist."""
    return unquote(part.replace("~", "%"), errors="replace")


def dossier(name: str, section: str = "") -> str:
    """A dossier's page, or one section of it ("figures")."""
    return f"/dossiers/{segment(name)}" + (f"/{section}" if section else "")


def document(name: str, id: str, label: str = "", at: Span | None = None) -> str:
    """A document's page; at the words of a finding (``label``) or at any place (``at``)."""
    query = "?" + urlencode({"at": f"{at.start}-{at.end}"}) if at else ""
    anchor = "#w-d-here" if at else f"#w-d-{label}" if label else ""
    return f"{dossier(name)}/documents/{segment(id)}{query}{anchor}"


def party(name: str, called: str) -> str:
    """The page of the party called so."""
    return f"{dossier(name)}/parties/{segment(called)}"


def claim(name: str, document_id: str, start: int, end: int) -> str:
    """The page of the claim that is made at this place: a place outlives the numbers of a comparison."""
    return f"{dossier(name)}/claims/{segment(document_id)}/{start}-{end}"


def dispute(name: str, id: str) -> str:
    """A dispute on its own page."""
    return f"{dossier(name)}/disputes/{segment(id)}"
