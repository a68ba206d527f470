"""Reads the document in order and decides, statement by statement, whose voice it is."""

from bisect import bisect_left

from counterclaim.resolve.anonymity import anonymity
from counterclaim.resolve.appositions import apposition
from counterclaim.resolve.estimating import estimators
from counterclaim.resolve.ground import Ground, place
from counterclaim.resolve.history import Choice
from counterclaim.resolve.meaning import Meaning
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.parties import Party
from counterclaim.resolve.phrase import TIMES
from counterclaim.resolve.posts import signers
from counterclaim.resolve.reader import Reader
from counterclaim.resolve.reading import mention_at, mention_in, mentions
from counterclaim.resolve.speakers import Pronouns
from counterclaim.values.attribution import Statement
from counterclaim.values.span import Span

ISSUERS = frozenset({"organisation", "outlet", "person", "state"})
BESIDE = 3
"""Characters between an outlet's name or cue and "citing"."""
LATER = 6
"""Tokens between the two that may say when."""
SMALL = frozenset({"ADP", "PUNCT", "DET", "ADV"})


class Listener:
    """One walk through one document.

    Attributes:
        voices: Whose voice each statement is, with the candidates where that could not be told.
        seen: Where the speaker of a statement is named.
        through: For a statement whose outlet cites another: the outlet and where it is named.
        meaning: The document's parties and what words for them mean.
        history: Who was named and who spoke.
    """

    def __init__(self, ground: Ground, reader: Reader) -> None:
        self.ground = ground
        self.reader = reader
        self.voices: dict[str, Choice] = {}
        self.seen: dict[str, Mention] = {}
        self.through: dict[str, tuple[Party, Mention]] = {}
        self._by_span: dict[Span, Choice] = {}
        scanned = [m for s in ground.parse.sentences for m in self._scan(s)]
        self._sources = {s.id: self._read(s) for s in ground.statements}
        places = {m.span for m in scanned}
        sources = [m for found in self._sources.values() for m in found if m.span not in places]
        self.meaning = Meaning(ground, reader, [m for m in (*scanned, *sources) if m.form == "name"])
        self.history = self.meaning.history
        self._pronouns = Pronouns(ground, reader, self.meaning, self.voices)
        self._learn_appositions(scanned)
        self._walk(scanned)
        self._name_signers()
        self._estimating = [self._estimator(m) for m in estimators(ground, reader, scanned)]

    def _scan(self, sentence: Span) -> list[Mention]:
        inside = self.ground.parse.indices(sentence)
        return list(mentions(self.reader, inside.start, inside.stop))

    def _read(self, statement: Statement) -> tuple[Mention, ...]:
        spans = statement.source or ((statement.context,) if statement.context else ())
        for span in spans:
            parts = [part.start for part in (*statement.cue, *statement.content) if part.start >= span.end]
            sentence = self.ground.parse.sentence_at(span.start)
            beyond = min([*parts, sentence.end if sentence else span.end])
            found = mention_in(
                self.reader,
                self.ground.parse.indices(span),
                self.ground.parse.indices(Span(span.start, max(span.end, beyond))).stop,
            )
            if found:
                return found
        return ()

    def _learn_appositions(self, scanned: list[Mention]) -> None:
        """Roles that stand behind names anywhere in the document."""
        cues = sorted(c.start for s in self.ground.statements for c in (*s.cue, *s.content))
        for mention in scanned:
            if mention.form != "name" or mention.inner or mention.kind in {"state", "group"}:
                continue
            found = self.meaning.parties.of(mention)
            if len(found) == 1:
                self._learn_apposition(found[0], mention, cues)

    def _learn_apposition(self, party: Party, mention: Mention, cues: list[int]) -> None:
        sentence = self.ground.parse.sentence_at(mention.span.start)
        if sentence is None:
            return
        later = bisect_left(cues, mention.span.end)
        bound = cues[later] if later < len(cues) else sentence.end
        stop = self.ground.parse.indices(Span(sentence.start, max(sentence.start, min(bound, sentence.end)))).stop
        behind = apposition(self.reader, mention, stop)
        if behind is None:
            return
        if party.kind == "person" and behind.role not in party.roles:
            party.roles.append(behind.role)
        party.nouns += [n for n in behind.nouns if n not in party.nouns]
        if party.kind == "person":
            party.side = party.side or self.reader.side(*behind.owner)
            party.gender = party.gender or next((n.gender for n in behind.nouns if n.gender), None)

    def _walk(self, scanned: list[Mention]) -> None:
        sourced = sorted(self.ground.statements, key=lambda s: (place(s).start, place(s).end, s.id))
        taken = {token for found in self._sources.values() for m in found for token in range(m.first, m.end)}
        events: list[tuple[int, int, Mention | Statement]] = [(place(s).start, 1, s) for s in sourced]
        events += [(m.span.start, 0, m) for m in scanned if m.inner or taken.isdisjoint(range(m.first, m.end))]
        later: list[Statement] = []
        for _, _, event in sorted(events, key=lambda e: (e[0], e[1])):
            if isinstance(event, Mention):
                self._hear(event)
            elif self._waits(event):
                later.append(event)
            else:
                self._listen(event)
        for statement in later:
            self._listen(statement)

    def _name_signers(self) -> None:
        """Gives what a described person says to the one who signs the pasted post that they shared."""
        for key, author in signers(self.ground, self.voices).items():
            for statement, choice in self.voices.items():
                if choice.party is not None and id(choice.party) == key:
                    described = choice.party
                    self.voices[statement] = Choice(author)
                    for span in described.mentions:
                        author.heard(span)
                    if described.name not in author.roles:
                        author.roles.append(described.name)

    def _hear(self, mention: Mention) -> None:
        if mention.form == "pronoun":
            return
        at = mention.span.start
        choice = self.meaning.of(mention)
        if choice.party and not (mention.possessive and choice.party.kind not in {"person", "unnamed", "group"}):
            joined = mention.first > 0 and self.reader.words.tokens[mention.first - 1].pos == "CCONJ"
            sentence, quoted = self.ground.sentence(at), self.ground.quoted(at)
            self.history.name(choice.party, at, sentence, inner=mention.inner, quoted=quoted, joined=joined)

    def _waits(self, statement: Statement) -> bool:
        """Whether the speaker is known only once the statement around is: "I", "we", or words in somebody's quotation."""
        found = self._sources[statement.id]
        pronoun = found[0].pronoun if found else None
        return pronoun is not None and pronoun.person == 1

    def _listen(self, statement: Statement) -> None:
        found = self._sources[statement.id]
        if not found:
            self.voices[statement.id] = Choice(None)
            return
        mention = found[0]
        self.seen[statement.id] = mention
        at = mention.span.start
        choice = self._by_span.get(mention.span) or self._speaker(statement, found)
        self._by_span[mention.span] = choice
        choice = self._cited(statement, mention, choice)
        self.voices[statement.id] = choice
        party = choice.party
        if party is None:
            return
        sentence = self.ground.sentence(at)
        if party.name and (mention.pronoun or len(found) == 1):
            party.heard(mention.span)
        if party.kind == "person" and mention.form == "name" and self._is_feminine(statement):
            party.gender = "f"
        if mention.pronoun and mention.pronoun.gender and party.kind in {"person", "unnamed"}:
            party.gender = party.gender or mention.pronoun.gender
        reason = anonymity(self.ground, self.ground.parse.sentence_at(at), party, statement)
        if reason:
            party.anonymity = party.anonymity or reason
            party.kind = "unnamed"
        quoted = self.ground.quoted(at)
        self.history.name(party, at, sentence, quoted=quoted)
        if not quoted and self.ground.holder(statement) is None:
            self.history.speak(party, at, sentence)

    def _is_feminine(self, statement: Statement) -> bool:
        """Whether the cue's verb says that a woman speaks, whatever the gender of her office ("the head *said*-f")."""
        tokens = (t for cue in statement.cue for t in self.ground.parse.tokens_in(cue))
        return any("Gender=Fem" in t.feats and "VerbForm=Fin" in t.feats for t in tokens)

    def _speaker(self, statement: Statement, found: tuple[Mention, ...]) -> Choice:
        mention = found[0]
        if mention.pronoun:
            return self._pronouns.speaker(statement, mention)
        issuer = self._issuer(mention)
        if issuer is not None:
            return Choice(issuer)
        choices = [self.meaning.of(m) for m in found if not m.pronoun]
        several = [c.party for c in choices if c.party]
        if len(found) > 1 and len(several) == len(found) and len(set(map(id, several))) > 1:
            return Choice(self.meaning.together(found, several))
        return choices[0]

    def _issuer(self, mention: Mention) -> Party | None:
        """Who put out the document that the source names ("footage released by the army"): it speaks for them."""
        sentence = self.ground.parse.sentence_at(mention.span.start)
        if mention.kind != "document" or sentence is None:
            return None
        for match in self.ground.relays_in(sentence):
            if match.entry.category == "issued" and 0 <= match.span.start - mention.span.end <= BESIDE:
                tokens = self.ground.parse.indices(Span(match.span.end, sentence.end))
                named = mention_at(self.reader, tokens.start, tokens.stop) if len(tokens) else None
                party = self.meaning.of(named).party if named else None
                return party if party is not None and party.kind in ISSUERS else None
        return None

    def _cited(self, statement: Statement, mention: Mention, choice: Choice) -> Choice:
        """Whom an outlet cites right beside its name or cue ("the agency said, citing the port"): they speak, through it."""
        party = choice.party
        sentence = self.ground.parse.sentence_at(mention.span.start)
        if party is None or party.kind != "outlet" or sentence is None:
            return choice
        ends = [mention.span.end, *(c.end for c in statement.cue)]
        for match in self.ground.relays_in(sentence):
            beside = any(self._beside(end, match.span.start) for end in ends)
            if match.entry.category != "citing" or not beside or self.ground.quoted(match.span.start):
                continue
            tokens = self.ground.parse.indices(Span(match.span.end, sentence.end))
            cited = mention_at(self.reader, tokens.start, tokens.stop) if len(tokens) else None
            meant = self.meaning.of(cited) if cited else Choice(None)
            if cited and meant.party and meant.party is not party:
                self.through[statement.id] = (party, mention)
                self.seen[statement.id] = cited
                meant.party.heard(cited.span)
                return meant
        return choice

    def _beside(self, end: int, start: int) -> bool:
        """Whether nothing stands between two places but a comma or when something was said (" on Sunday, ")."""
        if not start - end >= 0:
            return False
        inside = self.ground.parse.indices(Span(end, start))
        tokens = self.reader.words.tokens[inside.start : inside.stop]
        return start - end <= BESIDE or (len(tokens) <= LATER and all(t.pos in SMALL or t.entity in TIMES for t in tokens))

    def _estimator(self, mention: Mention) -> Party | None:
        party = self.meaning.of(mention).party
        if party is not None:
            party.heard(mention.span)
        return party

    def speaking(self) -> list[Party]:
        """Parties that at least one statement or figure is given to, in order of their first mention."""
        speakers = [c.party for c in self.voices.values()] + self._estimating
        found = {id(party): party for party in speakers if party}
        return sorted(found.values(), key=lambda p: (min(p.mentions, default=Span(0, 0)), p.name))
