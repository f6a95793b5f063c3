"""The verbs that put an issued paper right with another paper (NĐ 30/2020, Điều 18)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.issued_paper import (
    IssuedPaper,
    Relation,
    refuse_relation,
)
from kehoach_desktop.domain.paper_book import gaps_of
from kehoach_desktop.domain.paper_correction import (
    Corrected,
    NothingToCorrect,
    correcting,
    kind_of_correction,
    replacing,
    standing_alone,
)
from kehoach_desktop.domain.paper_differences import Difference, differences
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.paper_week import Week
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.domain.snapshot import MadePaper
from kehoach_desktop.i18n import _
from kehoach_desktop.services.issuing import Issuing
from kehoach_desktop.services.papers import Papers, Span, made_of


class NoSnapshot(KehoachError):
    """The paper was issued before what papers are made from was kept."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            _("Văn bản {symbol} phát hành khi chưa giữ dữ liệu nên không so được.").format(
                symbol=symbol
            ),
            hint=_("Lập văn bản thay thế rồi phát hành với --replaces."),
        )


class NotTheOriginal(KehoachError):
    """A paper that only amends or corrects another is not amended itself."""

    def __init__(self, symbol: str, original: str) -> None:
        super().__init__(
            _("{symbol} là văn bản sửa đổi, đính chính của {original}; chưa ghi gì.").format(
                symbol=symbol, original=original
            ),
            hint=_("Sửa tiếp thì sửa văn bản {original}.").format(original=original),
        )


class WrittenFromLists(KehoachError):
    """The paper tells the lists of teams as they stood before it fixed them."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            _("{symbol} lập từ danh sách tổ lúc ấy; danh sách nay đã được chốt.").format(
                symbol=symbol
            ),
            hint=_("Sửa người trong tổ, rồi phát hành quyết định kiện toàn khác."),
        )


@dataclass(frozen=True, slots=True)
class CorrectionRequest:
    """What the clerk asks for: which paper, how, why, and what is different.

    `given` are texts of the paper to be put right, by the keys of its kind; `head` those of the
    paper that does it (signer, recipients …). Without number and day it is a draft.
    """

    paper: str
    relation: Relation
    reason: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    head: Mapping[str, str] = field(default_factory=dict)
    number: int | None = None
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """The paper that puts another right; `corrected` is that one as it reads now."""

    paper: MadePaper
    corrected: MadePaper
    changes: tuple[Difference, ...]
    gaps: tuple[str, ...]
    data: str
    doubts: tuple[str, ...] = ()


class Correcting:
    """Issued papers amended, corrected, replaced."""

    def __init__(self, papers: Papers, issuing: Issuing) -> None:
        self._papers = papers
        self._issuing = issuing

    def changes(self, paper: str) -> tuple[Difference, ...]:
        """Return what is different in the store today from the paper as it was last told.

        Raises UnknownPaper, NoSnapshot, WrittenFromLists.
        """
        held, _file = self._issuing.issued(paper)
        old = self._as_told(held)
        return differences(old, self._anew(held, old, CorrectionRequest(paper, Relation.AMENDS)))

    def between(self, earlier: str, later: str) -> tuple[Difference, ...]:
        """Return what the later of two issued papers says otherwise. Raises NoSnapshot."""
        told = []
        for paper in (earlier, later):
            held, _file = self._issuing.issued(paper)
            made = self._issuing.as_it_stands(paper) if paper == later else None
            made = made or self._issuing.snapshot(paper)
            if made is None:
                raise NoSnapshot(held.symbol)
            told.append(made)
        return differences(told[0], told[1])

    def naming(self, made: MadePaper, replaces: str) -> MadePaper:
        """Return a paper that says which issued one it takes the place of, and what is new.

        Of one kept before snapshots were only the name is told. Raises UnknownPaper.
        """
        held, _file = self._issuing.issued(replaces)
        old = standing_alone(self._issuing.as_it_stands(replaces) or made)
        return replacing(Corrected(held, old, made, differences(old, made)))

    def correction(self, asked: CorrectionRequest) -> Correction:
        """Return the paper that puts an issued one right, from what the store says today.

        Its figures stand as on the day of the first one. Raises UnknownPaper, NoSnapshot,
        NotTheOriginal, NothingToCorrect, AlreadyReplaced, OtherKind.
        """
        held, _file = self._issuing.issued(asked.paper)
        if held.relation in (Relation.AMENDS, Relation.CORRECTS):
            raise NotTheOriginal(held.symbol, self._issuing.issued(held.replaces)[0].symbol)
        later = self._issuing.corrections(held.id)
        replacement = next((p for p in later if p.relation is Relation.REPLACES), None)
        refuse_relation(replace(held, relation=asked.relation), held, replacement)
        old = self._as_told(held)
        new = self._anew(held, old, asked)
        told = Corrected(held, old, new, differences(old, new), asked.reason)
        if not told.changes:
            raise NothingToCorrect(held.symbol)
        return self._written(asked, told)

    def _as_told(self, held: IssuedPaper) -> MadePaper:
        made = self._issuing.as_it_stands(held.id)
        if made is None:
            raise NoSnapshot(held.symbol)
        return standing_alone(made)

    def _anew(self, held: IssuedPaper, old: MadePaper, asked: CorrectionRequest) -> MadePaper:
        first = _kept(held)
        if PaperRequest(held.kind, first["given"]).is_on_teams or first.get("teams"):
            raise WrittenFromLists(held.symbol)
        own = asked.relation is Relation.REPLACES
        request = PaperRequest(
            held.kind,
            {**first["given"], **asked.given, **(asked.head if own else {})},
            asked.number if own else held.number,
            asked.issued_on if own else held.issued_on,
        )
        as_of = old.view.as_of if isinstance(old, PeriodReport) else None
        span = span_of(first.get("period"))
        return self._papers.made(request, span, all_tasks=first["all"], as_of=as_of).paper

    def _written(self, asked: CorrectionRequest, told: Corrected) -> Correction:
        first = _kept(told.paper)
        if asked.relation is Relation.REPLACES:
            paper, given = replacing(told), {**first["given"], **asked.given, **asked.head}
            request = PaperRequest(told.paper.kind, given, asked.number, asked.issued_on)
            span, all_tasks = first.get("period"), first["all"]
        else:
            kind = kind_of_correction(told.paper, asked.relation)
            given, span, all_tasks = dict(asked.head), None, False
            asked_for = PaperRequest(kind, given, asked.number, asked.issued_on)
            request, _doubts = self._papers.signed_for(asked_for)
            paper = correcting(request, self._papers.sources(), told)
        gaps = tuple(key for key in gaps_of(request, self._papers.sources()) if key in _OF_FRAME)
        data = json.dumps(
            {"given": given, "period": span, "all": all_tasks, "reason": asked.reason},
            ensure_ascii=False,
        )
        doubts = self._papers.signed_for(request)[1]
        # A title that is quoted keeps the gap it went out with; words that go out anew are asked.
        if asked.relation is Relation.REPLACES:
            doubts = made_of(paper, gaps, doubts, request).doubts
        return Correction(paper, told.new, told.changes, gaps, data, doubts)


# What a correction may lack; its words come from the paper it puts right.
_OF_FRAME = ("signer", "position", "symbol")


def _kept(held: IssuedPaper) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(held.data)
    return {"given": {}, "period": None, "all": False, **data}


def span_of(key: str | None) -> Span | None:
    """Return the period or the week of its key, None for none."""
    if not key:
        return None
    return Week.parse(key) if "w" in key.lower() else ReportingPeriod.parse(key)
