"""Hostile text made harmless to look at: terminal sequences, control characters and direction overrides shown as signs.

A document may hold anything. Escape sequences can repaint a terminal, and bidirectional overrides can show words in another
order than they stand (Boucher and Anderson, "Trojan Source", 2021). Whatever is shown goes through here; what other
programs read (``jsonl``) stays character for character.
"""

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

TAGS = range(0xE0000, 0xE0080)
"""Tag characters: invisible copies of ASCII."""


def sign(character: str) -> str | None:
    """What stands for ``character`` where it must not be shown itself; None for one that may.

    Line feed and tab may (a carriage return only before a line feed: alone it lets later words overwrite earlier ones);
    joiners and the zero-width space may as well: they are common, and hide nothing that is read.
    """
    code = ord(character)
    if character in "\n\t" or 0x20 <= code < 0x7F:
        return None
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if character in OVERRIDES:
        return f"‹{OVERRIDES[character]}›"
    if code in TAGS or character in "\u2028\u2029" or unicodedata.category(character) in {"Cc", "Cs"}:
        return f"‹U+{code:04X}›"
    return None


def visible(text: str) -> str:
    """``text`` with a sign for each character that must not be shown; unchanged where there is none."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign(character) or character for character in text.replace("\r\n", "\n"))


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


def pieces(text: str) -> tuple[tuple[str, str | None], ...]:
    """``text`` cut into stretches to show as they are, ``(text, None)``, and signs with the name of what they stand for."""
    if text.isascii() and text.isprintable():
        return ((text, None),) if text else ()
    found: list[tuple[str, str | None]] = []
    plain: list[str] = []
    for character in text.replace("\r\n", "\n"):
        shown = sign(character)
        if shown is None:
            plain.append(character)
            continue
        if plain:
            found.append(("".join(plain), None))
            plain = []
        name = unicodedata.name(character, "control character").lower()
        found.append((shown, f"U+{ord(character):04X}, {name}, not shown as itself"))
    if plain:
        found.append(("".join(plain), None))
    return tuple(found)
