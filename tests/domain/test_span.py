"""From which day to which something holds, with both days among them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.span import Span

JULY, AUGUST, SEPTEMBER = date(2025, 7, 1), date(2025, 8, 1), date(2025, 9, 1)
DAYS = st.none() | st.dates(JULY, SEPTEMBER)
SPANS = st.builds(Span, DAYS, DAYS)


def test_the_first_day_and_the_last_are_among_the_days() -> None:
    span = Span(JULY, AUGUST)

    assert JULY in span
    assert AUGUST in span
    assert date(2025, 6, 30) not in span
    assert date(2025, 8, 2) not in span


@pytest.mark.parametrize("day", [date.min, AUGUST, date.max])
def test_without_bounds_every_day_is_among_them(day: date) -> None:
    assert day in Span()


def test_one_that_ends_before_it_begins_is_empty_and_one_of_a_day_is_not() -> None:
    assert Span(AUGUST, JULY).is_empty
    assert not Span(AUGUST, AUGUST).is_empty


def test_two_that_share_a_single_day_meet_and_two_side_by_side_do_not() -> None:
    assert Span(JULY, AUGUST).meets(Span(AUGUST, SEPTEMBER))
    assert not Span(JULY, date(2025, 7, 31)).meets(Span(AUGUST, None))


@given(SPANS, SPANS, st.dates(JULY, SEPTEMBER))
def test_a_day_in_both_means_that_they_meet_whichever_is_asked(
    one: Span, other: Span, day: date
) -> None:
    assert one.meets(other) == other.meets(one)
    assert one.meets(other) or not (day in one and day in other)
