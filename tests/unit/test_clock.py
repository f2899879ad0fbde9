import pytest

from provenance.clock import (
    FixedClock,
    SystemClock,
    before,
    earliest,
    interval,
    is_date,
    lies_ahead,
    parse_timestamp,
    timestamp,
)


def test_a_timestamp_is_read_back() -> None:
    now = SystemClock().now()
    assert timestamp(parse_timestamp(now)) == now


def test_a_naive_time_is_refused() -> None:
    naive = parse_timestamp(FixedClock().now()).replace(tzinfo=None)
    with pytest.raises(ValueError, match="without a zone"):
        timestamp(naive)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2026", "2026-01-01T00:00:00.000Z", "2026-12-31T23:59:59.999Z"),
        ("2024-02", "2024-02-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z"),
        ("2026-03-04", "2026-03-04T00:00:00.000Z", "2026-03-04T23:59:59.999Z"),
        ("2026-03-04T05:06:07.089Z", "2026-03-04T05:06:07.089Z", "2026-03-04T05:06:07.089Z"),
    ],
)
def test_a_date_is_as_vague_as_its_source(date: str, first: str, last: str) -> None:
    assert interval(date) == (first, last)


@pytest.mark.parametrize("text", ["", "26", "2026-13", "2026-02-30", "2026-3-4", "yesterday"])
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2026-03-04", "2026-03-05", True),
        ("2026-03-05", "2026-03-04", False),
        ("2026-03", "2026-03-05", None),
        ("2026-03-04", "2026-03-04T12:00:00.000Z", None),
        (None, "2026", None),
    ],
)
def test_order_is_said_only_where_it_is_known(
    one: str | None, other: str | None, answer: bool | None
) -> None:
    assert before(one, other) is answer


def test_the_earliest_of_dates() -> None:
    assert earliest(["2026-03-05", None, "2026-03"]) == "2026-03"
    assert earliest([None]) is None


@pytest.mark.parametrize(
    ("date", "ahead"),
    [(None, False), ("2026", False), ("2026-03-05", False), ("2026-03-06", True), ("2027", True)],
)
def test_a_date_lies_ahead_of_what_any_zone_allows(date: str | None, ahead: bool) -> None:
    assert lies_ahead(date, "2026-03-04T10:00:00.000Z") is ahead
