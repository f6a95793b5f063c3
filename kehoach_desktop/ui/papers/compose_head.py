"""The head of the page a paper is made on: its kind, what it is about, what is done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QSizePolicy

from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_request import TASKS, PaperRequest
from kehoach_desktop.domain.text import two_digits
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.papers import Span
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import PageHead
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.papers.paper_fields import gap_words
from kehoach_desktop.ui.papers.spans import parsed_span, span_words
from kehoach_desktop.ui.papers.wanted import is_about_tasks


class ComposeHead(PageHead):
    """Holds the choice of the period and of the tasks; the buttons are put in by the page."""

    def __init__(self) -> None:
        super().__init__(_("Văn bản"))
        self.choice, self.scope = QComboBox(), QComboBox()
        self.choice.setAccessibleName(_("Kỳ của văn bản"))
        self.scope.setAccessibleName(_("Nhiệm vụ đưa vào văn bản"))
        self.scope.addItem(named(_("Việc của {level}")), False)
        self.scope.addItem(_("Tất cả nhiệm vụ"), True)
        self.chosen: tuple[str, ...] = ()
        # In a narrow window the buttons stay whole, and the choices give way.
        for combo in (self.choice, self.scope):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            combo.setMinimumWidth(theme.current().length(84))
            combo.setMaximumWidth(theme.current().length(226))
            self.add_left(combo)

    def show_scope(self, kind: PaperKind, given: Mapping[str, str]) -> None:
        """Offer the tasks a paper of `kind` may be about; those of a plan one by one, too."""
        self.chosen = PaperRequest(kind, given).entries(TASKS)
        blocker = QSignalBlocker(self.scope)
        if (last := self.scope.findData(TASKS)) >= 0:
            self.scope.removeItem(last)
        if kind is PaperKind.PLAN:
            self.scope.addItem(self._chosen_words(), TASKS)
            if self.chosen:
                self.scope.setCurrentIndex(self.scope.count() - 1)
        blocker.unblock()
        self.scope.setVisible(is_about_tasks(kind))

    def choose_tasks(self, tasks: Sequence[str]) -> None:
        """Let the plan be about those tasks; without any it is about the commune's."""
        self.chosen = tuple(tasks)
        at = self.scope.findData(TASKS)
        blocker = QSignalBlocker(self.scope)
        self.scope.setItemText(at, self._chosen_words())
        self.scope.setCurrentIndex(at if tasks else 0)
        blocker.unblock()

    def picks(self) -> bool:
        """Say whether tasks are to be chosen one by one."""
        return bool(self.scope.currentData() == TASKS)

    def given(self) -> dict[str, str]:
        """Return the tasks chosen one by one, by their key; nothing where they were not."""
        return {TASKS: "; ".join(self.chosen)} if self.picks() and self.chosen else {}

    def _chosen_words(self) -> str:
        if not self.chosen:
            return _("Chọn từng nhiệm vụ…")
        count = len(self.chosen)
        words = counted("{count} nhiệm vụ đã chọn…", count)
        return words.format(count=two_digits(count))

    def show_spans(self, spans: Sequence[Span], wanted: str) -> None:
        """Offer `spans`, the one of the key `wanted` chosen, else the first."""
        blocker = QSignalBlocker(self.choice)
        self.choice.clear()
        for span in spans:
            self.choice.addItem(span_words(span), span.key)
        self.choice.setCurrentIndex(max(self.choice.findData(wanted), 0 if spans else -1))
        blocker.unblock()
        self.choice.setVisible(bool(spans))

    def span(self) -> Span | None:
        """Return the stretch of time that is chosen."""
        key = self.choice.currentData()
        return parsed_span(str(key)) if key else None

    def say_gaps(self, gaps: tuple[str, ...]) -> None:
        """Say how much is still blank, and what when it is pointed at."""
        words = counted("Còn {count} mục trống", len(gaps))
        self.say(words.format(count=two_digits(len(gaps))) if gaps else "")
        self.note.setToolTip(", ".join(map(gap_words, gaps)))
