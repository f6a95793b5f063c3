"""A paper as plain JSON text and back again, so that what was issued can be written anew."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.i18n import _

MadePaper = Paper | PeriodReport
_NAME = ""  # the key that carries the name of a class; no field is called so
_MAKER = "made_by"  # beside the fields of the paper; no field of a paper is called so


class UnreadableSnapshot(KehoachError):
    """What was kept of a paper is not the data of a paper."""

    def __init__(self) -> None:
        super().__init__(_("Dữ liệu lúc phát hành của văn bản không còn đọc được."))


@dataclass(frozen=True, slots=True)
class Maker:
    """What wrote a paper: the version of the program, and the SHA-256 of the Word template."""

    program: str
    template: str


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A paper as the bytes of its file, and what wrote it."""

    file: bytes
    maker: Maker


def frozen(paper: MadePaper, maker: Maker | None = None) -> str:
    """Return everything a paper was made from as JSON text; the same paper is the same text."""
    made_by = {} if maker is None else {_MAKER: asdict(maker)}
    return json.dumps(_plain(paper) | made_by, ensure_ascii=False, separators=(",", ":"))


def maker_in(text: str) -> Maker | None:
    """Return what wrote the paper that was frozen, None where that was not kept."""
    held = json.loads(text).get(_MAKER)
    if not isinstance(held, dict):
        return None
    return Maker(str(held.get("program", "")), str(held.get("template", "")))


def thawed(text: str) -> MadePaper:
    """Return the paper that was frozen.

    A field that came later has its default, one that is gone is passed over. Raises
    UnreadableSnapshot.
    """
    try:
        made = _made(Paper | PeriodReport, json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as refusal:
        raise UnreadableSnapshot from refusal
    if not isinstance(made, Paper | PeriodReport):
        raise UnreadableSnapshot
    return made


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        held = {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.init}
        return {_NAME: type(value).__name__, **held}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _made(kind: Any, value: Any) -> Any:
    kind = kind.__supertype__ if isinstance(kind, NewType) else kind
    if get_origin(kind) in (Union, UnionType):
        return _one_of(get_args(kind), value)
    if get_origin(kind) is tuple:
        return _several(get_args(kind), value)
    if is_dataclass(kind):
        return _of_class(kind, value)
    if kind is date:
        return date.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None and NoneType in kinds:
        return None
    others = [kind for kind in kinds if kind is not NoneType]
    if len(others) == 1:
        return _made(others[0], value)
    return _made(next(kind for kind in others if kind.__name__ == value[_NAME]), value)


def _several(kinds: tuple[Any, ...], values: Any) -> tuple[Any, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_made(kinds[0], value) for value in values)
    return tuple(_made(kind, value) for kind, value in zip(kinds, values, strict=True))


def _of_class(kind: Any, value: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _made(hints[name], held) for name, held in value.items() if name in hints})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind) if f.init}
