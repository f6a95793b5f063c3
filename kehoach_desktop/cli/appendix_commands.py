"""The command that fills the province's own table back, as a workbook or cell by cell."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kehoach_desktop import paths
from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.cli.shared_arguments import (
    Commands,
    Parser,
    add_json,
    add_store,
    output,
    period,
)
from kehoach_desktop.domain.column_order import HEADINGS, OrderedColumn, read_order
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.filled_appendix import filled, in_order
from kehoach_desktop.domain.plan import Plan
from kehoach_desktop.domain.report import PeriodView, PlanProgress
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import _

ORDER = "bieu_giam_sat.txt"


class NoSuchPlan(KehoachError):
    """No plan, or more than one, goes by that name."""

    def __init__(self, named: str, held: tuple[Plan, ...]) -> None:
        sentence = _("Không có kế hoạch “{name}”.") if named else _("Sổ có nhiều kế hoạch.")
        super().__init__(
            sentence.format(name=named),
            hint=_("Chọn một bằng --plan: {plans}.").format(
                plans="; ".join(f"{plan.id} ({plan.short_name})" for plan in held)
            ),
        )


def add_appendix_command(commands: Commands[Parser]) -> None:
    """Let `appendix` fill the table of a plan back."""
    words = _("điền kết quả vào đúng bảng của tỉnh, thành .xlsx hoặc từng ô theo thứ tự")
    appendix = commands.add_parser("appendix", help=words, description=words)
    add_store(appendix, own=True)
    appendix.add_argument("--plan", default="", metavar="P", help=_("mã, số hoặc tên kế hoạch"))
    appendix.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    where = appendix.add_mutually_exclusive_group(required=True)
    where.add_argument("-o", "--output", type=output(".xlsx"), metavar="OUT.xlsx")
    where.add_argument("--tsv", action="store_true", help=_("in từng ô, cách nhau bằng dấu tab"))
    appendix.add_argument("--columns", type=_columns, metavar="A,B", help=", ".join(HEADINGS))
    add_json(appendix)


def _columns(text: str) -> tuple[OrderedColumn, ...]:
    try:
        return read_order(text.replace(",", "\n"))
    except KehoachError as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


class UnreadableOrder(KehoachError):
    """The file that holds the order of the columns cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Không đọc được thứ tự cột trong “{name}”.").format(name=path.name),
            hint=_("Lưu tệp dạng văn bản UTF-8, hoặc bỏ tệp để dùng thứ tự gốc."),
        )


def _order() -> tuple[OrderedColumn, ...]:
    """Return the columns of the office's own file, else of the shipped one.

    Raises UnreadableOrder, UnknownColumn.
    """
    own = paths.office_templates() / ORDER
    path = own if own.is_file() else paths.templates() / ORDER
    try:
        return read_order(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeError) as refusal:
        raise UnreadableOrder(path) from refusal


def fill_back(asked: argparse.Namespace, tools: Tools) -> None:
    """Write the table of a plan with what was done, or print it cell by cell."""
    with tools.open_desk(asked.store, writing=False) as desk:
        plan = _plan(desk, asked.plan)
        view = desk.reporting.told(asked.period, all_tasks=True)
    progress = _progress(view, plan)
    if asked.tsv:
        columns = asked.columns or _order()
        keys = [column.key for column in columns]
        rows = in_order(progress, view.as_of, keys)
        headings = [column.heading for column in columns]
        value: Json = {"columns": keys, "headings": headings, "rows": rows}
        answer(asked, value, ("\t".join(row) for row in rows))
        return
    original = tools.originals(asked.store).find(plan.source_sha256)
    source = tools.read(original) if original else None
    if source is None:
        sys.stderr.write(_("Không còn tệp gốc: bảng lập lại từ các cột đã nhập.\n"))
    sheets = filled(progress, view.as_of, source, tools.column_role)
    where = tools.write_appendix(sheets, asked.output)
    count = sum(len(sheet.results) for sheet in sheets)
    value = {
        "appendix": str(where),
        "plan": plan.id,
        "sheets": [sheet.name for sheet in sheets],
        "tasks": count,
    }
    answer(asked, value, [_("Đã điền {count} nhiệm vụ: {path}").format(count=count, path=where)])


def _plan(desk: Desk, named: str) -> Plan:
    held = desk.planning.plans()
    words = fold(named)
    fit = tuple(
        plan
        for plan in held
        if not words or plan.id == named or words in fold(f"{plan.short_name} {plan.source_name}")
    )
    if len(fit) != 1:
        raise NoSuchPlan(named, held)
    return fit[0]


def _progress(view: PeriodView, plan: Plan) -> PlanProgress:
    found = next((one for one in view.plans if one.plan.id == plan.id), None)
    return found or PlanProgress(plan, ())
