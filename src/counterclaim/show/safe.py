"""Hostile text made harmless to look at: terminal sequences, control characters and direction overrides shown as signs.

A document may hold anything. Escape sequences can repaint a terminal, and bidirectional overrides can show words in another
order than they stand (Boucher and Anderson, "Trojan Source", 2021). Whatever is shown goes through here; what other
programs read (``jsonl``) stays character for character.
"""

import json
import re
import unicodedata

OVERRIDES = {
    "\u061c": "ALM",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
"""The characters that steer direction, with the abbreviations of the Unicode Bidirectional Algorithm (UAX 9, section 2)."""

ACTING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for tab and line feed
    r"\u2028\u2029"  # line ends that are none to a terminal
    r"\ud800-\udfff"  # halves of characters
    r"\U000e0000-\U000e007f"  # tags: invisible copies of ASCII
    rf"{''.join(OVERRIDES)}]"
)
"""Every character that must not be shown itself. Joiners and the zero-width space may: they are common and hide no words."""


def visible(text: str) -> str:
    """``text`` with a sign for each character that must not be shown; unchanged where there is none.

    A carriage return may stand before a line feed only: alone it lets later words overwrite earlier ones.
    """
    return ACTING.sub(lambda found: _sign(found[0]), text.replace("\r\n", "\n"))


def escaped(line: str) -> str:
    """JSON that says the same with every acting character escaped, for a terminal."""
    return ACTING.sub(lambda found: json.dumps(found[0])[1:-1], line)


def pieces(text: str) -> tuple[tuple[str, str | None], ...]:
    """``text`` cut into stretches to show as they are, ``(text, None)``, and signs with the name of what they stand for."""
    text = text.replace("\r\n", "\n")
    found: list[tuple[str, str | None]] = []
    at = 0
    for acting in ACTING.finditer(text):
        if at < acting.start():
            found.append((text[at : acting.start()], None))
        name = unicodedata.name(acting[0], "control character").lower()
        found.append((_sign(acting[0]), f"U+{ord(acting[0]):04X}, {name}, not shown as itself"))
        at = acting.end()
    if at < len(text):
        found.append((text[at:], None))
    return tuple(found)


def _sign(character: str) -> str:
    code = ord(character)
    if character in OVERRIDES:
        return f"‹{OVERRIDES[character]}›"
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures
    return "\u2421" if code == 0x7F else f"‹U+{code:04X}›"


def one_line(text: str) -> str:
    """``visible`` text on one line: every stretch of blanks is one space."""
    return visible(" ".join(text.split()))


def shortened(text: str, most: int) -> str:
    """``one_line`` text of at most ``most`` characters, cut between words where it can be, with an ellipsis."""
    line = one_line(text)
    if len(line) <= most:
        return line
    space = line.rfind(" ", 0, most)
    return line[: space if space > most // 2 else most - 1].rstrip(" ,;:-–—") + "…"
