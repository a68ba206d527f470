"""The zones of plain text: every character is headline, body, caption, post, comment, furniture ... exactly once.

What a line says (phrases from the word list ``furniture``) and how it stands (posts, lists of links, comments) goes before what
the learned classifier makes of its shape; the classifier decides on all other lines.
"""

import re

from counterclaim.clean.asides import notes, related
from counterclaim.clean.comments import comments
from counterclaim.clean.dates import open_months
from counterclaim.clean.masthead import headline, lead_lines, subheads
from counterclaim.clean.posts import posts
from counterclaim.clean.view import Kinds, View
from counterclaim.language.pack import LanguagePack
from counterclaim.values.text import Zone, ZoneKind

_DATELINE = re.compile(
    r"""^(?:
        [^\s(/][^(/“"\n]{0,60}?[\s,.]*[(/][^()/\n]{2,40}[)/]\.?\s*(?:[–—:]|--?)\s*   # GENEVA, March 2 (Agency) -
      | [^\s(/][^(/“"\n]{0,60}?[\s,.]*/[^()/\n]{2,40}/\.?\s+                       # MOSCOW, April 8. /AGENCY/.
      | [(][^()/\n]{2,40}[)]\s*(?:[–—]|--?)\s+                                     # (Agency) -
      | (?:[^\W\d_a-zа-яіїєґ]{3,}[ .-]{1,2})*[^\W\d_a-zа-яіїєґ]{3,}(?:,\s[^\W\d_][\w. ]{1,30})?\s*(?:[–—]|--|\s-)\s+  # LORVIA -
    )(?=\S)""",
    re.VERBOSE,
)
"""The place, date and agency with which a wire report's first paragraph begins."""
_PLACE_WORDS = 6
_DATELINE_LENGTH = 140


def zone_text(text: str, pack: LanguagePack) -> tuple[Zone, ...]:
    """The zones that tile ``text``.

    Blank lines belong to the zone before them. A text without furniture is all article. Pasted posts are one zone each; other
    neighbours of one kind are joined.

    Returns:
        Nothing for an empty text; one zone ``furniture`` for blanks.
    """
    view = View(text, pack)
    if not len(view):
        return (Zone(kind="furniture", start=0, end=len(text)),) if text else ()
    said = comments(view)
    kinds: Kinds = dict.fromkeys(said, "comment")
    kinds |= dict.fromkeys(range(said.stop, len(view)), "furniture")
    kinds = notes(view) | kinds
    kinds = related(view, kinds) | kinds
    pasted = posts(view, kinds)
    kinds |= {i: "embed" for post in pasted for i in post}
    body = view.bodies(kinds)
    kinds |= headline(view, kinds, body)
    head = next((i for i, kind in kinds.items() if kind == "headline"), None)
    kinds |= lead_lines(view, kinds, head, body, open_months(pack))
    kinds |= subheads(view, kinds, body)
    chosen = set(body)
    final: list[ZoneKind] = [kinds.get(i) or ("body" if i in chosen else "furniture") for i in range(len(view))]
    return _tiles(view, final, {post.start for post in pasted})


def _tiles(view: View, kinds: list[ZoneKind], posts_at: set[int]) -> tuple[Zone, ...]:
    zones: list[Zone] = []
    first = kinds.index("body") if "body" in kinds else -1
    for i, (line, kind) in enumerate(zip(view.lines, kinds, strict=True)):
        start = line.start
        cut = dateline_end(line.words) if i == first else 0
        if cut:
            zones.append(Zone(kind="dateline", start=start, end=line.at + cut))
            start = line.at + cut
        if zones and zones[-1].kind == kind and i not in posts_at:
            zones[-1] = Zone(kind=kind, start=zones[-1].start, end=line.end)
        else:
            zones.append(Zone(kind=kind, start=start, end=line.end))
    return tuple(zones)


def dateline_end(words: str) -> int:
    """How many characters of the first paragraph are its dateline; 0 where there is none, or one cannot be sure."""
    found = _DATELINE.match(words[:_DATELINE_LENGTH])
    if found is None or len(found.group()) >= len(words) / 2:
        return 0
    head = found.group()
    place = [word for word in re.split(r"[(/,–—]|--| - ", head)[0].split() if word[:1].isalpha()]
    proper = all(word[:1].isupper() for word in place) if place else head.startswith("(") and "@" not in head
    return found.end() if len(place) <= _PLACE_WORDS and proper else 0
