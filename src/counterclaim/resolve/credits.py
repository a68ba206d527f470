"""What the dateline or a credit line says of the whole document."""

from collections.abc import Mapping

from counterclaim.resolve.listening import Listener
from counterclaim.resolve.words import Words, fold
from counterclaim.values.attribution import Relay
from counterclaim.values.span import Span
from counterclaim.values.syntax import Token


def whole_document(heard: Listener, ids: Mapping[int, str]) -> tuple[Relay, ...]:
    """The agency in the dateline, or the one outlet a credit line names; empty where there are none or several."""
    ground = heard.ground
    found: list[Relay] = []
    for zone in ground.page.clean.zones:
        spans: list[Span] = []
        if zone.kind == "dateline":
            spans = [zone.span]
        elif zone.kind == "credit":
            matches = ground.relays_in(zone.span)
            spans = [Span(m.span.end, zone.end) for m in matches if m.entry.category == "credit"]
        for span in spans:
            found += _outlets(heard, span, ids)
    names = {r.name for r in found}
    return (found[0],) if len(names) == 1 else ()


def _outlets(heard: Listener, span: Span, ids: Mapping[int, str]) -> list[Relay]:
    """Outlets named in a zone that is not analysed."""
    words = Words(split(heard.ground.text, span))
    lists = heard.reader.lexicon.outlets
    found: list[Relay] = []
    at = 0
    while at < len(words):
        hit = lists.at(words, at, len(words))
        if hit and hit[0].kind != "platform" and (len(words.tokens[at].text) > 1):
            first, last = words.tokens[at], words.tokens[hit[1] - 1]
            name = heard.ground.text[first.start : last.end]
            found.append(Relay(name=name, medium="report", start=first.start, end=last.end))
            at = hit[1]
        else:
            at += 1
    return found


def split(text: str, span: Span) -> list[Token]:
    """Runs of letters, digits and points as tokens: enough to look names up where no analyzer has read."""
    tokens: list[Token] = []
    start = None
    for at in range(span.start, span.end + 1):
        inside = at < span.end and (text[at].isalnum() or text[at] in ".&")
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            word = text[start:at]
            tokens.append(Token(start, at, word, fold(word)))
            start = None
    return tokens
