"""Findings as JSON lines and back: what the process that checks says to the program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding


def spoken(findings: Iterable[PaperFinding]) -> Iterator[str]:
    """Yield the lines that carry `findings`; the last one closes them."""
    count = 0
    for count, finding in enumerate(findings, 1):  # noqa: B007 - counted for the closing line
        yield _line(
            "finding",
            rule=finding.rule,
            severity=finding.severity.value,
            place=finding.place,
            message=finding.message,
            source=finding.source,
        )
    yield _line("end", findings=count)


def heard(said: Iterable[dict[str, Any]]) -> tuple[PaperFinding, ...]:
    """Return the findings that the lines carry.

    Raises ValueError where the closing line is missing.
    """
    findings: list[PaperFinding] = []
    for line in said:
        if line["kind"] == "end" and line["findings"] == len(findings):
            return tuple(findings)
        findings.append(_finding(line))
    raise ValueError(len(findings))


def _line(kind: str, **values: object) -> str:
    return json.dumps({"kind": kind, **values}, ensure_ascii=False, separators=(",", ":"))


def _finding(line: dict[str, Any]) -> PaperFinding:
    severity = Severity(line["severity"])
    return PaperFinding(line["rule"], severity, line["place"], line["message"], line["source"])
