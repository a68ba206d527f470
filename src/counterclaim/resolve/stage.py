"""The resolve stage: whose voice each statement is, and through whom it came."""

from counterclaim.kit import Kit
from counterclaim.resolve.ground import Ground
from counterclaim.resolve.lexicon import lexicon
from counterclaim.resolve.listening import Listener
from counterclaim.resolve.normal import seat_keys
from counterclaim.resolve.reader import Reader
from counterclaim.resolve.relay import chains
from counterclaim.resolve.sources import as_sources, unnamed_notices, unresolved_notices
from counterclaim.resolve.words import Words
from counterclaim.values.attribution import Voice
from counterclaim.values.page import Found, Page

VERSION = 3


def resolve(page: Page, kit: Kit) -> Found:
    """Adds sources, voices, relay chains and notices to the page.

    Returns:
        One voice for each statement, ``source_id`` None where the document does not say or not clearly enough who speaks
        (then with a notice ``unresolved_speaker`` if words name a speaker); the sources that speak; a chain for each
        statement that came through others. Spans index ``page.text``. Nothing for a page without statements.
    """
    if not page.found.statements:
        return Found()
    pack = kit.pack(page.document.language)
    lists = lexicon(pack)
    ground = Ground(page, lists)
    reader = Reader(
        page.text, Words(page.parse.tokens, pack.nominative), lists, pack.once("resolve seats", lambda: seat_keys(lists))
    )
    heard = Listener(ground, reader)
    speaking = heard.speaking()
    sources = as_sources(speaking)
    ids = {id(party): source.id for party, source in zip(speaking, sources, strict=True)}
    voices = tuple(
        Voice(statement=s.id, source_id=ids[id(choice.party)] if (choice := heard.voices[s.id]).party else None)
        for s in ground.statements
    )
    return Found(
        sources=sources,
        voices=voices,
        chains=chains(heard, ids),
        notices=unresolved_notices(ground, heard.voices, heard.seen) + unnamed_notices(sources),
    )
