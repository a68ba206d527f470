"""Who is heard through whom in which document, as a drawing: parties to the left, relays between, documents to the right."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from counterclaim.show.laid import Laid
from counterclaim.show.links import Links
from counterclaim.show.safe import one_line, shortened

ROW = 30
"""Pixels between two nodes of a column."""

TOP = 34
"""Pixels above the first node, for the columns' names."""

COLUMNS = {"party": 26.0, "relay": 48.0, "document": 71.0}
"""Where the nodes of each column stand, in percent of the width."""

LONGEST = {"party": 28, "relay": 24, "document": 24}
"""Characters of a node's name that have room."""

MOST_PARTIES = 24
"""Parties drawn: those heard in most documents."""


MOST_DOCUMENTS = 60
"""Documents drawn: those in which most of the parties and relays are heard, or that are copies."""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A party, a chain of relays, or a document; ``name`` is cut to the room there is, ``says`` is not."""

    key: str
    kind: str
    name: str
    says: str
    href: str | None
    at: float
    y: float


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A line between two nodes, from left to right."""

    from_: Node
    to: Node


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A document likely copied from another: an arc from one row to the other; dashed where it gives no credit."""

    y: float
    original_y: float
    credited: bool
    says: str


class Graph(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing, with the numbers of parties and of documents left out of it."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    copies: tuple[Copy, ...]
    height: int
    undrawn: int
    undrawn_documents: int


def relay_graph(laid: Laid, links: Links, documents: Sequence[str]) -> Graph | None:
    """The drawing; None where there is no document.

    Drawn are the parties heard in two documents or through a relay, no more than `MOST_PARTIES`, and `MOST_DOCUMENTS`. A party
    has a line to a relay where an attribution of the document says so, and to the document where it is heard there directly.
    """
    if not documents:
        return None
    drawn_documents = _most_linked(laid, documents)
    order = sorted(drawn_documents, key=lambda name: laid.published(name) or "9999")
    heard_through = dict.fromkeys(_links(laid, set(order)))
    heard: dict[str, set[str]] = {}
    for party, _, document in heard_through:
        if party:
            heard.setdefault(party, set()).add(document)
    relayed = {party for party, relay, _ in heard_through if party and relay}
    worth = sorted((p for p in heard if len(heard[p]) > 1 or p in relayed), key=lambda p: (-len(heard[p]), p))
    drawn = set(worth[:MOST_PARTIES])
    lines = [link for link in heard_through if link[1] or link[0] in drawn]
    rank = {name: number for number, name in enumerate(order)}
    parties = _by_neighbours({p: [rank[d] for one, _, d in lines if one == p] for p in worth[:MOST_PARTIES]})
    relays = _by_neighbours({r: [rank[d] for _, one, d in lines if one == r] for _, r, _ in lines if r})
    height = TOP + ROW * max(len(order), len(parties), len(relays), 1)
    nodes = {
        **_column("party", [(p, laid.name(p), links.party(p)) for p in parties], height),
        **_column("relay", [(r, r, None) for r in relays], height),
        **_column("document", [(d, laid.outlet(d), links.document(d)) for d in order], height),
    }
    edges: dict[Edge, None] = {}
    for party, relay, document in lines:
        chain = [("party", party) if party in drawn else None, ("relay", relay) if relay else None, ("document", document)]
        present = [nodes[key] for key in chain if key is not None]
        for left, right in pairwise(present):
            edges[Edge(from_=left, to=right)] = None
    copies = [
        Copy(
            y=nodes["document", origin.document].y,
            original_y=nodes["document", origin.copy_of].y,
            credited=bool(origin.credited),
            says=f"{laid.outlet(origin.document)}: likely a copy of {laid.outlet(origin.copy_of)}",
        )
        for origin in laid.comparison.origins
        if origin.copy_of in rank and origin.document in rank
    ]
    return Graph(
        nodes=tuple(nodes.values()),
        edges=tuple(edges),
        copies=tuple(copies),
        height=height,
        undrawn=len(heard) - len(drawn),
        undrawn_documents=len(documents) - len(order),
    )


def _most_linked(laid: Laid, documents: Sequence[str]) -> list[str]:
    """The documents that are drawn, in the page's order."""
    if len(documents) <= MOST_DOCUMENTS:
        return list(documents)
    known = set(documents)
    origins = [origin for origin in laid.comparison.origins if origin.document in known]
    copied = {name for origin in origins if origin.copy_of for name in (origin.document, origin.copy_of)}
    linked = {origin.document: len(origin.roots) + len(origin.relays) for origin in origins}
    chosen = set(sorted(documents, key=lambda name: (name not in copied, -linked.get(name, 0)))[:MOST_DOCUMENTS])
    return [name for name in documents if name in chosen]


def _links(laid: Laid, documents: set[str]) -> Iterable[tuple[str | None, str | None, str]]:
    """Party, chain of relays and document for everything heard; a relay the document credits in general has no party."""
    through: dict[tuple[str, str], str] = {}
    for name in documents:
        for attribution in laid.sheets[name].attributions:
            if attribution.via:
                through[name, attribution.id] = " → ".join(dict.fromkeys(one_line(relay.name) for relay in attribution.via))
    relayed: set[tuple[str, str]] = set()
    used: dict[str, str] = {}
    for claim in laid.comparison.claims:
        for member in claim.members:
            chain = through.get((member.document, member.attribution))
            if chain and member.source in laid.parties:
                relayed.add((str(member.source), member.document))
                used[member.document] = used.get(member.document, "") + chain
                yield member.source, chain, member.document
    for origin in laid.comparison.origins:
        if origin.document not in documents:
            continue
        for root in origin.roots:
            if root in laid.parties and (root, origin.document) not in relayed:
                yield root, None, origin.document
        for relay in origin.relays:
            if one_line(relay) not in used.get(origin.document, ""):
                yield None, one_line(relay), origin.document


def _by_neighbours(rows: dict[str, list[int]]) -> list[str]:
    """The nodes by the middle of the rows they are joined to, which keeps lines from crossing (the barycentre heuristic)."""
    return sorted(rows, key=lambda key: (sum(rows[key]) / max(len(rows[key]), 1), key))


def _column(kind: str, named: Sequence[tuple[str, str, str | None]], height: int) -> dict[tuple[str, str], Node]:
    """The nodes of one column, spread over the height."""
    step = (height - TOP) / max(len(named), 1)
    return {
        (kind, key): Node(
            key=f"{kind}{number}",
            kind=kind,
            name=shortened(name, LONGEST[kind]),
            says=name,
            href=href,
            at=COLUMNS[kind],
            y=round(TOP + step * (number + 0.5), 1),
        )
        for number, (key, name, href) in enumerate(named)
    }
