"""An export as the bytes of a file: for other programs, or as a page."""

import json

import msgspec

from counterclaim.service.export import Exported
from counterclaim.show.comparison_page import comparison_html
from counterclaim.show.outline import outline


def as_json(whole: Exported) -> bytes:
    """The export as one JSON object; lone surrogates, which UTF-8 cannot carry, are escaped, and then all that is not ASCII."""
    try:
        return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(whole), ensure_ascii=True, indent=1).encode("ascii") + b"\n"


def as_html(whole: Exported) -> bytes:
    """The export's comparison as a page that says at its end what it was made from."""
    how = "Those who must not be exposed are hidden." if whole.masked else "Nobody is hidden."
    foot = f"Exported from record {whole.made_from.log} of the log, digest {whole.made_from.chain}. {how}"
    return comparison_html(whole.comparison, [outline(one) for one in whole.sheets], whole.dossier, foot).encode(
        "utf-8", "replace"
    )
