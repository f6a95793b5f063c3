"""The leader's sheet as a page of A4: drawn the same on the screen, on a printer and in a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.text import percentage, typed_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui.leader.brush import BLACK, GREY, LEFT, MIDDLE, RIGHT, Brush, Ink, Type
from kehoach_desktop.ui.leader.facts import LateLine, LeaderFacts
from kehoach_desktop.ui.papers.sheets import A4_POINTS

WIDE, HIGH = A4_POINTS
EDGE_LEFT, EDGE_RIGHT, TOP, BOTTOM = 50.0, WIDE - 40, 36.0, HIGH - 40
ROW, HEAD_GAP, PART_GAP = 15.5, 19.0, 12.0
RED = "#a3190f"
MOST_REPORTS = 4
LABELS = 38.0  # points, of the shortest column of keys
STATES = 81.0  # points, of the narrowest column of what is left until a day

INKS = {
    "done_on_time": Ink("#2e6b4a", "#ffffff", "#2e6b4a"),
    "done_late": Ink("#e9c88a", BLACK, "#8a6a22"),
    "open_in_time": Ink("#dce8f4", BLACK, "#42688f"),
    "open_overdue": Ink("#a3190f", "#ffffff", BLACK, heavy=True),
    "ongoing": Ink("#ffffff", BLACK, "#5a5f66"),
    "others": Ink("#eeeeee", BLACK, "#9a9fa5"),
}


def parts_of(counts: Counts) -> dict[str, int]:
    """Return how many tasks each ink stands for; they sum up to all of them."""
    return {
        "done_on_time": counts.done_on_time,
        "done_late": counts.done_late,
        "open_in_time": counts.open_in_time,
        "open_overdue": counts.open_overdue,
        "ongoing": counts.ongoing,
        "others": counts.conditional + counts.suspended + counts.undated,
    }


def _names() -> dict[str, str]:
    return {
        "done_on_time": _("xong đúng hạn"),
        "done_late": _("xong quá hạn"),
        "open_in_time": _("chưa xong, còn hạn"),
        "open_overdue": _("quá hạn chưa xong"),
        "ongoing": _("thường xuyên"),
        "others": _("chờ, dừng, chưa rõ hạn"),
    }


class LeaderSheet:
    """One page; fits ui.papers.sheets.Sheets."""

    def __init__(self, facts: LeaderFacts) -> None:
        self._facts = facts

    def count(self) -> int:
        """Return one: whatever the book holds, it is a single page."""
        return 1

    def size(self, page: int) -> QSizeF:
        """Return A4 in points."""
        del page
        return QSizeF(WIDE, HIGH)

    def paint(self, painter: QPainter, page: int, scale: float) -> None:
        """Paint the page; `scale` is device pixels to a point."""
        del page
        brush = Brush(painter, scale)
        top = self._head(brush, TOP)
        for part in (self._reports, self._counts, self._states, self._sections):
            top = part(brush, top) + PART_GAP
        foot = self._forms_height()
        top = self._late(brush, top, BOTTOM - foot - PART_GAP)
        self._forms(brush, top + PART_GAP)
        brush.end()

    def _head(self, brush: Brush, top: float) -> float:
        facts = self._facts
        brush.words(_row(top), facts.office, Type(10, strong=True))
        brush.words(_row(top), typed_day(facts.today), Type(10, colour=GREY, side=RIGHT))
        title = _("Tình hình thực hiện nhiệm vụ {period}").format(period=facts.period)
        brush.words(_row(top + 20, 24), title, Type(17, strong=True))
        high = brush.lines(_row(top + 47, 30), facts.answers, Type(9.5, colour=GREY))
        return top + 47 + high + PART_GAP

    def _title(self, brush: Brush, top: float, words: str, note: str = "") -> float:
        brush.words(_row(top), words, Type(11, strong=True))
        if note:
            brush.words(_row(top), note, Type(9, colour=GREY, side=RIGHT))
        brush.rule(EDGE_LEFT, top + ROW + 1, EDGE_RIGHT)
        return top + HEAD_GAP

    def _reports(self, brush: Brush, top: float) -> float:
        facts = self._facts
        top = self._title(brush, top, _("Báo cáo phải gửi"))
        if not facts.reports:
            brush.words(_row(top), facts.headline)
            return top + ROW
        for report in facts.reports[:MOST_REPORTS]:
            brush.words(_row(top, right=EDGE_RIGHT - 200), report.what)
            said = f"{report.when}: {report.left}"
            brush.words(_row(top, left=EDGE_RIGHT - 195), said, Type(side=RIGHT, strong=True))
            top += ROW
        return self._more(brush, top, len(facts.reports) - MOST_REPORTS, _("báo cáo"))

    def _more(self, brush: Brush, top: float, count: int, what: str) -> float:
        if count <= 0:
            return top
        words = _("và {count} {what} nữa").format(count=count, what=what)
        brush.words(_row(top), words, Type(9, colour=GREY))
        return top + ROW

    def _counts(self, brush: Brush, top: float) -> float:
        counts = self._facts.counts
        total = counted("{count} nhiệm vụ", counts.total).format(count=counts.total)
        top = self._title(brush, top, _("Số liệu"), total)
        table = (
            ((_("{count} việc có hạn").format(count=counts.dated), _("Trong hạn"), _("Quá hạn"),
              _("Cộng"), _("Tỷ lệ"))),
            (_("Đã hoàn thành"), str(counts.done_on_time), str(counts.done_late), str(counts.done),
             percentage(counts.done, counts.fallen_due)),
            (_("Chưa hoàn thành"), str(counts.open_in_time), str(counts.open_overdue),
             str(counts.open), percentage(counts.open_overdue, counts.fallen_due)),
        )  # fmt: skip
        for number, cells in enumerate(table):
            self._count_row(brush, top + number * ROW, cells, head=number == 0)
        beside = _row(top, 5 * ROW, left=EDGE_LEFT + 345)
        high = brush.lines(beside, _apart(counts), Type(9, colour=GREY))
        note = _("Tỷ lệ tính trên {count} việc đã đến hạn: đã hoàn thành, và quá hạn chưa xong.")
        words = note.format(count=counts.fallen_due)
        brush.words(_row(top + 3 * ROW + 2), words, Type(8.5, colour=GREY))
        return top + max(4 * ROW + 2, high)

    def _count_row(self, brush: Brush, top: float, cells: Sequence[str], *, head: bool) -> None:
        left = EDGE_LEFT
        for column, (text, wide) in enumerate(zip(cells, (120, 52, 52, 46, 60), strict=True)):
            cell = QRectF(left, top, wide, ROW)
            brush.box(cell)
            side = LEFT if column == 0 else RIGHT
            inner = cell.adjusted(4, 0, -4, 0)
            brush.words(inner, text, Type(9, strong=head or column == 3, side=side))
            left += wide

    def _states(self, brush: Brush, top: float) -> float:
        top = self._title(brush, top, _("Theo tình hình"))
        parts = parts_of(self._facts.counts)
        _bar(brush, QRectF(EDGE_LEFT, top + 2, EDGE_RIGHT - EDGE_LEFT, 17), parts, 1.0)
        left, names = EDGE_LEFT, _names()
        for key in (key for key, count in parts.items() if count):
            wide = brush.length(names[key], Type(8.5)) + 2
            if left + 12 + wide > EDGE_RIGHT:
                left, top = EDGE_LEFT, top + ROW
            brush.box(QRectF(left, top + 27, 8, 8), INKS[key])
            brush.words(QRectF(left + 12, top + 23, wide, 16), names[key], Type(8.5))
            left += wide + 24
        return top + 40

    def _sections(self, brush: Brush, top: float) -> float:
        bars = self._facts.bars
        if not bars:
            return top
        top = self._title(brush, top, _("Theo mục"), _("đã xong / có hạn"))
        most, plan = max(bar.counts.total for bar in bars), ""
        for bar in bars:
            if bar.plan != plan:
                plan = bar.plan
                brush.words(_row(top), plan, Type(8.5, colour=GREY))
                top += ROW
            brush.words(_row(top, right=EDGE_LEFT + 265), bar.title, Type(9))
            place = QRectF(EDGE_LEFT + 272, top + 2, EDGE_RIGHT - EDGE_LEFT - 272 - 40, ROW - 4)
            _bar(brush, place, parts_of(bar.counts), bar.counts.total / most)
            done = f"{bar.counts.done}/{bar.counts.dated}" if bar.counts.dated else "–"
            brush.words(_row(top), done, Type(9, strong=True, side=RIGHT))
            top += ROW
        return top

    def _late(self, brush: Brush, top: float, bottom: float) -> float:
        lines = self._facts.late
        overdue = sum(line.late for line in lines)
        note = counted("{count} việc quá hạn", overdue).format(count=overdue) if overdue else ""
        top = self._title(brush, top, _("Quá hạn, sắp đến hạn"), note)
        if not lines:
            brush.words(
                _row(top), _("Không có việc nào quá hạn hay sắp đến hạn."), Type(colour=GREY)
            )
            return top + ROW
        room = int((bottom - top) // ROW)
        fitting = lines if len(lines) <= room else lines[: max(room - 1, 0)]
        labels = max((brush.length(line.label, Type(9)) for line in fitting), default=0)
        states = max((brush.length(line.state, _state_look(line)) for line in fitting), default=0)
        for line in fitting:
            _late_line(brush, top, line, max(LABELS, labels + 6), max(STATES, states + 2))
            top += ROW
        return self._more(brush, top, len(lines) - len(fitting), _("nhiệm vụ"))

    def _forms_words(self) -> str:
        home, out = self._facts.forms
        if not out:
            return _("Kỳ này chưa xuất phiếu cho đơn vị nào.")
        said = _("{home}/{out} đơn vị đã gửi.").format(home=home, out=out)
        if not self._facts.owing_units:
            return said
        return f"{said} " + _("Chưa gửi: {units}.").format(units="; ".join(self._facts.owing_units))

    def _forms_height(self) -> float:
        return HEAD_GAP + (3 if len(self._forms_words()) > 220 else 2) * ROW

    def _forms(self, brush: Brush, top: float) -> float:
        top = self._title(brush, top, _("Phiếu của các đơn vị"))
        place = _row(top, self._forms_height() - HEAD_GAP)
        return top + brush.lines(place, self._forms_words(), Type(9.5))


def _row(
    top: float, high: float = ROW, *, left: float = EDGE_LEFT, right: float = EDGE_RIGHT
) -> QRectF:
    return QRectF(left, top, right - left, high)


def _apart(counts: Counts) -> str:
    said: tuple[tuple[Callable[[], str], int], ...] = (
        (lambda: _("Thường xuyên, định kỳ: {count}"), counts.ongoing),
        (lambda: _("Có điều kiện, chờ văn bản: {count}"), counts.conditional),
        (lambda: _("Tạm dừng: {count}"), counts.suspended),
        (lambda: _("Chưa rõ hạn: {count}"), counts.undated),
        (lambda: _("Chưa có trả lời: {count} (không tính là 0)"), counts.unanswered),
    )
    return "\n".join(words().format(count=count) for words, count in said if count)


def _bar(brush: Brush, place: QRectF, parts: dict[str, int], share: float) -> None:
    """Draw the parts as blocks; the whole bar takes `share` of the place's width."""
    total = sum(parts.values())
    left, room = place.left(), place.width() * share
    for key, count in parts.items():
        if not count:
            continue
        wide = room * count / total
        block = QRectF(left, place.top(), wide - 1, place.height())
        brush.box(block, INKS[key])
        if wide > 9:
            brush.words(block, str(count), Type(8.5, colour=INKS[key].figures, side=MIDDLE))
        left += wide


def _state_look(line: LateLine) -> Type:
    return Type(9, line.late, RED if line.late else BLACK, RIGHT)


def _late_line(brush: Brush, top: float, line: LateLine, labels: float, states: float) -> None:
    end = EDGE_RIGHT - EDGE_LEFT
    state = end - states
    cells = (
        (0, labels, line.label, Type(9, colour=GREY)),
        (labels, 248, line.name, Type(9)),
        (254, state - 58, line.unit, Type(8.5, colour=GREY)),
        (state - 54, state - 2, line.deadline, Type(9)),
        (state, end, line.state, _state_look(line)),
    )
    for left, right, text, look in cells:
        brush.words(_row(top, left=EDGE_LEFT + left, right=EDGE_LEFT + right), text, look)
