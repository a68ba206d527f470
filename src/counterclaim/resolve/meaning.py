"""What a name or a noun means: a party known by then, or a new one."""

from collections.abc import Iterable

from counterclaim.resolve.ground import Ground
from counterclaim.resolve.history import Choice, History
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.nominals import agrees, named_later, taken_up
from counterclaim.resolve.nouns import UNLISTED
from counterclaim.resolve.parties import Parties, Party
from counterclaim.resolve.reader import Reader, changed
from counterclaim.resolve.reading import mention_at
from counterclaim.resolve.words import fold
from counterclaim.values.span import Span

SPEAKING_FOR = "spokesperson"
"""Category of nouns for people who speak for a body: unnamed, they are its voice."""
KIN = "kin"
OFFICE = "leader"
"""Category of nouns for offices that one person holds."""
WRITTEN = frozenset({"document", "announcement", "post"})
"""Categories of documents that speak for their issuer where it is named with them ("the ministry's statement")."""


class Meaning:
    """The parties of a document and what its words for them mean, as far as it is read.

    Attributes:
        history: Who was named and who spoke so far.
        parties: Everyone known by name, in the whole document.
        described: Everyone met only under a description so far.
    """

    def __init__(self, ground: Ground, reader: Reader, names: Iterable[Mention]) -> None:
        self.ground = ground
        self.reader = reader
        self.history = History()
        self.parties = Parties(sorted(names, key=lambda m: (m.span.start, -m.span.end)))
        self.described: list[Party] = []
        self._kin: list[tuple[Party, Party]] = []
        for party in self.parties.all:
            if party.kind == "person" and party.gender is None and party.parts:
                party.gender = reader.lexicon.given.get(party.parts[0])

    def of(self, mention: Mention) -> Choice:
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
                state = self._owning_state(mention) or (self._possessor(sentence) if mention.possessive else None)
                party.side = (state.side or state.name) if state else None
            return Choice(party)
        behind = self._speaks_for(mention)
        if behind:
            return behind
        if (mention.form == "known" and not mention.possessive) or (mention.form == "bare" and mention.number == "singular"):
            choice = taken_up(mention, (*self.parties.all, *self.described), self.history, sentence)
            if choice.party:
                choice.party.learn(mention)
                return choice
            if choice.candidates and mention.form == "known":
                return choice
            relation = (
                named_later(mention, self.parties.all) or self._kinship(mention) or self._office_holder(mention, sentence)
            )
            if relation:
                return Choice(relation)
        party = self.describe(mention)
        state = self._owning_state(mention)
        if state is not None and party.side is None:
            party.side, party.name = state.name, self._owned_name(mention, state)
        return Choice(party)

    def describe(self, mention: Mention) -> Party:
        """A party without a name. A group under the same words is the same; two single people are not."""
        if mention.form in {"bare", "known"} or mention.pronoun:
            same = [p for p in self.described if p.keys & {k for k in mention.keys if k} and p.number == mention.number]
            if same:
                same[0].learn(mention)
                return same[0]
        kind = mention.kind or ("group" if mention.number == "plural" else "unnamed")
        if kind == "unnamed" and mention.form == "known" and mention.noun and mention.noun.category == OFFICE:
            kind = "person"  # "the governor": the office names who holds it
        party = Party(name=mention.name, kind=kind)
        party.learn(mention)
        self.described.append(party)
        if mention.noun and mention.noun.category == KIN and mention.possessive:
            whose = self._coordinated(mention)
            if whose:
                self._kin.append((party, whose))
        return party

    def together(self, found: tuple[Mention, ...], several: list[Party]) -> Party:
        """Two or more parties speaking with one voice: a group under the document's words."""
        sides = {p.side for p in several}
        tokens = (found[0].first, found[-1].end)
        name = self.reader.wording(*tokens)
        same = next((p for p in self.described if p.name == name), None)
        if same:
            same.heard(self.reader.span(*tokens))
            return same
        party = Party(name=name, kind="group", number="plural", side=sides.pop() if len(sides) == 1 else None)
        party.words = set().union(*(p.words for p in several))
        party.heard(self.reader.span(*tokens))
        self.described.append(party)
        return party

    def _bearer(self, found: tuple[Party, ...], mention: Mention, sentence: int) -> Choice:
        """Which of several people of one family name the bare name means.

        Newsrooms keep the bare name for the one they named first and give the others their given names, so that one is
        meant unless another was named as late as in this sentence or the one before; then the nearest, if it is clear.
        """
        bearers = set(map(id, found))
        named = [h for h in self.history.heard if id(h.party) in bearers]
        recent = [h for h in named if sentence - h.sentence <= 1]
        first = min(found, key=lambda p: min((m.start for m in p.mentions), default=mention.span.start))
        if named and all(h.party is first for h in recent):
            return Choice(first)
        choice = self.history.choose(found, sentence, reach=None)
        return choice if choice.party else Choice(None, found)

    def _office_holder(self, mention: Mention, sentence: int) -> Party | None:
        """A noun like "The president" where the sentence names one person, and nothing said so far what they are."""
        noun = mention.noun
        if noun is None or noun.category != OFFICE or mention.number == "plural":
            return None
        here = {id(h.party): h.party for h in self.history.heard if h.sentence == sentence and h.party.kind == "person"}
        only = next(iter(here.values())) if len(here) == 1 else None
        return only if only and not only.roles and agrees(mention, only) else None

    def _owning_state(self, mention: Mention) -> Party | None:
        """The state before the possessive, where a noun stands for it: "the country's police" are those of the state meant."""
        owner = mention_at(self.reader, *mention.owner) if mention.owner else None
        if owner is None or owner.noun is None or owner.noun.names != "state" or owner.form == "name":
            return None
        sentence = self.ground.sentence(mention.span.start)
        here = {id(h.party): h.party for h in self.history.heard if h.sentence == sentence and h.party.kind == "state"}
        state = next(iter(here.values())) if len(here) == 1 else self.of(changed(owner, form="known")).party
        return state if state is not None and state.kind == "state" else None

    def _possessor(self, sentence: int) -> Party | None:
        """The body that "its", "their" stand for before an office."""
        bodies = [h.party for h in self.history.heard if h.party.kind in {"organisation", "state", "outlet"} and not h.inner]
        return self.history.choose(bodies, sentence).party

    def _owned_name(self, mention: Mention, state: Party) -> str:
        first, end = mention.owner or (mention.first, mention.first)
        if self.reader.span(first, end).end >= mention.span.end or end >= mention.end:
            return mention.name
        return state.name + " ".join(
            Span(self.reader.span(first, end).end, mention.span.end).words(self.ground.text).split("\n")
        )

    def _speaks_for(self, mention: Mention) -> Choice | None:
        """The body behind an unnamed spokesperson or behind a document named with its issuer; None where none is told."""
        noun = mention.noun
        bare = noun is not None and mention.form == "known" and mention.words <= set(map(fold, noun.forms))
        if noun is not None and bare and noun.category in WRITTEN:
            return self._last_word(mention)
        if noun is None or mention.owner is None or mention.kind == "group":
            return None
        if noun.category not in {SPEAKING_FOR, UNLISTED, *WRITTEN} or (noun.category == UNLISTED and noun.names == "person"):
            return None
        first, end = mention.owner
        inner = mention_at(self.reader, first, end)
        if inner is None or inner.end != end or inner.pronoun:
            return None
        choice = self.of(inner)
        party = choice.party
        if party is None or party.kind not in {"organisation", "outlet", "state", "person"}:
            return None
        if party.kind == "state" and noun.category != SPEAKING_FOR:
            return None  # "a U.S. intelligence report" speaks for its authors, not for the state
        if noun.category == SPEAKING_FOR and noun not in party.nouns:
            party.nouns.append(noun)
        return choice

    def _last_word(self, mention: Mention) -> Choice | None:
        """Who spoke last, where "the statement" follows at once: it is theirs."""
        last = self.history.spoken[-1] if self.history.spoken else None
        if last is None or self.ground.sentence(mention.span.start) - last.sentence > 1:
            return None
        return Choice(last.party) if last.party.kind in {"organisation", "state", "person"} else None

    def _coordinated(self, mention: Mention) -> Party | None:
        """The person before "and his mother"."""
        if mention.first < 2 or self.reader.words.tokens[mention.first - 1].pos != "CCONJ":
            return None
        before = self.reader.words.tokens[mention.first - 2]
        for event in reversed(self.history.heard):
            if event.party.kind in {"person", "unnamed"} and any(m.end == before.end for m in event.party.mentions):
                return event.party
        return None

    def _kinship(self, mention: Mention) -> Party | None:
        """A noun like "The son" where "a soldier and his mother" were named: whose mother she is."""
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
