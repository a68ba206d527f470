"""What in a document names or reaches a person who must not be exposed."""

from typing import Literal

import msgspec

from counterclaim.values.span import Span

MarkKind = Literal["telephone", "email", "address", "minor", "prisoner", "private"]


class PersonMark(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place where display and export may have to spare somebody; docs/persons.md says why.

    Attributes:
        id: ``m1``, ``m2`` ... in text order.
        kind: What stands there: a contact detail, or the name or description of a child, a prisoner, a private person.
        start: First code point of the words.
        end: One past the last.
        name: The person's fullest name in the document; None for contact details and for people who are not named.
        source_id: Id of the source that the person is; None if they do not speak or it is not known.
        reason: Why it is marked, in one sentence for the reader.
    """

    id: str
    kind: MarkKind
    start: int
    end: int
    name: str | None = None
    source_id: str | None = None
    reason: str

    @property
    def span(self) -> Span:
        """The mark's place, in code points of the document's text."""
        return Span(self.start, self.end)

    @property
    def hidden(self) -> bool:
        """Whether masking hides the words: a prisoner shown without a name is told to the editor, with nothing to hide."""
        return self.kind != "prisoner" or self.name is not None
