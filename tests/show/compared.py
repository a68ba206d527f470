"""A comparison made by hand, with one of everything, of three invented documents; nothing is read and no model is loaded."""

from counterclaim.show.outline import Outline, outline
from counterclaim.values.attribution import Relay
from counterclaim.values.comparison import (
    Claim,
    Comparison,
    Copied,
    Dispute,
    DossierDocument,
    Evidence,
    Independence,
    Ladder,
    Member,
    Origin,
    Party,
    Point,
    Position,
)
from counterclaim.values.sheet import Sheet
from tests.match.dossier import Draft

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(1)> \"'`{{7*7}} </section></style> \u202egnp.exe &amp;"


def drafts(name: str = "Ana Pell") -> list[Draft]:
    """Two reports that disagree and a copy of the first; ``name`` is what the mayor is called in all of them."""
    one = Draft(
        "one", f"{name} said Lodva shelled the mill. At least 12 died.", published="2031-03-14T09:00", outlet="Meridian"
    )
    two = Draft("two", "Lodva denied that it had fired. It counted 3 dead. Verenian guns hit it.", published="2031-03-15")
    three = Draft("three", f"{name} said Lodva shelled the mill.", published=None, outlet=name, language="uk")
    for draft in (one, three):
        draft.says(draft.source(name), "Lodva shelled the mill")
    one.figure("At least 12", 12, bound="at_least", by="s1")
    two.says(two.source("Lodva", "state"), "it had fired", act="denies")
    two.figure("3", 3, by="s1")
    return [one, two, three]


def compared(name: str = "Ana Pell") -> tuple[Comparison, list[Outline]]:
    """The comparison with its sheets laid out."""
    made = drafts(name)
    sheets = [draft.sheet() for draft in made]
    sheets[2] = through(sheets[2], name)
    one, two, three = made
    shelled, fired, own = one.at("Lodva shelled the mill"), two.at("it had fired"), two.at("Verenian guns hit it.")
    copied, figure, lower = three.at("Lodva shelled the mill"), one.at("At least 12"), two.at("3")
    return Comparison(
        documents=tuple(
            DossierDocument(
                id=d.name,
                path=name,
                outlet=d.outlet,
                published=d.published,
                language=d.language,
                title=name if d is one else None,
            )
            for d in made
        ),
        parties=(
            Party(id="p1", name=name, kind="person", aliases=(name,), side="p2", side_reason=name, merged_because=(name,)),
            Party(id="p2", name="Lodva", kind="state"),
        ),
        claims=(
            Claim(
                id="c1",
                text=name,
                members=(
                    Member(document="one", attribution="a1", source="p1", start=shelled.start, end=shelled.end, act="states"),
                    Member(document="two", attribution="a1", source="p2", start=fired.start, end=fired.end, act="denies"),
                    Member(document="three", attribution="a1", source="p1", start=copied.start, end=copied.end, act="states"),
                ),
                reasons=(name, "the same words"),
            ),
        ),
        disputes=(
            Dispute(
                id="d1",
                question=f"Who shelled the mill, {name}?",
                kind="agent",
                reason=name,
                positions=(
                    Position(
                        label=name,
                        held_by=("p1",),
                        denied_by=("p2",),
                        claims=("c1",),
                        evidence=(
                            Evidence(
                                document="one",
                                attribution="a1",
                                start=shelled.start,
                                end=shelled.end,
                                stance="asserts",
                                by="p1",
                            ),
                            Evidence(
                                document="two", attribution="a1", start=fired.start, end=fired.end, stance="denies", by="p2"
                            ),
                        ),
                    ),
                    Position(
                        label="Verenia",
                        held_by=(),
                        evidence=(Evidence(document="two", attribution=None, start=own.start, end=own.end, stance="asserts"),),
                    ),
                ),
            ),
        ),
        figures=(
            Ladder(
                measure=name,
                points=(
                    point(3, "two", lower.start, lower.end, by="p2", published="2031-03-15"),
                    point(12, "one", figure.start, figure.end, by="p1", bound="at_least", published="2031-03-14T09:00"),
                    point(14, "one", figure.start, figure.end, by="p1", bound="exact", published="2031-03-16"),
                ),
                revised=("p1",),
            ),
        ),
        origins=(
            Origin(document="one", roots=("p1",)),
            Origin(
                document="three",
                roots=("p1",),
                relays=(name,),
                copy_of="one",
                credited=False,
                copy_because="3 sentences stand in both, it came out later, not credited",
                copied=(
                    Copied(
                        start=copied.start,
                        end=copied.end,
                        from_="one",
                        from_start=shelled.start,
                        from_end=shelled.end,
                        similarity=0.97,
                    ),
                ),
            ),
        ),
        independent_origins=(Independence(claim="c1", documents=3, origins=2, roots=("p1", "p2")),),
    ), [outline(sheet) for sheet in sheets]


def through(sheet: Sheet, name: str) -> Sheet:
    """The sheet with its first attribution come through a relay of that name."""
    from msgspec.structs import replace

    first = replace(sheet.attributions[0], via=(Relay(name=name, medium=None, source_id=None, start=0, end=3),))
    return replace(sheet, attributions=(first, *sheet.attributions[1:]))


def point(value: float, document: str, start: int, end: int, **more: object) -> Point:
    """A point of a ladder with the values that are not given left plain."""
    plain: dict[str, object] = {"low": None, "high": None, "bound": "exact", "by": None, "as_of": None, "published": None}
    return Point(value=value, document=document, start=start, end=end, **{**plain, **more})  # type: ignore[arg-type]
