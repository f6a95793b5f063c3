"""What of a period wants a second look before the report: each rule says it in one sentence.

Nothing is corrected here: an officer mends the cell, sends it back, or lets it stand.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import (
    ProgressEntry,
    Standing,
    TaskProgress,
    TaskStatus,
    standing,
)
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.return_form import LateClaim, OtherWord
from kehoach_desktop.domain.return_form_heading import periods_named
from kehoach_desktop.domain.text import fold, nfc, squeeze, task_name
from kehoach_desktop.i18n import _

FEWEST_WORDS = 3
DIGEST_LENGTH = 16


class Concern(StrEnum):
    """Why a row wants a second look, the most pressing first."""

    UNANSWERED = "unanswered"
    CONTRADICTION = "contradiction"
    COPIED = "copied"
    FALLING = "falling"
    NO_REASON = "no_reason"
    NO_EVIDENCE = "no_evidence"
    OTHER_MONTH = "other_month"
    LATE_CLAIM = "late_claim"


CONCERN_WORDS: dict[Concern, Callable[[], str]] = {
    Concern.UNANSWERED: lambda: _("Chưa có trả lời"),
    Concern.CONTRADICTION: lambda: _("Các đơn vị trả lời khác nhau"),
    Concern.COPIED: lambda: _("Giống hệt kỳ trước"),
    Concern.FALLING: lambda: _("Tỷ lệ giảm"),
    Concern.NO_REASON: lambda: _("Quá hạn, chưa nêu lý do"),
    Concern.NO_EVIDENCE: lambda: _("Hoàn thành, chưa có minh chứng"),
    Concern.OTHER_MONTH: lambda: _("Nhắc tới kỳ khác"),
    Concern.LATE_CLAIM: lambda: _("Đơn vị báo chậm"),
}


@dataclass(frozen=True, slots=True)
class Acceptance:
    """That an officer let something stand: it counts while the answer stays what it was.

    `digest` is the sum over the answer as it was looked at.
    """

    period: str
    task: TaskId
    concern: Concern
    digest: str


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One thing to look at: the row, why, and the sentence that says it."""

    row: TaskProgress
    label: str
    concern: Concern
    sentence: str

    @property
    def acceptance(self) -> Acceptance:
        """What would be kept if the officer let it stand."""
        entry = self.row.entry
        return Acceptance(entry.period, self.row.task.id, self.concern, digest_of(entry))


def digest_of(entry: ProgressEntry) -> str:
    """Return the sum over an answer: another answer has another one."""
    # Answers without next steps keep the sum they had before there was such a thing.
    said = repr(entry).replace(", next_steps='')", ")")
    return hashlib.sha256(said.encode()).hexdigest()[:DIGEST_LENGTH]


def review(
    view: PeriodView,
    claims: Iterable[LateClaim] = (),
    attached: Collection[TaskId] = (),
    others: Iterable[OtherWord] = (),
) -> tuple[ReviewItem, ...]:
    """Return everything of a period that wants a second look, concern by concern.

    Late is what is late on the day the figures end, as everywhere in the period.
    `attached` are the tasks with a file as evidence in that period; `others` are answers that were
    not taken because they contradict what stands.
    """
    said: dict[TaskId, list[LateClaim]] = {}
    for claim in claims:
        said.setdefault(claim.task, []).append(claim)
    found = [
        item
        for looked in _rows(view)
        for item in _items(looked, view, said)
        if item.concern is not Concern.NO_EVIDENCE or item.row.task.id not in attached
    ]
    found += _contradictions(view, others)
    order = list(Concern)
    return tuple(sorted(found, key=lambda item: order.index(item.concern)))


def still_open(
    items: Iterable[ReviewItem], accepted: Iterable[Acceptance]
) -> tuple[ReviewItem, ...]:
    """Return the items nobody has let stand as they are now."""
    known = set(accepted)
    if not known:
        return tuple(items)  # no sum is made where there is none to compare it with
    return tuple(item for item in items if item.acceptance not in known)


def _rows(view: PeriodView) -> Iterator[tuple[TaskProgress, str]]:
    for held in view.plans:
        for appendix, rows in held.by_appendix():
            yield from ((row, appendix.key_of(row.task)) for row in rows)


def _contradictions(view: PeriodView, others: Iterable[OtherWord]) -> Iterator[ReviewItem]:
    rows = {row.task.id: (row, label) for row, label in _rows(view)}
    for said in others:
        if said.task in rows:
            row, label = rows[said.task]
            words = _("{unit} ghi khác với điều đã nhận: {words}.")
            sentence = words.format(unit=said.unit or _("Đơn vị"), words=squeeze(said.words))
            yield ReviewItem(row, label, Concern.CONTRADICTION, sentence)


def _items(
    looked: tuple[TaskProgress, str],
    view: PeriodView,
    claims: Mapping[TaskId, list[LateClaim]],
) -> Iterator[ReviewItem]:
    row, label = looked
    for concern, sentence in _concerns(row, view.period, view.as_of):
        yield ReviewItem(row, label, concern, sentence)
    for claim in claims.get(row.task.id, ()):
        if sentence := _contradicts(row, claim, view.as_of):
            yield ReviewItem(row, label, Concern.LATE_CLAIM, sentence)


def _concerns(
    row: TaskProgress, period: ReportingPeriod, as_of: date
) -> Iterator[tuple[Concern, str]]:
    if row.unanswered:
        yield Concern.UNANSWERED, _("Kỳ này chưa ghi trạng thái; chưa trả lời không tính là 0.")
    if _copied(row):
        yield Concern.COPIED, _("Kết quả giống hệt lời kỳ trước, từng chữ.")
    if sentence := _falling(row):
        yield Concern.FALLING, sentence
    entry = row.entry
    if entry.answered and standing(row, as_of) is Standing.OVERDUE and not entry.obstacle.strip():
        yield Concern.NO_REASON, _("Việc đã quá hạn mà chưa ghi khó khăn, vướng mắc nào.")
    if entry.status is TaskStatus.DONE and not entry.evidence.strip():
        yield Concern.NO_EVIDENCE, _("Ghi hoàn thành mà chưa có văn bản, minh chứng kèm theo.")
    for named in other_periods(entry.result, period):
        yield Concern.OTHER_MONTH, _("Kết quả nhắc tới {period}.").format(period=named.said)
        break


def _copied(row: TaskProgress) -> bool:
    if row.before is None:
        return False
    now, before = _plain(row.entry.result), _plain(row.before.result)
    return now == before and len(now.split()) >= FEWEST_WORDS


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    return squeeze(nfc(text)).casefold().rstrip(".;")


def _falling(row: TaskProgress) -> str:
    """Return the sentence of a share that fell, "" where none did."""
    now, before = row.entry, row.before
    if before is None or now.percent is None:
        return ""
    was = 100 if before.status is TaskStatus.DONE else before.percent
    if was is None or now.percent >= was:
        return ""
    return _("Kỳ trước {before}%, kỳ này {now}%.").format(before=was, now=now.percent)


_COMPARES = re.compile(r"\b(?:so voi|cung ky|tu|ke tu|bat dau|luy ke tu)\s+(?:\w+\s+){0,2}$")
_NAMED = re.compile(r"\b(?:thang|quy)\s*(?:iv|i{1,3}|\d{1,2})\b(?:\s*/\s*20\d\d|\s+nam\s+20\d\d)?")


def other_periods(text: str, period: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    """Return the months and quarters a text names that lie wholly outside `period`.

    What is only compared with or begun in ("so với tháng 9", "từ tháng 9") is not meant.
    """
    key = fold(text)
    named: dict[ReportingPeriod, None] = {}
    for found in _NAMED.finditer(key):
        outside = _outside(found.group(), period)
        if outside and not _COMPARES.search(key[: found.start()]):
            named |= dict.fromkeys(outside)
    return tuple(named)


@lru_cache(maxsize=1024)
def _outside(words: str, period: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    """Return the periods that `words` name outside `period`; every report repeats a few of them."""
    first, last = period.first_day, period.last_day
    return tuple(
        p for p in periods_named((words,), period) if p.last_day < first or p.first_day > last
    )


def _contradicts(row: TaskProgress, claim: LateClaim, as_of: date) -> str:
    """Return the sentence of a unit that calls late what is not, "" where both agree."""
    if standing(row, as_of) in (Standing.OVERDUE, Standing.DONE_LATE):
        return ""
    words = _("{unit} ghi “{words}”, theo hạn trong kế hoạch thì chưa quá hạn.")
    return words.format(unit=claim.unit or _("Đơn vị"), words=squeeze(claim.words))


def returning_words(office: Office, item: ReviewItem, unit: str, reason: str) -> str:
    """Return the message to a unit whose answer goes back to be looked at again.

    It is a text of the office: Vietnamese whatever the screens speak.
    """
    sender = office.people_committee if office.name else "Văn phòng"
    period = ReportingPeriod.parse(item.row.entry.period)
    return "\n".join(
        (
            f"Kính gửi {unit},",
            f"{sender} đề nghị xem lại một việc trong phiếu tiến độ {period.name}:",
            f"{item.label}. {task_name(item.row.task.content)}.",
            f"Lý do: {reason.strip()}",
            "Phiếu kèm theo chỉ có dòng này; đề nghị điền lại và gửi về trong hôm nay.",
            "Trân trọng cảm ơn.",
        )
    )
