"""A source as JSON lines and back: what the reading child says to the program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, replace
from typing import Any, TypeVar

from kehoach_desktop.domain.draft import (
    Finding,
    Merge,
    Severity,
    Source,
    SourceRow,
    SourceTable,
)
from kehoach_desktop.domain.emphasis import Emphasis
from kehoach_desktop.importers.errors import ReaderFailed, UnreadableFile, failure

CHUNK = 200
Said = dict[str, Any]
T = TypeVar("T")


def spoken(source: Source) -> Iterator[str]:
    """Yield the lines that carry `source`; the last one closes it."""
    yield _line("source", name=source.name, format=source.format, sha256=source.sha256)
    for paragraphs in _chunks(source.paragraphs):
        yield _line("paragraphs", items=paragraphs)
    for table in source.tables:
        yield from _table_lines(table)
    for finding in source.findings:
        yield _line("finding", items=astuple(finding))
    for paragraph, emphases in source.emphases:
        yield _line("emphases", paragraph=paragraph, items=[astuple(one) for one in emphases])
    yield _line("end", tables=len(source.tables))


def spoken_failure(error: UnreadableFile) -> str:
    """Return the line that carries a failure."""
    return _line("failure", code=error.code, sentence=error.sentence, hint=error.hint)


def heard(lines: Iterable[str], name: str) -> Source:
    """Return the source that `lines` carry.

    A failure among them is raised; lines that stop before the closing one, or make no sense,
    raise ReaderFailed.
    """
    return understood(lines, name, lambda said: _heard(said, name))


def understood(lines: Iterable[str], name: str, make: Callable[[Iterator[Said]], T]) -> T:
    """Return what `make` makes of the lines, each an object.

    A failure among them is raised; lines that make no sense raise ReaderFailed.
    """
    try:
        return make(_unless_failed(map(json.loads, lines), name))
    except (ValueError, KeyError, TypeError, IndexError) as broken:
        raise ReaderFailed(name) from broken


def _unless_failed(said: Iterable[Said], name: str) -> Iterator[Said]:
    for line in said:
        if line["kind"] == "failure":
            raise failure(line["code"], name)
        yield line


def _heard(said: Iterator[Said], name: str) -> Source:
    source = Source(name=name, format="", sha256="", paragraphs=(), tables=())
    for line in said:
        if line["kind"] == "end" and line["tables"] == len(source.tables):
            return source
        source = _with(source, line)
    raise ReaderFailed(name)


def _with(source: Source, line: dict[str, Any]) -> Source:
    match line["kind"]:
        case "source":
            return replace(source, format=line["format"], sha256=line["sha256"])
        case "paragraphs":
            return replace(source, paragraphs=source.paragraphs + tuple(line["items"]))
        case "table":
            return replace(source, tables=(*source.tables, _table(line)))
        case "rows":
            return replace(source, tables=_with_rows(source.tables, line["items"]))
        case "finding":
            return replace(source, findings=(*source.findings, _finding(line["items"])))
        case "emphases":
            emphases = tuple(Emphasis(*one) for one in line["items"])
            return replace(source, emphases=(*source.emphases, (line["paragraph"], emphases)))
    raise ValueError(line["kind"])


def _line(kind: str, **values: object) -> str:
    return json.dumps({"kind": kind, **values}, ensure_ascii=False, separators=(",", ":"))


def _chunks(items: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def _table_lines(table: SourceTable) -> Iterator[str]:
    yield _line(
        "table",
        name=table.name,
        merges=[astuple(merge) for merge in table.merges],
        hidden_columns=table.hidden_columns,
        lead_in=table.lead_in,
        hidden=table.hidden,
    )
    for rows in _chunks(table.rows):
        yield _line("rows", items=[(row.number, row.hidden, row.cells, row.lines) for row in rows])


def _table(line: dict[str, Any]) -> SourceTable:
    return SourceTable(
        name=line["name"],
        rows=(),
        merges=tuple(Merge(*merge) for merge in line["merges"]),
        hidden_columns=tuple(line["hidden_columns"]),
        lead_in=tuple(line["lead_in"]),
        hidden=line["hidden"],
    )


def _with_rows(tables: tuple[SourceTable, ...], items: list[Any]) -> tuple[SourceTable, ...]:
    rows = tuple(
        SourceRow(number, tuple(cells), hidden, tuple((c, text) for c, text in lines))
        for number, hidden, cells, lines in items
    )
    *before, last = tables
    return (*before, replace(last, rows=last.rows + rows))


def _finding(items: list[str]) -> Finding:
    severity, place, message, task = items
    return Finding(Severity(severity), place, message, task)
