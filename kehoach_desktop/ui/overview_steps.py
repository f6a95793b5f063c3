"""How far the month is, as the steps the overview shows."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui.step_strip import Step


@dataclass(frozen=True, slots=True)
class Done:
    """How far a period has come: `forms` are those home and those out, `looks` the review's."""

    opened: bool
    answered: int
    rows: int
    forms: tuple[int, int]
    looks: int

    @property
    def owed(self) -> int:
        """How many tasks have no answer."""
        return self.rows - self.answered

    @property
    def ready(self) -> bool:
        """Whether every task has its answer."""
        return self.opened and self.rows > 0 and not self.owed

    def steps(self, period: ReportingPeriod) -> tuple[Step, ...]:
        """Return the steps of the month; one of them is what to do now."""
        month = period.short_name
        looked = self.ready and not self.looks
        answers = _("{count}/{total} nhiệm vụ")
        return (
            Step("period/sheet", _("Mở kỳ"), month, done=self.opened, now=not self.opened),
            self._collecting(),
            Step("period/sheet", _("Ghi kết quả"),
                 answers.format(count=self.answered, total=self.rows),
                 done=self.ready, now=self.opened and not self.ready),
            Step("period/review", _("Rà soát"), self._looks(),
                 done=looked, now=self.ready and not looked),
            Step("report", _("Lập báo cáo"), _("xuất tệp Word"), done=False, now=looked),
        )  # fmt: skip

    def _collecting(self) -> Step:
        home, out = self.forms
        words = _("{home}/{out} đơn vị đã gửi").format(home=home, out=out)
        note = words if out else _("chưa xuất phiếu")
        return Step("period/collect", _("Thu thập"), note, done=0 < out == home, now=False)

    def _looks(self) -> str:
        if not self.opened:
            return _("chưa có gì để xem")
        count = self.looks
        return (
            counted("{count} chỗ cần xem", count).format(count=count)
            if count
            else _("không còn chỗ nào")
        )
