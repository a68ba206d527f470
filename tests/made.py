"""A sheet made by hand, with one of everything, for the tests of what shows and exports it.

Offsets are looked up, so that the text can be changed; the country, the people and the outlet do not exist.
"""

from counterclaim.values.attribution import Attribution, Relay
from counterclaim.values.digest import bytes_digest, text_digest
from counterclaim.values.document import Document
from counterclaim.values.figure import Figure
from counterclaim.values.finding import Notice, Verification
from counterclaim.values.party import Source
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span
from counterclaim.values.text import Zone

TEXT = """Lodva denies shelling the mill
MARISK - At least 12 people were killed at the mill, Mayor Ana Pell said.
Lodva's army flatly denied that its guns had fired. "We did not shell the mill," Gen. Oskar Veld claimed,
as the agency Meridian reported. "The mayor says that 12 died. She may have miscounted."
The account could not be independently verified.
ALSO READ: Ten recipes for spring
"""


def place(words: str, nth: int = 1) -> Span:
    """The span of the ``nth`` occurrence of ``words`` in the text."""
    at = -1
    for _ in range(nth):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def zone(kind: str, first: int, last: int) -> Zone:
    """The zone over the lines ``first`` to ``last``, counted from 1."""
    lines = TEXT.splitlines(keepends=True)
    start = sum(len(line) for line in lines[: first - 1])
    return Zone(kind=kind, start=start, end=start + sum(len(line) for line in lines[first - 1 : last]))  # type: ignore[arg-type]


def attribution(name: str, source_id: str | None, source: str, cue: str, *content: Span, **more: object) -> Attribution:
    """An attribution with the values that are not given left plain."""
    plain: dict[str, object] = {
        "mode": "indirect",
        "act": "states",
        "distance": "neutral",
        "hedges": (),
        "via": (),
        "parent": None,
    }
    return Attribution(
        id=name,
        source_id=source_id,
        source=(place(source),) if source else (),
        cue=(place(cue),) if cue else (),
        content=content,
        **{**plain, **more},  # type: ignore[arg-type]
    )


def made_sheet(*, with_text: bool = True) -> Sheet:
    """The sheet of ``TEXT``."""
    meridian = place("Meridian")
    document = Document(
        id="mill",
        path="mill.txt",
        sha256=bytes_digest(TEXT.encode()),
        text_sha256=text_digest(TEXT),
        text=TEXT,
        language="en",
        title="Lodva denies shelling the mill",
        outlet="The Quay",
        published="2031-03-14",
        url="https://quay.example/mill",
    )
    if not with_text:
        document = Document(**{n: getattr(document, n) for n in Document.__struct_fields__ if n != "text"})
    return Sheet(
        document=document,
        zones=(zone("headline", 1, 1), zone("body", 2, 5), zone("related", 6, 6)),
        sources=(
            Source(id="s1", name="Ana Pell", kind="person", role="Mayor", mentions=(place("Mayor Ana Pell"),)),
            Source(id="s2", name="Oskar Veld", kind="person", role="Gen.", mentions=(place("Oskar Veld"),), side="Lodva"),
            Source(id="s3", name="Meridian", kind="outlet", mentions=(meridian,)),
        ),
        attributions=(
            attribution("a1", "s1", "Mayor Ana Pell", "said", place("At least 12 people were killed at the mill")),
            attribution("a2", None, "Lodva's army", "flatly denied", place("that its guns had fired"), act="denies"),
            attribution(
                "a3",
                "s2",
                "Gen. Oskar Veld",
                "claimed",
                place('"We did not shell the mill,"'),
                place('"The mayor says that 12 died. She may have miscounted."'),
                mode="direct",
                distance="distancing",
                hedges=(place("may have"),),
                via=(Relay(name="Meridian", medium="report", source_id="s3", start=meridian.start, end=meridian.end),),
            ),
            attribution("a4", "s1", "The mayor", "says", place("that 12 died"), parent="a3"),
        ),
        figures=(
            Figure(
                id="f1",
                start=place("At least 12").start,
                end=place("At least 12").end,
                value=12,
                low=12,
                bound="at_least",
                counted="people killed",
                attribution="a1",
                estimator="s1",
                as_of="2031-03-14",
            ),
        ),
        verification=(
            Verification(
                id="v1",
                start=place("could not be independently verified").start,
                end=place("could not be independently verified").end,
                about=("a3",),
                kind="not_verified",
            ),
        ),
        notices=(
            Notice(
                kind="quote_altered",
                start=place("denies shelling the mill").start,
                end=place("denies shelling the mill").end,
                other=place("We did not shell the mill"),
                message="The headline words it otherwise.",
            ),
        ),
        problems=(Problem(code="wrong_encoding", message="two bytes were no UTF-8", stage="intake"),),
    )
