"""The language pack: word lists and analyzers of one language, opened once and passed in."""

from collections.abc import Callable, Container, Sequence
from typing import Literal, Protocol, TypeVar

from counterclaim.lexicon import load
from counterclaim.lexicon.cues import CueEntry
from counterclaim.lexicon.load import Entry
from counterclaim.lexicon.phrases import PhraseEntry, Phrases
from counterclaim.values.attribution import Piece
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token

Ability = Literal["sentences", "morphology", "syntax", "names"]
Inflector = Callable[[Token], str]
"""The token's word in the nominative of its own number and gender, with its capitals."""
Analyzer = Callable[[str, Sequence[Span]], Parse]
"""Takes the whole text and the spans to analyse (each a paragraph or line of the article, in order); offsets in the
parse index the whole text."""

NEEDED_ABILITIES: tuple[Ability, ...] = ("sentences", "morphology", "names")
"""What the stages count on; syntax is used where there is one, and case where there is none."""
NEEDED_LISTS = (
    *("cues", "attribution_words", "roles", "bodies", "institutions", "titles", "pronouns", "places", "outlets", "relays"),
    *("numbers", "bounds", "ranges", "units", "measures", "dates", "hedges", "negations", "acts", "verification", "furniture"),
)
"""Word lists without which a stage finds nothing or little."""
PROBED: dict[str, type[Entry]] = {"cues": CueEntry, "attribution_words": PhraseEntry}
"""Word lists on whose examples a pack shows what it can do."""
PROBES = 30
"""Examples of each."""
E = TypeVar("E", bound=Entry)
T = TypeVar("T")


class SpanTagger(Protocol):
    """A learned reader of attributions; `models.tagger.Tagger` is one."""

    def read(
        self, text: str, segments: Sequence[tuple[int, int]], headlines: Container[int] = frozenset()
    ) -> tuple[Piece, ...]:
        """Sources, cues and contents of the given paragraphs of ``text``, in code points of it, each with its cues."""
        ...


class LanguagePack:
    """One language: its code, what it can do, its analyzer and its word lists.

    A pack is immutable to its users; it keeps what it has compiled, so that a word list is read once per kit.

    Attributes:
        code: ISO 639-1.
        abilities: What ``analyze`` fills in. A stage that wants more abstains and says so.
        analyze: Sentences and tokens of the given spans.
        nominative: The nominative of a word, to show a name as dictionaries do; None for a language without cases.
        open_tagger: Opens the learned reader of attributions; None where the language has none and rules read alone.
    """

    def __init__(
        self,
        code: str,
        abilities: frozenset[Ability],
        analyze: Analyzer,
        open_tagger: Callable[[], SpanTagger] | None = None,
        nominative: Inflector | None = None,
    ) -> None:
        self.code = code
        self.abilities = abilities
        self.analyze = analyze
        self.open_tagger = open_tagger
        self.nominative = nominative
        self._kept: dict[str, object] = {}

    def lacks(self) -> tuple[str, ...]:
        """What the stages count on and this language has not: abilities, then word lists; empty for a full pack."""
        return self.once("lacks", self._lacks)

    def _lacks(self) -> tuple[str, ...]:
        listed = load.names(self.code)
        shown = self._shown()
        undeclared = [ability for ability in NEEDED_ABILITIES if ability not in self.abilities]
        unshown = [f"{ability} (declared, but not given)" for ability in sorted(self.abilities - shown)]
        return (*undeclared, *unshown, *(f"word list {name}" for name in NEEDED_LISTS if name not in listed))

    def _shown(self) -> frozenset[Ability]:
        """Which of its declared abilities ``analyze`` shows on the examples of its own word lists; all where it has none."""
        lines = [e.example for name, kind in PROBED.items() for e in self.entries(name, kind)[:PROBES]]
        if not lines:
            return self.abilities
        text = "\n".join(lines)
        spans: list[Span] = []
        for line in lines:
            start = spans[-1].end + 1 if spans else 0
            spans.append(Span(start, start + len(line)))
        try:
            parse = self.analyze(text, spans)
        except Exception:  # an analyzer that cannot read a plain sentence shows nothing
            return frozenset()
        tokens = parse.tokens
        signs: dict[Ability, bool] = {
            "sentences": bool(parse.sentences),
            "morphology": any(t.pos and t.feats and t.lemma.lower() != t.text.lower() for t in tokens),
            "syntax": any(t.dep for t in tokens),
            "names": any(t.entity for t in tokens),
        }
        return frozenset(ability for ability in self.abilities if signs[ability])

    def once(self, key: str, make: Callable[[], T]) -> T:
        """What ``make`` returns, made the first time ``key`` is asked for. ``make`` must depend on the pack alone."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]  # type: ignore[return-value]  # one key, one maker

    def tagger(self) -> SpanTagger | None:
        """The learned reader of attributions, opened once; None where the language has none.

        Raises:
            ModelError: If its model is missing or altered.
        """
        opener = self.open_tagger
        return None if opener is None else self.once("tagger", opener)

    def entries(self, name: str, kind: type[E]) -> tuple[E, ...]:
        """The word list ``name`` as typed entries; empty where this language has none.

        Raises:
            LexiconError: If the list is faulty.
        """
        return self.once(f"entries {name}", lambda: load.entries(self.code, name, kind))

    def phrases(self, name: str) -> Phrases:
        """The word list ``name`` of phrases, compiled; finds nothing where this language has none.

        Raises:
            LexiconError: If the list is faulty.
        """
        return self.once(f"phrases {name}", lambda: Phrases(self.entries(name, PhraseEntry)))
