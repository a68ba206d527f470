"""What the findings are called where people read them: the one home of every label."""

from counterclaim.values.attribution import Attribution
from counterclaim.values.figure import Figure
from counterclaim.values.party import Source

ACTS = {
    "states": "says",
    "denies": "denies",
    "confirms": "confirms",
    "accuses": "accuses",
    "demands": "demands",
    "asks": "asks",
    "orders": "orders",
    "promises": "promises",
    "warns": "warns",
    "believes": "believes",
    "doubts": "doubts",
    "other": "expresses",
}

DISTANCES = {"distancing": "the writer keeps a distance", "endorsing": "the writer takes it as true"}

KINDS = {
    "person": "person",
    "group": "group",
    "organisation": "organisation",
    "state": "state",
    "outlet": "outlet",
    "document": "document",
    "unnamed": "unnamed source",
}

ZONES = {
    "headline": "headline",
    "subhead": "subhead",
    "byline": "byline",
    "dateline": "dateline",
    "body": "body",
    "caption": "caption",
    "embed": "embedded post",
    "related": "related links",
    "disclaimer": "disclaimer",
    "credit": "credit",
    "comment": "readers' comments",
    "furniture": "page furniture",
}

VERIFICATION = {
    "not_verified": "not verified",
    "verified": "verified",
    "evidence_supports": "evidence said to support it",
    "evidence_contradicts": "evidence said to contradict it",
    "evidence_demanded": "evidence demanded",
    "access_denied": "access denied to those who would check",
}

PERSONS = {
    "telephone": "telephone number",
    "email": "e-mail address",
    "address": "postal address",
    "minor": "child",
    "prisoner": "prisoner",
    "private": "private person",
}
"""Who or what must be spared, by the kind of mark."""

BOUNDS = {
    "approx": "about",
    "at_least": "at least",
    "at_most": "at most",
    "more_than": "more than",
    "less_than": "less than",
}

DISPUTES = {
    "denial": "one denies what the other says",
    "agent": "who did it",
    "figure": "figures that cannot both hold",
    "polarity": "affirmed and negated",
}
"""What kind of dispute it is."""

NOBODY = "Speaker not resolved"
"""The heading over statements whose speaker stayed unresolved."""


def act(attribution: Attribution) -> str:
    """The verb for what the speaker does; a plain statement that the writer keeps at a distance is a claim."""
    if attribution.act == "states" and attribution.distance == "distancing":
        return "claims"
    return ACTS[attribution.act]


def about(source: Source) -> tuple[str, ...]:
    """What is known of a speaker beside the name: role, kind, side, why unnamed; each a short phrase."""
    parts = [source.role] if source.role else []
    parts.append(KINDS[source.kind])
    if source.side and source.side != source.name:
        parts.append(f"speaks for {source.side}")
    if source.anonymity:
        parts.append(f"not named: {source.anonymity}")
    return tuple(parts)


def notice(kind: str) -> str:
    """A notice's kind in words; new kinds need no entry here."""
    return kind.replace("_", " ")


def number(value: float) -> str:
    """``value`` with thousands separated and at most three decimals, and without a fraction where it has none."""
    return f"{int(value):,}" if value == int(value) else f"{round(value, 3):,}"


def amount(figure: Figure, words: str) -> str:
    """The figure as a phrase ("at least 12", "30-40 %"); its own ``words`` where it gives no number ("dozens")."""
    if figure.bound == "range" and figure.low is not None and figure.high is not None:
        shown = f"{number(figure.low)}–{number(figure.high)}"
    elif figure.value is not None:
        shown = f"{BOUNDS.get(figure.bound or '', '')} {number(figure.value)}".strip()
    else:
        return f"“{words}”"
    return f"{shown} {figure.unit}" if figure.unit and figure.unit not in figure.counted else shown


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 figure", "2 figures"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
