"""A comparison as one self-contained page: disputes, figures, origins, timeline, parties, and under them the documents' sheets.

Whatever it says leads to the words that say it. It keeps the promises of the sheets' page (`page`): nothing is fetched, the
policy names the one style and the one script, every word of a document is escaped and made safe to look at.
"""

from collections.abc import Iterable
from importlib.metadata import version

from markupsafe import Markup

from counterclaim.show import labels
from counterclaim.show.laid import Laid
from counterclaim.show.links import PageLinks
from counterclaim.show.outline import Outline
from counterclaim.show.page import document_context, environment, part, policy
from counterclaim.show.places import Places
from counterclaim.show.relays import COLUMNS
from counterclaim.show.safe import one_line
from counterclaim.show.sections import MOST_CLAIMS, Sections
from counterclaim.values.comparison import Comparison


def comparison_html(comparison: Comparison, outlines: Iterable[Outline], name: str | None = None, foot: str = "") -> str:
    """The page.

    Args:
        comparison: What was compared.
        outlines: The sheets it was made from, laid out.
        name: The dossier's, if it has one.
        foot: What is said at the page's end, such as what it was made from.
    """
    known: dict[str, Outline] = {}
    for one in outlines:
        known.setdefault(one.sheet.document.id, one)
    laid = Laid(comparison, [one.sheet for one in known.values()])
    shown = {name: known[name] for name in laid.documents if name in known}
    keys = {name: f"doc{number}" for number, name in enumerate(shown, 1)}
    links = PageLinks(keys)
    places = Places(links, shown)
    sections = Sections(laid, places, links)
    ladders = sections.ladders({str(number): ladder for number, ladder in enumerate(comparison.figures, 1)})
    shared = sections.shared()
    claims = sections.claims(shared[:MOST_CLAIMS])
    parts = {
        "disputes": sections.disputes(comparison.disputes),
        "ladders": [ladder for ladder in ladders if len(ladder["rows"]) > 1],
        "once": [ladder for ladder in ladders if len(ladder["rows"]) == 1],
        "graph": sections.graph(),
        "origins": sections.origins(origin for origin in comparison.origins if origin.document in keys),
        "claims": claims,
        "more_claims": max(len(shared) - MOST_CLAIMS, 0),
        "timeline": sections.timeline({claim["id"] for claim in claims}),
        "days": sections.days(),
        "parties": sections.parties(),
    }
    style, script = part("page.css") + part("comparison.css"), part("page.js") + part("comparison.js")
    return (
        environment()
        .get_template("comparison.html")
        .render(
            title=f"{one_line(name)}, compared" if name else "Comparison",
            heading=one_line(name) if name else f"{labels.count(len(comparison.documents), 'document')} compared",
            policy=policy(style, script),
            style=Markup(style),  # ours, not a document's
            script=Markup(script),
            version=version("counterclaim"),
            summary=sections.summary(),
            foot=one_line(foot),
            columns=COLUMNS,
            documents=[  # last: by now every place that needs a label is known
                document_context(keys[name], one, places.marks(name), places.uses(name)) for name, one in shown.items()
            ],
            problems=[one_line(problem.message) for problem in comparison.problems],
            **parts,
        )
    )
