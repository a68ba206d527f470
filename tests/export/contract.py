"""The contract for other programs, written out by hand: the shape of one line of ``counterclaim read --format jsonl``.

It is kept apart from the values on purpose. The published schema is generated from them; this one says what must never be
renamed or dropped. Fields may be added.
"""

from typing import Any

Shape = dict[str, Any]

STR: Shape = {"type": "string"}
INT: Shape = {"type": "integer", "minimum": 0}
NUM: Shape = {"type": "number"}
SPAN: Shape = {"type": "array", "prefixItems": [INT, INT], "minItems": 2, "maxItems": 2}


def maybe(shape: Shape) -> Shape:
    return {"anyOf": [shape, {"type": "null"}]}


def many(shape: Shape) -> Shape:
    return {"type": "array", "items": shape}


def one_of(words: str) -> Shape:
    return {"enum": words.split("|")}


def fields(optional: tuple[str, ...] = (), **shapes: Shape) -> Shape:
    return {"type": "object", "properties": shapes, "required": [name for name in shapes if name not in optional]}


ISO: Shape = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$"}
DIGEST: Shape = {"type": "string", "pattern": "^[0-9a-f]{64}$"}

ZONE_KINDS = "headline|subhead|byline|dateline|body|caption|embed|related|disclaimer|credit|comment|furniture"
SOURCE_KINDS = "person|group|organisation|state|outlet|document|unnamed"
ACTS = "states|denies|confirms|accuses|demands|asks|orders|promises|warns|believes|doubts|other"
BOUNDS = "exact|approx|at_least|at_most|more_than|less_than|range"
PERSONS = "telephone|email|address|minor|prisoner|private"
CHECKS = "not_verified|verified|evidence_supports|evidence_contradicts|evidence_demanded|access_denied"

SHEET: Shape = fields(
    document=fields(
        ("text",),
        id=STR,
        path=STR,
        sha256=DIGEST,
        text_sha256=DIGEST,
        text=STR,
        language=STR,
        title=maybe(STR),
        outlet=maybe(STR),
        published=maybe(ISO),
        url=maybe(STR),
    ),
    zones=many(fields(kind=one_of(ZONE_KINDS), start=INT, end=INT)),
    sources=many(fields(id=STR, name=STR, kind=one_of(SOURCE_KINDS), role=maybe(STR), mentions=many(SPAN))),
    attributions=many(
        fields(
            id=STR,
            source_id=maybe(STR),
            source=many(SPAN),
            cue=many(SPAN),
            content={**many(SPAN), "minItems": 1},
            mode=one_of("direct|indirect|mixed"),
            act=one_of(ACTS),
            distance=one_of("neutral|distancing|endorsing"),
            hedges=many(SPAN),
            via=many(fields(name=STR, medium=maybe(STR), source_id=maybe(STR), start=INT, end=INT)),
            parent=maybe(STR),
        )
    ),
    figures=many(
        fields(
            id=STR,
            start=INT,
            end=INT,
            value=maybe(NUM),
            low=maybe(NUM),
            high=maybe(NUM),
            bound=maybe(one_of(BOUNDS)),
            unit=maybe(STR),
            counted=STR,
            attribution=maybe(STR),
            estimator=maybe(STR),
            as_of=maybe(ISO),
        )
    ),
    verification=many(fields(id=STR, start=INT, end=INT, by=maybe(STR), about=many(STR), kind=one_of(CHECKS))),
    persons=many(fields(id=STR, kind=one_of(PERSONS), start=INT, end=INT, name=maybe(STR), source_id=maybe(STR), reason=STR)),
    notices=many(fields(kind=STR, start=INT, end=INT, other=maybe(SPAN), message=STR)),
    problems=many(fields(code=STR, message=STR, stage=STR, start=maybe(INT), end=maybe(INT))),
)
