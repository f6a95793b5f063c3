"""The moment something is kept, by the clock the office goes by."""

from __future__ import annotations

from datetime import UTC, date, datetime


def moment_on(day: date) -> str:
    """Return this time of day on `day` as it is kept: UTC, ISO, to the second."""
    now = datetime.now().astimezone()
    return datetime.combine(day, now.timetz()).astimezone(UTC).isoformat(timespec="seconds")
