"""Danh mục: the office's particulars, each kept as its field is left, and the plans held."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.narrative_keys import lowered
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.plan import Plan
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.duties.days_off_page import DaysOffPage
from kehoach_desktop.ui.duties.duties_page import DutiesPage
from kehoach_desktop.ui.duties.list_page import ListPage
from kehoach_desktop.ui.duties.units_page import UnitsPage
from kehoach_desktop.ui.furniture import Band, PageHead, column, label, rule
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.office.office_form import OfficeForm
from kehoach_desktop.ui.office.paper_preview import PaperPreview
from kehoach_desktop.ui.tabs import TabBar
from kehoach_desktop.ui.workbench import Workbench

_TABS = {
    "office": mark("Cơ quan"),
    "units": mark("Đơn vị, thôn"),
    "duties": mark("Nghĩa vụ báo cáo"),
    "days_off": mark("Ngày nghỉ"),
}
_LISTS = {"units": UnitsPage, "duties": DutiesPage, "days_off": DaysOffPage}


class OfficePage(QWidget):
    """The particulars with what papers print of them and the plans; the lists in tabs beside."""

    said = Signal(str)
    wanted = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.form, self.preview, self.band = OfficeForm(), PaperPreview(), Band()
        self.plans = QVBoxLayout()
        self._lay_out()
        self.form.typed.connect(self.preview.show_office)
        self.form.edited.connect(self._keep)
        workbench.changed.connect(self._changed)
        workbench.part_wanted.connect(self._turn_if_mine)
        self.reload()

    def _lay_out(self) -> None:
        whole = column()
        self.setLayout(whole)
        self.head = PageHead(_("Danh mục"))
        whole.addWidget(self.head)
        titles = {key: _(words) for key, words in _TABS.items()}
        self.tabs, self.pages = TabBar(titles, _("Danh mục")), QStackedWidget()
        self.tabs.go_round_in(self)
        self.lists: dict[str, ListPage] = {}
        self.tabs.currentChanged.connect(lambda _index: self._turn())
        whole.addWidget(self.tabs)
        whole.addWidget(self.band)
        inside = QWidget()
        inside.setProperty("kind", "surface")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(16, 14, 12, 16)
        rows.setSpacing(12)
        rows.addWidget(label(_("Cơ quan"), "block"))
        rows.addLayout(self._side_by_side())
        rows.addWidget(rule())
        rows.addWidget(label(_("Kế hoạch đang giữ"), "block"))
        rows.addLayout(self.plans)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self.pages.addWidget(scroll)
        whole.addWidget(self.pages, 1)
        self._turn()

    def show_tab(self, key: str) -> None:
        """Turn to a tab: "office", "units", "duties" or "days_off"."""
        self.tabs.turn_to(key)

    def _turn_if_mine(self, screen: str, part: str) -> None:
        if screen == "office" and part in _TABS:
            self.show_tab(part)

    def _turn(self) -> None:
        """Show the tab's page, built when it is first wanted."""
        key = self.tabs.key()
        note = _("Thông tin cơ quan in trên mọi văn bản; sửa ô nào ghi ngay ô đó.")
        self.head.say(note if key == "office" else "")
        if key in _LISTS and key not in self.lists:
            made = _LISTS[key](self._workbench)
            made.said.connect(self.said)
            self.pages.addWidget(made)
            self.lists[key] = made
        page: QWidget = self.lists.get(key) or self.pages.widget(0)
        self.pages.setCurrentWidget(page)
        self.setFocusProxy(self.form.texts["name"] if key == "office" else page)

    def _side_by_side(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        shown = column(spacing=4)
        shown.addWidget(label(_("In trên văn bản"), "second"))
        shown.addWidget(self.preview)
        shown.addStretch(1)
        row.addLayout(shown)
        row.addStretch(1)
        return row

    def reload(self) -> None:
        """Show what the store says now."""
        office = self._workbench.offices.office() or Office()
        self.form.show_office(office)
        self.preview.show_office(office)
        if office.is_sample:
            self.band.say(
                _("Đây là xã mẫu để tập dùng; sửa gì cũng được."),
                "acc",
                button=_("Bỏ xã mẫu…"),
                on_click=partial(self.wanted.emit, "leave_sample"),
            )
        elif not office.signer:
            self.band.say(_("Chưa có tên người ký: báo cáo in ra còn thiếu tên ở chỗ ký."))
        else:
            self.band.hide()
        self._show_plans()

    def _changed(self, changes: Changes) -> None:
        if changes & (Changes.OFFICE | Changes.PLANS):
            self.reload()

    def _keep(self, office: Office) -> None:
        before = self._workbench.offices.keep(office)
        if before is None:
            before = Office()
        keep = self._workbench.offices.keep
        self._workbench.done(
            _("Sửa thông tin cơ quan"),
            Changes.OFFICE,
            undo=partial(keep, before),
            redo=partial(keep, office),
        )
        self.said.emit(_("Đã ghi thông tin cơ quan."))

    def _show_plans(self) -> None:
        while (item := self.plans.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        held = self._workbench.planning.plans()
        for plan in held:
            self.plans.addWidget(self._plan_row(plan))
        if not held:
            nothing = label(_("Chưa có kế hoạch nào. Kéo tệp của tỉnh thả vào cửa sổ."), "soft")
            self.plans.addWidget(nothing)

    def _plan_row(self, plan: Plan) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        words = column(spacing=0)
        words.addWidget(label(plan.short_name, wrap=True))
        words.addWidget(label(_plan_note(plan), "hint"))
        line.addLayout(words, 1)
        line.addWidget(Button(_("Bỏ kế hoạch…"), partial(self.withdraw, plan)))
        return row

    def withdraw(self, plan: Plan) -> None:
        """Ask, then remove a plan with its tasks and answers; one undo brings all of it back."""
        question = _("Bỏ {plan}?").format(plan=lowered(plan.short_name))
        hint = _("Các nhiệm vụ và kết quả đã ghi của kế hoạch này cũng bỏ theo. "
                 "Một lần Hoàn tác (Ctrl+Z) lấy lại tất cả.")  # fmt: skip
        if not messages.ask(self, question, _("Bỏ kế hoạch"), hint=hint):
            return
        planning = self._workbench.planning
        try:
            snapshot = planning.withdraw(plan.id)
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        self._workbench.done(
            _("Bỏ {plan}").format(plan=lowered(plan.short_name)),
            Changes.PLANS | Changes.PROGRESS,
            undo=partial(planning.restore, snapshot),
            redo=partial(planning.withdraw, plan.id),
        )
        self.said.emit(_("Đã bỏ {plan}.").format(plan=lowered(plan.short_name)))


def _plan_note(plan: Plan) -> str:
    tasks = [task for _appendix, task in plan.tasks()]
    ours = sum(task.ours.yes for task in tasks)
    parts = [named(_("{count} nhiệm vụ, của {level} {ours}")).format(count=len(tasks), ours=ours)]
    if plan.document.date:
        parts.append(_("ngày {day}").format(day=typed_day(plan.document.date)))
    if plan.source_name:
        parts.append(_("từ tệp {name}").format(name=plan.source_name))
    return " · ".join(parts)
