"""The styles and scripts of the desk: a fixed set, read once, named with their digest so that browsers may keep them."""

from importlib.resources import files

import msgspec

from counterclaim.values.digest import bytes_digest

OWN = ("desk.css", "desk.js", "span.js", "icon.svg", "vendor/htmx.min.js")
SHARED = ("page.css", "comparison.css", "page.js", "comparison.js")
"""Those of the pages that stand for themselves."""

KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


class StaticFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file, ready to send."""

    name: str
    data: bytes
    kind: str

    @property
    def address(self) -> str:
        """Its address; another for other content."""
        return f"/static/{self.name}?v={bytes_digest(self.data)[:12]}"


def static_files() -> dict[str, StaticFile]:
    """All files by name; nothing else is served from a disk."""
    own, shared = files("counterclaim.desk") / "static", files("counterclaim.show") / "templates"
    found = {name: own.joinpath(name).read_bytes() for name in OWN}
    found |= {name: shared.joinpath(name).read_bytes() for name in SHARED}
    return {name: StaticFile(name=name, data=data, kind=KINDS[name.rpartition(".")[2]]) for name, data in found.items()}
