"""Who speaks where only a pronoun stands in a source's place."""

from collections.abc import Mapping

from counterclaim.resolve.ground import Ground
from counterclaim.resolve.history import Choice
from counterclaim.resolve.lexicon import PronounEntry
from counterclaim.resolve.meaning import Meaning
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.parties import Party
from counterclaim.resolve.pronouns import fits, relative, third_person
from counterclaim.resolve.reader import Reader, changed
from counterclaim.values.attribution import Statement
from counterclaim.values.document import Document

RELATIVE_CLAUSES = frozenset({"relcl", "acl:relcl"})
"""Relations of a relative clause's verb to its noun, in the schemes the packs use."""
CLAUSE_DEPTH = 5
"""Steps from a relative pronoun up to its clause's verb."""


class Pronouns:
    """Reads pronouns in one document; ``voices`` is what its listener has decided so far."""

    def __init__(self, ground: Ground, reader: Reader, meaning: Meaning, voices: Mapping[str, Choice]) -> None:
        self.ground = ground
        self.reader = reader
        self.meaning = meaning
        self.history = meaning.history
        self.voices = voices

    def speaker(self, statement: Statement, mention: Mention) -> Choice:
        """Whose voice the statement is.

        "I" and "we" are the speaker's in whose words they stand, else the author's and the outlet's; "who" belongs to its
        clause's noun; "he" inside what somebody is said to say is that somebody, unless another was named between.
        """
        entry = mention.pronoun
        at = mention.span.start
        sentence = self.ground.sentence(at)
        if entry is None or entry.person == 2:
            return Choice(None)
        holder = self.ground.holder(statement) or self.ground.holder_of(at)
        if entry.person == 1:
            if holder is not None and holder.id != statement.id:
                return self.voices.get(holder.id, Choice(None))
            return Choice(self._own_voice(entry.number == "plural"))
        if entry.kind == "indefinite":
            return Choice(self._unnamed_by_pronoun(statement, mention))
        if entry.kind == "relative":
            return relative(mention, self.history, sentence, self._antecedent(mention))
        clause = self._antecedent(mention)
        if clause is not None:  # "the army, which published what they call proof"
            whose = [h.party for h in self.history.heard if any(m.start <= clause < m.end for m in h.party.mentions)]
            if whose and fits(entry, whose[-1]):
                return Choice(whose[-1])
        if holder is not None and not self.ground.quoted(at):
            outer = self.voices.get(holder.id)
            if outer and outer.party and fits(entry, outer.party) and not self._between(entry, holder, at):
                return outer
        return third_person(mention, self.history, sentence)

    def _antecedent(self, mention: Mention) -> int | None:
        """Where the noun stands whose clause the relative pronoun opens; None where the parse does not say."""
        tokens, at = self.reader.words.tokens, mention.first
        for _ in range(CLAUSE_DEPTH):
            if tokens[at].dep in RELATIVE_CLAUSES:
                return tokens[tokens[at].head].start
            if tokens[at].head == at:
                break
            at = tokens[at].head
        return None

    def _unnamed_by_pronoun(self, statement: Statement, mention: Mention) -> Party:
        """Someone not named under "one", "others", "the other"; what the last such speaker was called holds for them, too."""
        span = statement.source[0] if statement.source else mention.span
        party = self.meaning.describe(changed(mention, name=" ".join(span.words(self.ground.text).split())))
        last = self.history.last_speaker()
        if last is not None and last.kind in {"unnamed", "group"} and party.kind == "unnamed":
            party.words |= last.words
        return party

    def _between(self, entry: PronounEntry, holder: Statement, at: int) -> bool:
        """Whether another party that agrees is named in the outer statement's content before the pronoun."""
        voice = self.voices[holder.id].party
        start = min(c.start for c in holder.content)
        return any(
            start <= h.position < at and h.party is not voice and not h.inner and fits(entry, h.party)
            for h in self.history.heard
        )

    def _own_voice(self, plural: bool) -> Party | None:
        """The author for "I", the outlet for "we", the other where the first is not known."""
        document: Document = self.ground.page.document
        outlet = (document.outlet or "").partition(" (")[0] or None  # "Wire (via Post)": the Wire's own words
        names = (outlet, document.author) if plural else (document.author, outlet)
        name = next((n for n in names if n), None)
        if name is None:
            return None
        for party in (*self.meaning.parties.all, *self.meaning.described):
            if party.name == name:
                return party
        party = Party(name=name, kind="outlet" if name == outlet else "person")
        self.meaning.described.append(party)
        return party
