"""The exception tree: raised only when we cannot go on.

CounterclaimError
├── IntakeError     an input cannot be opened or is no text at all
├── LexiconError    a word list of ours is broken
├── ModelError      a model file is missing or not the one the manifest names
├── PipelineError   the row of stages is built wrongly
├── LedgerError     the ledger cannot be opened, or refuses a write
└── OffsetError     a span does not belong to the text it is used on

Faulty *material* is not an exception but a value: see ``values.problem.Problem``.
"""


class CounterclaimError(Exception):
    """Any failure that Counterclaim itself names; its text tells the user what to do."""


class IntakeError(CounterclaimError):
    """An input could not be taken in."""


class LexiconError(CounterclaimError):
    """A word list does not follow its schema; the message lists every fault."""


class ModelError(CounterclaimError):
    """A model file is missing, altered or of another version."""


class PipelineError(CounterclaimError):
    """Stages were put in an order in which one lacks what it needs."""


class LedgerError(CounterclaimError):
    """The ledger cannot be opened, read or written."""


class OffsetError(CounterclaimError):
    """A span lies outside the text, or is empty or reversed where it must not be."""
