"""The shape of a cue: a word that says that somebody says, thinks, wants or shows something."""

from typing import Literal

from counterclaim.lexicon.load import Entry
from counterclaim.values.attribution import Act, Distance

CueKind = Literal["verb", "noun", "adjective", "preposition", "adverb", "punctuation"]
Frame = Literal["clause", "quote", "to", "ing", "np", "as"]


class CueEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cue, and what it takes as its content.

    Attributes:
        lemma: Dictionary form; several words are parted by blanks, the first of them being the head ("point out").
        forms: Further forms of the head, where the language's analyzer gives them another lemma.
        kind: Part of speech of the head.
        frames: What the content may be: ``clause`` (finite: "said that ...", also in front, "..., she said"), ``quote``
            (words in quotation marks), ``to`` (infinitive), ``ing`` (gerund), ``np`` (direct object; for a preposition, the
            *source* is its object and the content the clause it belongs to), ``as`` (object and complement: "called the
            verdict a disgrace").
        preps: Prepositions (or case-governing adpositions) whose object is the content ("accused of", "criticism of").
        object: What a direct object is that stands beside another content: ``content`` itself, its ``target`` (then part of
            the content: "accused *Lenn of shelling the port*"), or the ``recipient`` (part of nothing: "told reporters").
        source_case: Value of the universal feature ``Case`` that the source must have, in languages that mark it; empty
            where it does not matter.
        anonymous: Whether a noun attributes even where nobody is named ("*reports* that the bridge had fallen").
        act: What one does with the cue.
        distance: How the writer who chose the cue stands to the content.
    """

    lemma: str
    kind: CueKind
    forms: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()
    preps: tuple[str, ...] = ()
    object: Literal["content", "target", "recipient"] = "content"
    source_case: str = ""
    anonymous: bool = False
    act: Act = "states"
    distance: Distance = "neutral"

    @property
    def words(self) -> tuple[str, ...]:
        """The lemma's words; the first is the head."""
        return tuple(self.lemma.split())
