"""The table of counts in a report, and the sentences that go with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kehoach_desktop.domain.counts import class_of
from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_wording import told_result
from kehoach_desktop.domain.progress import Standing, TaskProgress, TaskStatus, final_day, standing
from kehoach_desktop.domain.report import PeriodView, without
from kehoach_desktop.domain.text import capital, month_number, percentage, squeeze, two_digits

FEWEST_FOR_A_RATE = 5
NO_FIGURE = "-"
_UNDATED = ("ongoing", "conditional", "undated")


@dataclass(frozen=True, slots=True)
class CountsRow:
    """One row of the table, as printed; `total` rows are bold."""

    number: str
    name: str
    count: str
    in_time: str
    late: str
    keys: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class CountedRows:
    """The rows of a view by the one class each is counted in."""

    keys: Keys
    by_class: dict[str, tuple[TaskProgress, ...]]

    def of(self, *classes: str) -> tuple[TaskProgress, ...]:
        """Return the rows counted in one of `classes`."""
        return tuple(row for name in classes for row in self.by_class.get(name, ()))


def counted(view: PeriodView) -> CountedRows:
    """Return the rows of the view, each under the class it is counted in."""
    by_class: dict[str, list[TaskProgress]] = {}
    for row in view.rows():
        by_class.setdefault(class_of(row, view.as_of), []).append(row)
    return CountedRows(Keys(view), {name: tuple(rows) for name, rows in by_class.items()})


def counts_table(view: PeriodView) -> tuple[CountsRow, ...]:
    """Return the rows of the table of counts; every sum closes.

    The 2×2 of tasks with a day (Báo cáo 1270/BC-TCTTTg), then the groups without one. A cell
    that has no meaning, or that nobody answered for, holds a dash; a counted nought holds 0.
    """
    rows = counted(view)
    dated, undated = _dated_rows(rows), _undated_rows(rows)
    table, sums = list(dated), ["I"]
    if undated:
        table += [*undated, _undated_total(rows, undated)]
        sums.append("II")
    if suspended := rows.of("suspended"):
        sums.append("III")
        table.append(_plain("III", "Tạm dừng", suspended, rows.keys, total=True))
    table.append(_grand_total(view, sums))
    if missing := tuple(row for row in view.rows() if row.unanswered):
        line = _plain("", "Trong đó chưa có số liệu", missing, rows.keys)
        table.append(replace(line, keys="") if len(missing) == len(view.rows()) else line)
    return tuple(table)


def _dated_rows(rows: CountedRows) -> tuple[CountsRow, ...]:
    done, open_ = ("done_on_time", "done_late"), ("open_in_time", "open_overdue")
    dated = rows.of(*done, *open_)
    silent = bool(dated) and all(row.unanswered for row in dated)
    return (
        _two_by_two("1", "Đã hoàn thành", rows, done, silent=silent),
        _two_by_two("2", "Chưa hoàn thành", rows, open_),
        CountsRow(
            "I",
            "Có thời hạn (1 + 2)",
            two_digits(len(dated)),
            two_digits(len(rows.of(done[0], open_[0]))),
            two_digits(len(rows.of(done[1], open_[1]))),
            total=True,
        ),
    )


def _two_by_two(
    number: str, name: str, rows: CountedRows, pair: tuple[str, str], *, silent: bool = False
) -> CountsRow:
    good, late = rows.of(pair[0]), rows.of(pair[1])
    whole, inside, over = (
        NO_FIGURE if silent else two_digits(len(part)) for part in ((*good, *late), good, late)
    )
    keys = _split_keys(rows.keys, good, late, pair[0])
    return CountsRow(number, name, whole, inside, over, keys)


def _split_keys(
    keys: Keys, good: tuple[TaskProgress, ...], late: tuple[TaskProgress, ...], kind: str
) -> str:
    if not late:
        return capital(keys.listed(good))
    word = "Đúng hạn" if kind == "done_on_time" else "Trong hạn"
    return "; ".join(
        f"{name}: {keys.listed(part)}" for name, part in ((word, good), ("quá hạn", late)) if part
    )


def _undated_rows(rows: CountedRows) -> tuple[CountsRow, ...]:
    ongoing = rows.of("ongoing")
    starting = tuple(row for row in ongoing if row.task.deadline.kind is Kind.FROM)
    steady = tuple(row for row in ongoing if row.task.deadline.kind is not Kind.FROM)
    parts = (
        ("Thường xuyên, định kỳ", steady),
        (_shared_wording(starting, "Thực hiện từ thời điểm ấn định"), starting),
        (_shared_wording(rows.of("conditional"), "Chờ văn bản"), rows.of("conditional")),
        ("Chưa rõ thời hạn", rows.of("undated")),
    )
    filled = [(name, part) for name, part in parts if part]
    return tuple(
        _plain(str(number), name, part, rows.keys)
        for number, (name, part) in enumerate(filled, start=3)
    )


def _shared_wording(rows: Iterable[TaskProgress], otherwise: str) -> str:
    starts = {row.task.deadline.start for row in rows if row.task.deadline.kind is Kind.FROM}
    start = starts.pop() if len(starts) == 1 else None
    if start is not None and start.day == 1:
        return f"Thực hiện từ tháng {month_number(start.month)}/{start.year}"
    wordings = {squeeze(row.task.deadline.wording) for row in rows}
    return wordings.pop() if len(wordings) == 1 and not starts and start is None else otherwise


def _plain(
    number: str, name: str, part: tuple[TaskProgress, ...], keys: Keys, *, total: bool = False
) -> CountsRow:
    figure = two_digits(len(part))
    named = capital(keys.listed(part))
    return CountsRow(number, name, figure, NO_FIGURE, NO_FIGURE, named, total=total)


def _undated_total(rows: CountedRows, parts: tuple[CountsRow, ...]) -> CountsRow:
    sum_of = " + ".join(part.number for part in parts)
    name = f"Không thời hạn ({sum_of})" if len(parts) > 1 else "Không thời hạn"
    figure = two_digits(len(rows.of(*_UNDATED)))
    return CountsRow("II", name, figure, NO_FIGURE, NO_FIGURE, total=True)


def _grand_total(view: PeriodView, sums: list[str]) -> CountsRow:
    name = f"Tổng cộng ({' + '.join(sums)})" if len(sums) > 1 else "Tổng cộng"
    return CountsRow("", name, two_digits(len(view.rows())), "", "", total=True)


def sentences_after(view: PeriodView) -> tuple[str, ...]:
    """Return what is said under the table: missing figures, open work, rates, standing work."""
    rows = counted(view)
    said = (
        _parts_of_tasks(view),
        _missing(view, rows),
        _open_in_time(view, rows),
        _rate(view),
        _undated(rows),
    )
    where = "các Phụ lục" if len(view.plans) > 1 else "Phụ lục"
    return (*(text for text in said if text), f"Chi tiết từng nhiệm vụ tại {where} kèm theo.")


def _parts_of_tasks(view: PeriodView) -> str:
    parts = sum(row.task.parent is not None for row in view.rows())
    return f"Tổng số gồm cả {two_digits(parts)} nhiệm vụ thành phần." if parts else ""


def _missing(view: PeriodView, rows: CountedRows) -> str:
    missing = [row for row in view.rows() if row.unanswered]
    if not missing:
        return ""
    part = f"{two_digits(len(missing))}/{two_digits(len(view.rows()))} nhiệm vụ"
    placed = "các nhiệm vụ này được xếp theo thời hạn, không tính là đã thực hiện"
    named = "" if len(missing) == len(view.rows()) else f" ({rows.keys.listed(missing)})"
    return f"Chưa có số liệu của {part}{named}; {placed}."


def _open_in_time(view: PeriodView, rows: CountedRows) -> str:
    inside = rows.of("open_in_time")
    parts, only = [], ""
    for stands, words in _OPEN_WORDS.items():
        part = [row for row in inside if standing(row, view.as_of) is stands]
        named = "" if stands is Standing.IN_PROGRESS else f" ({rows.keys.listed(part)})"
        if part:
            only = words
            parts.append(f"{two_digits(len(part))} nhiệm vụ {words}{named}")
    if not inside or len(inside) == sum(row.unanswered for row in inside):
        return ""
    whole = two_digits(len(inside))
    if len(parts) == 1:
        return f"{'Cả ' if len(inside) > 1 else ''}{whole} nhiệm vụ trong hạn {only}."
    return f"Trong {whole} nhiệm vụ trong hạn có {', '.join(parts)}."


_OPEN_WORDS = {
    Standing.IN_PROGRESS: "đang thực hiện",
    Standing.ONGOING: "thực hiện thường xuyên",
    Standing.NOT_STARTED: "chưa thực hiện",
    Standing.NOTHING: "không phát sinh",
    Standing.UNANSWERED: "chưa có số liệu",
}


def _rate(view: PeriodView) -> str:
    counts = view.counts()
    late = (row for row in view.rows() if class_of(row, view.as_of) == "open_overdue")
    if counts.fallen_due < FEWEST_FOR_A_RATE or any(row.unanswered for row in late):
        return ""
    done, due = two_digits(counts.done), two_digits(counts.fallen_due)
    rate = percentage(counts.done, counts.fallen_due)
    open_late = f"; quá hạn chưa hoàn thành {two_digits(counts.open_overdue)} nhiệm vụ"
    return (
        f"Trong {due} nhiệm vụ đã hoàn thành hoặc đã đến hạn, hoàn thành {done} nhiệm vụ, "
        f"đạt {rate}{open_late if counts.open_overdue else ''}."
    )


def _undated(rows: CountedRows) -> str:
    undated = rows.of(*_UNDATED)
    worked = [row for row in undated if _has_result(row)]
    nothing = [row for row in undated if row.entry.status is TaskStatus.NOTHING]
    rest = without(undated, (*worked, *nothing))
    if not undated or not worked:
        return ""
    if not rest and not nothing:
        whole = two_digits(len(undated))
        start = f"Cả {whole} nhiệm vụ không thời hạn đều" if len(undated) > 1 else "01 nhiệm vụ"
        return f"{start}{'' if len(undated) > 1 else ' không thời hạn'} có kết quả trong kỳ."
    part = f"{two_digits(len(worked))}/{two_digits(len(undated))}"
    silent = (("không phát sinh", nothing), ("chưa nêu kết quả", rest))
    named = "; ".join(f"{word}: {rows.keys.listed(part)}" for word, part in silent if part)
    return f"{part} nhiệm vụ không thời hạn có kết quả trong kỳ; {named}."


def _has_result(row: TaskProgress) -> bool:
    """Say whether a result of this period is told; that there was none is not a result."""
    told = row.entry.answered and row.entry.status is not TaskStatus.NOTHING
    return told and bool(told_result(row.entry.result))


def wording_in_sentence(row: TaskProgress) -> str:
    """Return the printed deadline as it goes on inside a sentence: "trước 31/12/2025"."""
    wording = squeeze(row.task.deadline.wording).rstrip(" .;,")
    return wording[:1].lower() + wording[1:] if wording[1:2].islower() else wording


def term(row: TaskProgress) -> str:
    """Return ", thời hạn trước 31/12/2025", or the wording alone where no day is set."""
    wording = wording_in_sentence(row)
    if not wording:
        return ""
    return f", {wording}" if final_day(row.task.deadline) is None else f", thời hạn {wording}"


def after_its_day(row: TaskProgress) -> str:
    """Return ", sau ngày 25 của tháng" where work of every month came after its named day.

    Such work is never late by itself (no final day); the reader is told all the same.
    """
    deadline, done_on = row.task.deadline, row.effective.done_on
    day = deadline.day_of_month if deadline.kind is Kind.RECURRING else None
    if day is None or done_on is None or done_on.day <= day:
        return ""
    return f", sau ngày {day:02d} của tháng"
