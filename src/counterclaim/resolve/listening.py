"""Reads the document in order and decides, statement by statement, whose voice it is."""

from counterclaim.resolve.anonymity import anonymity
from counterclaim.resolve.appositions import apposition
from counterclaim.resolve.ground import Ground, extent, place
from counterclaim.resolve.history import Choice, History
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.nominals import agrees, taken_up
from counterclaim.resolve.nouns import UNLISTED
from counterclaim.resolve.parties import Parties, Party
from counterclaim.resolve.pronouns import fits, relative, third_person
from counterclaim.resolve.reader import Reader, changed
from counterclaim.resolve.reading import mention_at, mention_in, mentions
from counterclaim.values.attribution import Statement
from counterclaim.values.document import Document
from counterclaim.values.span import Span

SPEAKING_FOR = "spokesperson"
"""Category of nouns for people who speak for a body: unnamed, they are its voice."""
KIN = "kin"
OFFICE = "leader"
"""Category of nouns for offices that one person holds."""
BESIDE = 3
"""Characters between an outlet's name or cue and "citing"."""
WRITTEN = frozenset({"document", "announcement", "post"})
"""Categories of documents that speak for their issuer where it is named with them ("the ministry's statement")."""


class Listener:
    """One walk through one document.

    Attributes:
        voices: Whose voice each statement is, with the candidates where that could not be told.
        seen: Where the speaker of a statement is named.
        through: For a statement whose outlet cites another: the outlet and where it is named.
        history: Who was named and who spoke.
        parties: Everyone known by name.
    """

    def __init__(self, ground: Ground, reader: Reader) -> None:
        self.ground = ground
        self.reader = reader
        self.history = History()
        self.voices: dict[str, Choice] = {}
        self.seen: dict[str, Mention] = {}
        self.through: dict[str, tuple[Party, Mention]] = {}
        self._described: list[Party] = []
        self._kin: list[tuple[Party, Party]] = []
        self._by_span: dict[Span, Choice] = {}
        scanned = [m for s in ground.parse.sentences for m in self._scan(s)]
        self._sources = {s.id: self._read(s) for s in ground.statements}
        named = [m for found in self._sources.values() for m in found if m.form == "name"]
        unseen = [m for m in named if all(m.span != n.span for n in scanned)]
        names = [m for m in scanned if m.form == "name"] + unseen
        self.parties = Parties(sorted(names, key=lambda m: (m.span.start, -m.span.end)))
        for party in self.parties.all:
            if party.kind == "person" and party.gender is None and party.parts:
                party.gender = reader.lexicon.given.get(party.parts[0])
        self._learn_appositions(scanned)
        self._walk(scanned)

    def _scan(self, sentence: Span) -> list[Mention]:
        inside = self.ground.parse.indices(sentence)
        return list(mentions(self.reader, inside.start, inside.stop))

    def _read(self, statement: Statement) -> tuple[Mention, ...]:
        spans = statement.source or ((statement.context,) if statement.context else ())
        for span in spans:
            found = mention_in(self.reader, span, self.ground.parse.indices(span))
            if found:
                return found
        return ()

    def _learn_appositions(self, scanned: list[Mention]) -> None:
        """Roles that stand behind names anywhere in the document."""
        cues = sorted(c.start for s in self.ground.statements for c in (*s.cue, *s.content))
        for mention in scanned:
            if mention.form != "name" or mention.inner or mention.kind in {"state", "group"}:
                continue
            found = self.parties.of(mention)
            if len(found) == 1:
                self._learn_apposition(found[0], mention, cues)

    def _learn_apposition(self, party: Party, mention: Mention, cues: list[int]) -> None:
        sentence = self.ground.parse.sentence_at(mention.span.start)
        if sentence is None:
            return
        bound = min((c for c in cues if c >= mention.span.end), default=sentence.end)
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
        taken = [m.span for found in self._sources.values() for m in found]
        events: list[tuple[int, int, Mention | Statement]] = [(place(s).start, 1, s) for s in sourced]
        events += [(m.span.start, 0, m) for m in scanned if m.inner or not any(t.overlaps(m.span) for t in taken)]
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

    def _hear(self, mention: Mention) -> None:
        if mention.form == "pronoun":
            return
        at = mention.span.start
        choice = self.meant(mention)
        if choice.party and not (mention.possessive and choice.party.kind not in {"person", "unnamed", "group"}):
            self.history.name(choice.party, at, self.ground.sentence(at), inner=mention.inner, quoted=self.ground.quoted(at))

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
        party.heard(mention.span)
        if mention.pronoun and mention.pronoun.gender and party.kind in {"person", "unnamed"}:
            party.gender = party.gender or mention.pronoun.gender
        reason = anonymity(self.reader, self.ground.parse.sentence_at(at), party, mention, extent(statement))
        if reason:
            party.anonymity = party.anonymity or reason
            party.kind = "unnamed"
        quoted = self.ground.quoted(at)
        self.history.name(party, at, sentence, quoted=quoted)
        if not quoted and self.ground.holder(statement) is None:
            self.history.speak(party, at, sentence)

    def _speaker(self, statement: Statement, found: tuple[Mention, ...]) -> Choice:
        mention = found[0]
        if mention.pronoun:
            return self._by_pronoun(statement, mention)
        choices = [self.meant(m) for m in found if not m.pronoun]
        several = [c.party for c in choices if c.party]
        if len(found) > 1 and len(several) == len(found) and len(set(map(id, several))) > 1:
            return Choice(self._together(found, several))
        return choices[0]

    def _cited(self, statement: Statement, mention: Mention, choice: Choice) -> Choice:
        """Whom an outlet cites right beside its name or cue ("the agency said, citing the port"): they speak, through it."""
        party = choice.party
        sentence = self.ground.parse.sentence_at(mention.span.start)
        if party is None or party.kind != "outlet" or sentence is None:
            return choice
        ends = [mention.span.end, *(c.end for c in statement.cue)]
        for match in self.reader.lexicon.relays.find(self.ground.text, sentence.start, sentence.end):
            beside = any(0 <= match.span.start - end <= BESIDE for end in ends)
            if match.entry.category != "citing" or not beside or self.ground.quoted(match.span.start):
                continue
            tokens = self.ground.parse.indices(Span(match.span.end, sentence.end))
            cited = mention_at(self.reader, tokens.start, tokens.stop) if len(tokens) else None
            meant = self.meant(cited) if cited else Choice(None)
            if cited and meant.party and meant.party is not party:
                self.through[statement.id] = (party, mention)
                self.seen[statement.id] = cited
                meant.party.heard(cited.span)
                return meant
        return choice

    def _together(self, found: tuple[Mention, ...], several: list[Party]) -> Party:
        """Two or more parties speaking with one voice: a group under the document's words."""
        sides = {p.side for p in several}
        tokens = (found[0].first, found[-1].end)
        name = self.reader.wording(*tokens)
        same = next((p for p in self._described if p.name == name), None)
        if same:
            return same
        party = Party(name=name, kind="group", number="plural", side=sides.pop() if len(sides) == 1 else None)
        party.words = set().union(*(p.words for p in several))
        self._described.append(party)
        return party

    def _by_pronoun(self, statement: Statement, mention: Mention) -> Choice:
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
            return relative(mention, self.history, sentence, at)
        if holder is not None and not self.ground.quoted(at):
            outer = self.voices.get(holder.id)
            if outer and outer.party and fits(entry, outer.party) and not self._between(entry, holder, at):
                return outer
        return third_person(mention, self.history, sentence)

    def _unnamed_by_pronoun(self, statement: Statement, mention: Mention) -> Party:
        """ "One", "others", "the other": someone not named; what the last such speaker was called holds for them, too."""
        span = statement.source[0] if statement.source else mention.span
        party = self._describe(changed(mention, name=" ".join(span.words(self.ground.text).split())))
        last = self.history.last_speaker()
        if last is not None and last.kind in {"unnamed", "group"} and party.kind == "unnamed":
            party.words |= last.words
        return party

    def _between(self, entry: object, holder: Statement, at: int) -> bool:
        """Whether another party that agrees is named in the outer statement's content before the pronoun."""
        voice = self.voices[holder.id].party
        start = min(c.start for c in holder.content)
        return any(
            start <= h.position < at and h.party is not voice and not h.inner and fits(entry, h.party)  # type: ignore[arg-type]
            for h in self.history.heard
        )

    def _own_voice(self, plural: bool) -> Party | None:
        """The author for "I", the outlet for "we", the other where the first is not known."""
        document: Document = self.ground.page.document
        names = (document.outlet, document.author) if plural else (document.author, document.outlet)
        name = next((n for n in names if n), None)
        if name is None:
            return None
        for party in (*self.parties.all, *self._described):
            if party.name == name:
                return party
        party = Party(name=name, kind="outlet" if name == document.outlet else "person")
        self._described.append(party)
        return party

    def meant(self, mention: Mention) -> Choice:
        """The party that a name or noun means; a new one where it introduces one. For a pronoun: none."""
        if mention.pronoun:
            return Choice(None)
        at = mention.span.start
        sentence = self.ground.sentence(at)
        if mention.form == "name":
            found = self.parties.of(mention)
            if len(found) > 1:
                return self._bearer(found, mention, sentence)
            party = found[0] if found else self.parties.add(mention)
            if party.kind == "person" and party.side is None:
                state = self._owning_state(mention)
                party.side = state.name if state else None
            return Choice(party)
        behind = self._speaks_for(mention)
        if behind:
            return behind
        if mention.form == "known" and not mention.possessive or (mention.form == "bare" and mention.number == "singular"):
            choice = taken_up(mention, (*self.parties.all, *self._described), self.history, sentence)
            if choice.party:
                choice.party.learn(mention)
                return choice
            if choice.candidates and mention.form == "known":
                return choice
            relation = self._kinship(mention) or self._office_holder(mention, sentence)
            if relation:
                return Choice(relation)
        party = self._describe(mention)
        state = self._owning_state(mention)
        if state is not None and party.side is None:
            party.side, party.name = state.name, self._owned_name(mention, state)
        return Choice(party)

    def _office_holder(self, mention: Mention, sentence: int) -> Party | None:
        """ "The president" where the sentence names one person, and nothing said so far what they are."""
        noun = mention.noun
        if noun is None or noun.category != OFFICE or mention.number == "plural":
            return None
        here = {id(h.party): h.party for h in self.history.heard if h.sentence == sentence and h.party.kind == "person"}
        only = next(iter(here.values())) if len(here) == 1 else None
        return only if only and not only.roles and agrees(mention, only) else None

    def _bearer(self, found: tuple[Party, ...], mention: Mention, sentence: int) -> Choice:
        """Which of several people of one family name the bare name means.

        Newsrooms keep the bare name for the one they named first and give the others their given names, so that one is
        meant unless another was named as late as in this sentence or the one before; then the nearest, if it is clear.
        """
        full = {id(h.party): h for h in self.history.heard if any(h.party is p for p in found)}
        recent = [h for h in self.history.heard if any(h.party is p for p in found) and sentence - h.sentence <= 1]
        first = min(found, key=lambda p: min((m.start for m in p.mentions), default=mention.span.start))
        if full and all(h.party is first for h in recent):
            return Choice(first)
        choice = self.history.choose(found, sentence, reach=None)
        return choice if choice.party else Choice(None, found)

    def _owning_state(self, mention: Mention) -> Party | None:
        """The state before the possessive, where a noun stands for it: "the country's police" are those of the state meant."""
        owner = mention_at(self.reader, *mention.owner) if mention.owner else None
        if owner is None or owner.noun is None or owner.noun.names != "state" or owner.form == "name":
            return None
        sentence = self.ground.sentence(mention.span.start)
        here = {id(h.party): h.party for h in self.history.heard if h.sentence == sentence and h.party.kind == "state"}
        state = next(iter(here.values())) if len(here) == 1 else self.meant(changed(owner, form="known")).party
        return state if state is not None and state.kind == "state" else None

    def _owned_name(self, mention: Mention, state: Party) -> str:
        first, end = mention.owner or (mention.first, mention.first)
        if self.reader.span(first, end).end >= mention.span.end or end >= mention.end:
            return mention.name
        return state.name + " ".join(
            Span(self.reader.span(first, end).end, mention.span.end).words(self.ground.text).split("\n")
        )

    def _describe(self, mention: Mention) -> Party:
        """A party without a name. A group under the same words is the same; two single people are not."""
        if mention.form in {"bare", "known"} or mention.pronoun:
            same = [p for p in self._described if p.keys & {k for k in mention.keys if k} and p.number == mention.number]
            if same:
                same[0].learn(mention)
                return same[0]
        kind = mention.kind or ("group" if mention.number == "plural" else "unnamed")
        party = Party(name=mention.name, kind=kind)
        party.learn(mention)
        self._described.append(party)
        if mention.noun and mention.noun.category == KIN and mention.possessive:
            whose = self._coordinated(mention)
            if whose:
                self._kin.append((party, whose))
        return party

    def _coordinated(self, mention: Mention) -> Party | None:
        """The person before "and his mother"."""
        if mention.first < 2 or self.reader.words.tokens[mention.first - 1].pos != "CCONJ":
            return None
        before = self.reader.words.tokens[mention.first - 2]
        for event in reversed(self.history.heard):
            if event.party.kind in {"person", "unnamed"} and any(m.end == before.end for m in event.party.mentions):
                return event.party
        return None

    def _speaks_for(self, mention: Mention) -> Choice | None:
        """The body behind an unnamed spokesperson or behind a document named with its issuer; None where none is told."""
        noun = mention.noun
        if noun is None or mention.owner is None or mention.kind == "group":
            return None
        if noun.category not in {SPEAKING_FOR, UNLISTED, *WRITTEN} or (noun.category == UNLISTED and noun.names == "person"):
            return None
        first, end = mention.owner
        inner = mention_at(self.reader, first, end)
        if inner is None or inner.end != end or inner.pronoun:
            return None
        choice = self.meant(inner)
        party = choice.party
        if party is None or party.kind not in {"organisation", "outlet", "state", "person"}:
            return None
        if party.kind == "state" and noun.category != SPEAKING_FOR:
            return None  # "a U.S. intelligence report" speaks for its authors, not for the state
        if noun.category == SPEAKING_FOR and noun not in party.nouns:
            party.nouns.append(noun)
        return choice

    def _kinship(self, mention: Mention) -> Party | None:
        """ "The son" where "a soldier and his mother" were named: whose mother she is."""
        noun = mention.noun
        if noun is None or noun.category != KIN:
            return None
        for relative_party, whose in reversed(self._kin):
            called = {form for n in relative_party.nouns for form in n.forms}
            if called & set(noun.inverse) and (noun.gender is None or whose.gender in {None, noun.gender}):
                if noun not in whose.nouns:
                    whose.nouns.append(noun)
                return whose
        return None

    def speaking(self) -> list[Party]:
        """Parties that at least one statement is given to, in order of their first mention."""
        found = {id(c.party): c.party for c in self.voices.values() if c.party}
        return sorted(found.values(), key=lambda p: (min(p.mentions, default=Span(0, 0)), p.name))
