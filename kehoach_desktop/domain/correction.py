"""Answers that come after their period was closed or reported: where they may go instead."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kehoach_desktop.domain.issued_paper import IssuedPaper
from kehoach_desktop.domain.journal import OpenPeriod
from kehoach_desktop.domain.paper_period import PERIOD_OF
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _


class Taking(StrEnum):
    """Where late answers go: into the next period, or into the period they are late for."""

    NEXT = "next"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Into:
    """What an officer decided about late answers; a correction has its reason."""

    taking: Taking
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Lateness:
    """Why a period is not to be changed silently: it is closed, its report is issued, or both."""

    period: ReportingPeriod
    closed: OpenPeriod | None = None
    report: IssuedPaper | None = None

    @property
    def sentence(self) -> str:
        """What an officer is told."""
        name = self.period.said
        if self.report is not None:
            words = _("Báo cáo {name} đã phát hành: số {symbol}, ngày {day}.")
            day = typed_day(self.report.issued_on)
            return words.format(name=name, symbol=self.report.symbol, day=day)
        reason = self.closed.closed_reason if self.closed else ""
        return _("Kỳ {name} đã chốt ({reason}).").format(name=name, reason=reason)


@dataclass(frozen=True, slots=True)
class Correction:
    """Answers of a file that changed a closed or reported period, and why.

    `at` is a moment (ISO, UTC); `cells` counts what changed; `paper` is the id of the report that
    was issued before, "" where none was; `settled` says how the report was put right, "" while it
    was not.
    """

    id: str
    period: str
    at: str
    unit: str
    file: str
    reason: str
    cells: int
    paper: str = ""
    settled: str = ""


def report_of(papers: Iterable[IssuedPaper], period: ReportingPeriod) -> IssuedPaper | None:
    """Return the last report on `period` among issued papers, or None."""
    found = [paper for paper in papers if paper.kind in PERIOD_OF and _is_on(paper, period)]
    return max(found, key=lambda paper: (paper.issued_on, paper.number), default=None)


def _is_on(paper: IssuedPaper, period: ReportingPeriod) -> bool:
    try:
        data = json.loads(paper.data)
    except ValueError:
        return False
    return isinstance(data, dict) and data.get("period") == period.key


def still_owed(
    corrections: Iterable[Correction], papers: Iterable[IssuedPaper]
) -> tuple[Correction, ...]:
    """Return the corrections no later paper has told of.

    A paper that stands in the place of the report, or amends it, settles what came before it.
    """
    put_right = {paper.replaces for paper in papers if paper.replaces}
    return tuple(c for c in corrections if not c.settled and c.paper not in put_right)
