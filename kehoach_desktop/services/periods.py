"""The verbs around a period as a whole: open it, see what it lacks, close it, reopen it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kehoach_desktop.domain.correction import Correction
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.journal import OpenPeriod
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.i18n import _
from kehoach_desktop.services.late_forms import owed_in
from kehoach_desktop.services.moments import moment_on
from kehoach_desktop.services.period_months import MonthStatus, months_within
from kehoach_desktop.services.ports import Shelves, Store
from kehoach_desktop.services.reporting import PeriodClosed, Reporting


class PeriodNotOpened(KehoachError):
    """The period was never opened."""

    def __init__(self, period: ReportingPeriod) -> None:
        super().__init__(
            _("Kỳ {name} chưa mở.").format(name=period.said),
            hint=_("Mở kỳ trước: kehoach period open {key}.").format(key=period.key),
        )


class PeriodNotClosed(KehoachError):
    """The period is open as it is."""

    def __init__(self, period: ReportingPeriod) -> None:
        super().__init__(_("Kỳ {name} đang mở, không cần mở lại.").format(name=period.said))


class NoReason(KehoachError):
    """Closing a period, and putting its report right, needs a reason."""

    def __init__(self) -> None:
        super().__init__(
            _("Phải ghi lý do; chưa ghi gì."),
            hint=_("Ví dụ: đã gửi báo cáo số 45/BC-UBND."),
        )


class NothingOwed(KehoachError):
    """No correction of the period is owed."""

    def __init__(self, period: ReportingPeriod) -> None:
        super().__init__(_("Báo cáo {name} không còn nợ đính chính.").format(name=period.said))


@dataclass(frozen=True, slots=True)
class PeriodStatus:
    """A period with its rows: whether it is opened or closed, and what it still lacks.

    `carried` are the unanswered rows with words of an earlier period, shown as carried over and
    counted as no answer. `questions` are those that wait for an event and ask whether it came.
    `corrections` changed the period after it was closed or reported; `owed` are those that no
    report tells yet. The rows of a period longer than a month stand as its `months` left them where
    it has no answer of its own; the words of the months are left to the report.
    """

    period: ReportingPeriod
    opened: OpenPeriod | None
    view: PeriodView
    months: tuple[MonthStatus, ...] = ()
    corrections: tuple[Correction, ...] = ()
    owed: tuple[Correction, ...] = ()

    @property
    def active(self) -> tuple[TaskProgress, ...]:
        """The rows that ask for an answer in this period; closed tasks are none of them."""
        return tuple(
            row for row in self.view.rows() if not (row.finished_before or row.closed_by_plan)
        )

    @property
    def closed(self) -> tuple[TaskProgress, ...]:
        """The rows of tasks finished or suspended before."""
        return tuple(row for row in self.view.rows() if row.finished_before or row.closed_by_plan)

    @property
    def unanswered(self) -> tuple[TaskProgress, ...]:
        """The rows that owe an answer."""
        return tuple(row for row in self.view.rows() if row.unanswered)

    @property
    def carried(self) -> tuple[TaskProgress, ...]:
        """The unanswered rows whose words of an earlier period stand there untouched."""
        return tuple(row for row in self.unanswered if row.before and row.entry.is_empty)

    @property
    def questions(self) -> tuple[TaskProgress, ...]:
        """The unanswered rows that wait for an event of which nobody has yet said that it came."""
        return tuple(row for row in self.unanswered if row.waits)


class Periods:
    """The periods of the office."""

    def __init__(self, store: Store, reporting: Reporting) -> None:
        self._store = store
        self._reporting = reporting

    def status(self, period: ReportingPeriod, *, all_tasks: bool = False) -> PeriodStatus:
        """Return how a period stands, opened or not."""
        view = self._reporting.standing(period, all_tasks=all_tasks)
        with self._store.reading() as shelves:
            return PeriodStatus(
                period,
                shelves.progress.period(period.key),
                view,
                tuple(months_within(shelves, period, [row.task for row in view.rows()])),
                tuple(shelves.forms.corrections(period.key)),
                owed_in(shelves, period),
            )

    def owed(self, period: ReportingPeriod) -> tuple[Correction, ...]:
        """Return the corrections of a period that no report tells yet."""
        with self._store.reading() as shelves:
            return owed_in(shelves, period)

    def open(self, period: ReportingPeriod) -> None:
        """Open a period; an open one stays as it is. Raises PeriodClosed."""
        with self._store.command("open_period") as shelves:
            held = shelves.progress.period(period.key)
            if held is not None and held.is_closed:
                raise PeriodClosed(held)
            shelves.progress.open(period.key, moment_on(self._reporting.today()))

    def close(self, period: ReportingPeriod, reason: str) -> None:
        """Close a period: no answer is taken until it is reopened.

        Raises NoReason, PeriodNotOpened, or PeriodClosed when it is closed already.
        """
        why = squeeze(clean(reason))
        if not why:
            raise NoReason
        with self._store.command("close_period") as shelves:
            held = _opened(shelves, period)
            if held.is_closed:
                raise PeriodClosed(held)
            shelves.progress.seal(period.key, why, moment_on(self._reporting.today()))

    def reopen(self, period: ReportingPeriod, reason: str = "") -> None:
        """Let a closed period take answers again. Raises PeriodNotOpened or PeriodNotClosed."""
        with self._store.command("reopen_period") as shelves:
            if not _opened(shelves, period).is_closed:
                raise PeriodNotClosed(period)
            shelves.progress.unseal(period.key, squeeze(clean(reason)))

    def settle(self, period: ReportingPeriod, how: str) -> tuple[Correction, ...]:
        """Keep how the report of a period was put right; return the corrections that were owed.

        Raises NoReason, or NothingOwed where no correction is.
        """
        why = squeeze(clean(how))
        if not why:
            raise NoReason
        with self._store.command("settle_correction") as shelves:
            owed = owed_in(shelves, period)
            if not owed:
                raise NothingOwed(period)
            for correction in owed:
                shelves.forms.put_correction(replace(correction, settled=why))
        return owed


def _opened(shelves: Shelves, period: ReportingPeriod) -> OpenPeriod:
    held = shelves.progress.period(period.key)
    if held is None:
        raise PeriodNotOpened(period)
    return held
