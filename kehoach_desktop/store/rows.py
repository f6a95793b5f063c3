"""Values of the domain as plain JSON values, for the journal and for columns that hold lists."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any

# The rows that hang on the tasks of one plan, in any table with a column `task`.
OF_PLAN = (
    "WHERE task IN (SELECT task.id FROM task JOIN appendix ON appendix.id = task.appendix "
    "WHERE appendix.plan = ?)"
)
_AS_THEY_ARE = frozenset({str, int, float, bool, NoneType})  # most of a plan


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Return the fields a value of the class is made of, none for any other class.

    What a value only remembers of itself, such as the labels of its rows, is no part of it.
    """
    return tuple(f.name for f in fields(kind) if f.init) if is_dataclass(kind) else ()


def plain(value: Any) -> Any:
    """Return `value` in the types of JSON: dates as ISO text, enumerations as their words."""
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if names := _fields(kind):
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def to_json(value: Any) -> str:
    """Return `value` as JSON text, Vietnamese letters unescaped."""
    return json.dumps(plain(value), ensure_ascii=False)


def to_day(text: str | None) -> date | None:
    """Return the day of an ISO text, None for None."""
    return date.fromisoformat(text) if text else None


def from_day(day: date | None) -> str | None:
    """Return the ISO text of a day, None for None."""
    return day.isoformat() if day else None
