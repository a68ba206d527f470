"""A dossier of sheets becomes one comparison."""

from collections.abc import Mapping, Sequence

import msgspec

from counterclaim.kit import Kit
from counterclaim.match.account import Account, account
from counterclaim.match.actors import Actors
from counterclaim.match.camps import Sides
from counterclaim.match.claims import group_claims, utterances
from counterclaim.match.decided import NOTHING_DECIDED, decide_claims, decide_parties
from counterclaim.match.disputes import disputes_of
from counterclaim.match.events import events
from counterclaim.match.inquiry import answers_of
from counterclaim.match.institutions import concepts
from counterclaim.match.ladders import figure_disputes, ladders
from counterclaim.match.origins import independence, origins
from counterclaim.match.parties import PartyOf, merge_parties
from counterclaim.match.passages import Passage, passages, presented
from counterclaim.match.reuse import shared_passages
from counterclaim.match.roots import Roots
from counterclaim.match.scene import Scene
from counterclaim.match.translations import translated_passages
from counterclaim.match.vectors import Embedder, SmallE5
from counterclaim.match.whereabouts import elsewhere
from counterclaim.values.comparison import Comparison, DossierDocument
from counterclaim.values.judgement import Decided
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet


def compare(
    sheets: Sequence[Sheet], kit: Kit, embedder: Embedder | None = None, decided: Decided = NOTHING_DECIDED
) -> Comparison:
    """Holds the sheets of one dossier against each other.

    Args:
        sheets: Read with their texts; documents named by their ids, which must differ.
        kit: The open kit; its word lists say who can be a doer in each language.
        embedder: Gives vectors of meaning; the small model that is installed where none is given.
        decided: What people decided about the grouping of names and claims.

    Returns:
        Parties, claims, disputes, ladders and origins. Two documents of one id are told apart by a problem, the first kept.
    """
    embedder = embedder or SmallE5()
    seen: set[str] = set()
    problems: list[Problem] = []
    kept: list[Sheet] = []
    for sheet in sheets:
        if sheet.document.id in seen:
            problems.append(_twice(sheet))
        else:
            seen.add(sheet.document.id)
            kept.append(sheet)
    accounts = tuple(account(sheet) for sheet in kept)
    packs = {one.language: kit.pack(one.language) for one in accounts}
    concept = concepts(kit, packs)
    parties, party_of = merge_parties(accounts, concept)
    parties, party_of, unclear = decide_parties(accounts, parties, party_of, decided)
    actors = Actors(kit, sorted(packs), parties)
    scenes = {one.id: Scene(one.text, one.language, actors, packs[one.language]) for one in accounts}
    sides = Sides(actors, parties)
    away = elsewhere(accounts, scenes, packs)
    told = events(accounts, scenes, packs, away)
    answers = [answers_of(_spoken(group, scenes, party_of, sides), scenes, sides) for group in told]
    claims = group_claims(accounts, utterances(accounts, answers), party_of, embedder)
    claims = decide_claims(accounts, claims, decided)
    steps, estimates = ladders(accounts, party_of, away)
    texts = {one.id: one.text for one in accounts}
    disputes = [d for found in answers for d in disputes_of(found, actors.names, claims, texts)]
    disputes += figure_disputes(estimates, parties)
    shared = {**shared_passages(accounts), **translated_passages(accounts, embedder)}
    origin = origins(accounts, shared, Roots(parties, party_of, concept))
    return Comparison(
        documents=tuple(_document(sheet) for sheet in kept),
        parties=parties,
        claims=claims,
        disputes=tuple(msgspec.structs.replace(d, id=f"d{number}") for number, d in enumerate(disputes, 1)),
        figures=steps,
        origins=origin,
        independent_origins=independence(claims, origin, parties),
        problems=(*problems, *unclear),
    )


def _spoken(group: Sequence[Account], scenes: Mapping[str, Scene], party_of: PartyOf, sides: Sides) -> list[Passage]:
    return [
        passage
        for one in group
        for passage in (*passages(one, party_of), *presented(one, scenes[one.id], party_of, sides.bodies))
    ]


def _document(sheet: Sheet) -> DossierDocument:
    document = sheet.document
    return DossierDocument(
        id=document.id,
        path=document.path,
        outlet=document.outlet,
        published=document.published,
        language=document.language,
        title=document.title,
    )


def _twice(sheet: Sheet) -> Problem:
    return Problem(
        code="document_twice",
        message=f"{sheet.document.path}: a document named {sheet.document.id!r} is in the dossier already; it is left out. "
        "Give each record an id of its own.",
        stage="compare",
    )
