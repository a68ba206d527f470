"""Figure ladders as charts: a row for each estimator, so that disagreement is seen between rows and revision along one."""

from itertools import pairwise

from counterclaim.show import labels
from counterclaim.show.laid import Laid, amount
from counterclaim.show.links import Links
from counterclaim.show.tracks import Chart, Mark, Scale, Tick, Track, with_labels
from counterclaim.values.comparison import Ladder, Point

NO_SOURCE = "no source given"


def ladder_chart(ladder: Ladder, hrefs: tuple[str | None, ...], laid: Laid, links: Links) -> Chart | None:
    """The chart of ``ladder``; None where no point has a number.

    Args:
        ladder: The points, low to high.
        hrefs: Where the words of each point stand, parallel to the points.
        laid: Names and outlets.
        links: Where parties are.

    Returns:
        Rows from the lowest estimate to the highest, those without a source last. The same number of one estimator is one mark
        however many documents give it; a party's different numbers are joined in the order in which they were given.
    """
    values = [value for point in ladder.points for value in _ends(point)]
    if not values:
        return None
    scale = Scale(values, from_zero=True)
    rows: dict[str | None, list[tuple[Point, str | None]]] = {}
    for point, href in zip(ladder.points, hrefs, strict=True):
        if _ends(point):
            rows.setdefault(point.by, []).append((point, href))
    named = [key for key in rows if key is not None]
    tracks = [_track(key, rows[key], scale, laid, links, revised=key in ladder.revised) for key in named]
    if None in rows:
        tracks.append(_track(None, rows[None], scale, laid, links, revised=False))
    axis = "logarithmic axis" if scale.steep else ""
    return Chart(
        axis=axis, ticks=tuple(Tick(at=scale.at(v), label=labels.number(v)) for v in scale.steps()), tracks=tuple(tracks)
    )


def _track(
    key: str | None, points: list[tuple[Point, str | None]], scale: Scale, laid: Laid, links: Links, *, revised: bool
) -> Track:
    alike: dict[tuple[float | str | None, ...], list[tuple[Point, str | None]]] = {}
    for point, href in points:
        alike.setdefault((point.value, point.low, point.high, point.bound), []).append((point, href))
    marks = []
    for group in alike.values():
        (point, href), ends = group[0], _ends(group[0][0])
        outlets = list(dict.fromkeys(laid.outlet(one.document) for one, _ in group))
        marks.append(
            Mark(
                kind=_kind(point),
                at=scale.at(ends[0]),
                to=scale.at(ends[-1]) if len(ends) > 1 else None,
                label=amount(point) if len(ends) > 1 else labels.number(ends[0]),
                says=f"{amount(point)}, in {', '.join(outlets)}",
                href=href,
            )
        )
    joined: tuple[tuple[float, float], ...] = ()
    if revised:
        given = sorted((point for point, _ in points), key=_when)
        along = [scale.at(sum(_ends(point)) / len(_ends(point))) for point in given]
        joined = tuple(dict.fromkeys((one, two) for one, two in pairwise(along) if one != two))
    return Track(
        name=laid.name(key) if key else NO_SOURCE,
        href=links.party(key) if key in laid.parties else None,
        note="gave more than one number" if revised else "",
        marks=with_labels(marks),
        joined=joined,
    )


def _ends(point: Point) -> tuple[float, ...]:
    if point.low is not None and point.high is not None:
        return (point.low, point.high)
    known = (point.value, point.low, point.high)
    return tuple(value for value in known if value is not None)[:1]


def _kind(point: Point) -> str:
    """How the point is drawn; "hundreds" has a low end only."""
    if point.value is None and (point.low is None) != (point.high is None):
        return "at_least" if point.high is None else "at_most"
    return point.bound or "exact"


def _when(point: Point) -> str:
    return point.as_of or point.published or ""
