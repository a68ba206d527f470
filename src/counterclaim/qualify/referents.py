"""Who verified, and which statements a sentence on verification speaks of."""

from counterclaim.language.pack import LanguagePack
from counterclaim.qualify.passages import words_between
from counterclaim.values.attribution import Statement
from counterclaim.values.page import Page
from counterclaim.values.span import Span, cover

LOOK_BACK = 3
"""Sentences that "these claims" or "neither account" may reach back."""
PRONOUN_REACH = 1
"""Words between the words on checking and a pronoun that is checked: "verify them", "if confirmed, it would"."""


class Referents:
    """Looks up sources and statements of one page by place. Built once for a page; changes nothing."""

    def __init__(self, page: Page, pack: LanguagePack) -> None:
        self._page = page
        self._pack = pack
        self._voices = {v.statement: v.source_id for v in page.found.voices}
        self._mentions = sorted((m, s.id) for s in page.found.sources for m in s.mentions)
        self._statements = tuple((s, cover(s.content) or Span(0, 0)) for s in page.found.statements)

    def by(self, sentence: Span, clause: Span, at: Span, where: str) -> str | None:
        """The id of the source that checks; None where the text does not name one that the page knows.

        Args:
            sentence: The sentence that holds ``at``.
            clause: Its part around ``at``.
            at: The words on checking.
            where: ``subject``, ``agent`` or ``either``, as the entry says. A subject is the nearest mention before ``at`` in
                the clause, else in the sentence; an agent follows a word of ``referents`` of category ``agent``.
        """
        agent = self._agent(clause, at)
        if agent is not None:
            return agent
        if where == "subject" or (where == "either" and not self._passive(clause, at)):
            for scope in (clause, sentence):
                before = [
                    source for mention, source in self._mentions if scope.start <= mention.start and mention.end <= at.start
                ]
                if before:
                    return before[-1]
        holder = self._holder(at)
        return None if holder is None else self._voices.get(holder.id)

    def about(self, sentence: Span, clause: Span, at: Span, by: str | None) -> tuple[str, ...]:
        """Ids of the statements the words at ``at`` concern; empty where they point at none.

        Those of the same sentence that somebody else makes; failing these, where the clause says "these claims", those of the
        nearest sentence that has any, within `LOOK_BACK` sentences; where it only says "them", those of the sentence before.
        """
        here = [s for s, content in self._statements if sentence.contains(content) and not content.contains(at)]
        here = [
            s for s in here if not any(cue.overlaps(at) for cue in s.cue)
        ]  # "could not verify X" is itself a statement on X
        here = [s for s in here if by is None or self._voices.get(s.id) != by]
        if here:
            return tuple(s.id for s in here)
        far, both = self._reach(clause, at)
        before = [s for s in self._page.parse.sentences if s.end <= sentence.start]
        chosen: list[Statement] = []
        for earlier in before[::-1][:far]:
            made = [s for s, content in self._statements if earlier.start <= content.start < earlier.end]
            chosen = [s for s in made if by is None or self._voices.get(s.id) != by] + chosen
            speakers = {self._voices.get(s.id) or s.id for s in chosen}
            if chosen and (not both or len(speakers) > 1):
                break
        return tuple(s.id for s in chosen)

    def _reach(self, clause: Span, at: Span) -> tuple[int, bool]:
        """How many sentences back the clause points, and whether it speaks of more than one speaker's statements."""
        text = self._page.text
        categories: set[str] = set()
        for found in self._pack.phrases("referents").find(text, clause.start, clause.end):
            beside = (found.span.end, at.start) if found.span.end <= at.start else (at.end, found.span.start)
            if found.entry.category != "near" or words_between(text, *beside) <= PRONOUN_REACH:
                categories.add(found.entry.category)
        if categories & {"back", "both"}:
            return LOOK_BACK, "both" in categories
        return int("near" in categories), False

    def _agent(self, clause: Span, at: Span) -> str | None:
        text = self._page.text
        for found in self._pack.phrases("referents").find(text, at.end, clause.end):
            if found.entry.category != "agent" or words_between(text, at.end, found.span.start) > 3:
                continue
            for mention, source in self._mentions:
                if mention.end > found.span.end and words_between(text, found.span.end, mention.start) <= 1:
                    return source if mention.start < clause.end else None
        return None

    def _passive(self, clause: Span, at: Span) -> bool:
        text = self._page.text
        marks = self._pack.phrases("referents").find(text, clause.start, at.start)
        return any(m.entry.category == "passive" and words_between(text, m.span.end, at.start) <= 2 for m in marks)

    def _holder(self, at: Span) -> Statement | None:
        """The innermost statement whose content holds ``at``."""
        holding = [(len(content), s.id, s) for s, content in self._statements if content.contains(at)]
        return min(holding)[2] if holding else None
