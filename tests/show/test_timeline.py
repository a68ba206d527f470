"""The timeline: to the scale of time, its axis in round moments."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.show.laid import Laid
from counterclaim.show.links import PageLinks
from counterclaim.show.timeline import MOST_TICKS, _ticks, days, timeline
from counterclaim.show.tracks import Scale
from counterclaim.values.comparison import Comparison, DossierDocument


def laid(*published: str | None) -> Laid:
    documents = tuple(
        DossierDocument(id=f"d{n}", path="", outlet=None, published=at, language="en", title=None)
        for n, at in enumerate(published)
    )
    return Laid(Comparison(documents=documents), [])


def test_documents_stand_to_scale() -> None:
    made = laid("2031-03-14", "2031-03-18", "2031-03-15", None)
    chart = timeline(made, PageLinks({}), {}, set())
    assert chart is not None
    first, second, third = (mark.at for mark in chart.tracks[0].marks)
    assert second - first == pytest.approx((third - first) / 4, abs=0.01)
    assert chart.axis == "2031"
    assert [tick.label for tick in chart.ticks] == ["14 Mar", "15 Mar", "16 Mar", "17 Mar", "18 Mar"]
    assert days(made)[-1].date == "without a date"


def test_zones_are_told_apart_and_one_moment_is_no_line() -> None:
    assert timeline(laid("2031-03-14T12:00:00+02:00", "2031-03-14T10:00:00Z"), PageLinks({}), {}, set()) is None
    chart = timeline(laid("2031-03-14T12:00:00+02:00", "2031-03-14T12:00:00Z"), PageLinks({}), {}, set())
    assert chart is not None
    assert [tick.label for tick in chart.ticks] == ["10:00", "11:00", "12:00"]


def test_long_after_months_are_named() -> None:
    chart = timeline(laid("2023-10-17", "2025-04-13"), PageLinks({}), {}, set())
    assert chart is not None
    assert (chart.axis, [tick.label for tick in chart.ticks]) == ("2023 to 2025", ["Jan 2024", "Jul 2024", "Jan 2025"])


@given(st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)), st.timedeltas(timedelta(minutes=1), timedelta(days=15_000)))
def test_an_axis_has_few_dates_in_order_on_it(first: datetime, length: timedelta) -> None:
    ticks = _ticks(first, first + length, Scale((0.0, length.total_seconds())))
    assert len(ticks) <= MOST_TICKS + 1
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)
    assert all(0 <= tick.at <= 100 for tick in ticks)
