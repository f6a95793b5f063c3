"""The one table of placeholders and the values that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach_desktop.documents.appendix_rows import rows_of, untold
from kehoach_desktop.documents.type_metrics import even_lines, parted, width_of
from kehoach_desktop.documents.vocabulary import Vocabulary
from kehoach_desktop.domain.narrative_citation import cited_shortly, subject_lines, topic
from kehoach_desktop.domain.narrative_counts import CountsRow, counts_table
from kehoach_desktop.domain.office import KIND_WORDS
from kehoach_desktop.domain.paper_day import due_month
from kehoach_desktop.domain.paper_frame import (
    Frame,
    PaperKind,
    Signature,
    addressees_of,
    committee,
    recipients_of,
)
from kehoach_desktop.domain.report import BlockKind, PeriodReport, PeriodView, PlanProgress
from kehoach_desktop.domain.text import NBSP, roman, short_date, two_digits

# A signature bears none of them (NĐ 30/2020, Phụ lục I, II.7.c).
ACADEMIC_TITLES = re.compile(r"^(?:(?:GS|PGS|TSKH|TS|Th\.?S|CN|KS|BS|CK[12I]+)\.\s*)+")
_PURPOSE = re.compile(r" (\([^()]{1,16}\))$")
LETTERHEAD_POINTS, LETTERHEAD_ROOM = 13, 3260  # the left half of the letterhead, in twips
TITLE_POINTS, TITLE_ROOM = 14, 9300  # the width of the text, in twips

# The paragraph that shows how a block of the text looks.
BLOCK_SPECIMENS = {
    BlockKind.PARAGRAPH: "doan",
    BlockKind.PART: "phan",
    BlockKind.SECTION: "khoan",
    BlockKind.POINT: "diem",
}
LINES = ("kinh_gui_tung_noi", "noi_nhan", "quyen_han")
# Where a line of the letterhead that is too long is broken: after what sort of body it is.
SORTS_OF_BODY = (
    *(word.upper() for word in KIND_WORDS.values()),
    *(f"UBND {word.upper()}" for word in KIND_WORDS.values()),
    *("VĂN PHÒNG", "TRUNG TÂM", "BAN CHỈ ĐẠO", "BAN QUẢN LÝ", "CÔNG AN", "PHÒNG", "BAN"),
)
VALUES = (
    "chu_quan",
    "co_quan_1",
    "co_quan_2",
    "so_ky_hieu",
    "dia_danh_ngay",
    "trich_yeu",
    "kinh_gui",
    "kinh_gui_nhieu_noi",
    "nguoi_ky",
)
APPENDIX = ("pl.so", "pl.ten", "pl.kem_theo", "pl.ngay_chot", "pl.cap_xa", "pl.ghi_chu")
APPENDIX_END = "pl.tong_so"
COUNTS_SLOTS = ("tt", "nhom", "tong_so", "trong_han", "qua_han", "nhiem_vu")
TASK_SLOTS = (
    "stt",
    "noi_dung",
    "chu_tri",
    "thoi_han",
    "don_vi",
    "ket_qua",
    "trang_thai",
    "vuong_mac",
)
# How long a line is, as a part of the text over it (NĐ 30/2020, Phụ lục I, II.1–5).
RULES = {
    "duong_ke_co_quan": 0.4,
    "duong_ke_tieu_ngu": 1.0,
    "duong_ke_trich_yeu": 0.4,
    "duong_ke_phu_luc": 0.4,
}
OPTIONAL = frozenset({"chu_quan", "pl.ghi_chu", "pl.cap_xa", "pl.ngay_chot", *RULES})


def known_placeholders() -> frozenset[str]:
    """Return every placeholder a template of the monthly report may use."""
    counts = {f"{prefix}.{slot}" for prefix in ("bang", "bang_dam") for slot in COUNTS_SLOTS}
    rows = {"muc.stt", "muc.ten", *(f"nv.{slot}" for slot in TASK_SLOTS)}
    single = {*VALUES, *LINES, *BLOCK_SPECIMENS.values(), *RULES, *APPENDIX, APPENDIX_END}
    return frozenset(counts | rows | single)


def required_placeholders() -> frozenset[str]:
    """Return the placeholders without which the paper would lack something."""
    columns = {f"nv.{slot}" for slot in TASK_SLOTS if slot not in ("stt", "noi_dung")}
    return known_placeholders() - OPTIONAL - columns


def vocabulary() -> Vocabulary:
    """Return the placeholders of the report of a period."""
    pairs = (("bang", "bang_dam"), ("muc", "nv"))
    return Vocabulary(known_placeholders(), required_placeholders(), pairs, ("nv", "muc"))


def frame_of(report: PeriodReport) -> Frame:
    """Return what stands around the text of a report."""
    office, view = report.office, report.view
    if report.frame is not None:
        return report.frame
    addressees = addressees_of(office.addressee)
    return Frame(
        PaperKind.MONTHLY_REPORT,
        committee(office),
        office.date_line_place,
        subject_lines(view),
        Signature(office.signature_block, office.signer),
        due_month(office, view.period),
        addressees,
        recipients_of(office.recipients),
        "Như trên" if addressees else "",
        office.archive_line,
        report.number,
        report.issued_on,
    )


def head_values(frame: Frame) -> dict[str, str]:
    """Return the values that stand once in the paper."""
    addressees = frame.addressees
    lines = (*map(_fitting, frame.issuer.lines), "")
    return {
        "chu_quan": _fitting(frame.issuer.parent),
        "co_quan_1": lines[0],
        "co_quan_2": lines[1],
        "so_ky_hieu": f"Số:{frame.number_and_symbol}",
        "dia_danh_ngay": f"{frame.place}, {frame.day}",
        "trich_yeu": "\n".join(_subject(frame)),
        "kinh_gui": f"Kính gửi: {addressees[0]}" if len(addressees) == 1 else "",
        "kinh_gui_nhieu_noi": "Kính gửi:" if len(addressees) > 1 else "",
        "nguoi_ky": signed(frame.signature.name),
    }


def _subject(frame: Frame) -> Iterable[str]:
    if frame.kind is PaperKind.LETTER:
        # Wrapped under the number, its last word does not stand alone.
        return (NBSP.join(line.rsplit(" ", 1)) for line in frame.subject)
    return (parted(line, TITLE_POINTS, TITLE_ROOM) for line in frame.subject)


def signed(name: str) -> str:
    """Return the signer's name without academic titles."""
    return ACADEMIC_TITLES.sub("", name.strip())


def _fitting(line: str) -> str:
    """Return a line of the letterhead; a long name goes on a line of its own, or on even ones."""
    unit = next((u for u in SORTS_OF_BODY if line.startswith(f"{u} ")), "")
    name = line[len(unit) + 1 :]
    if not unit or _fits(line):
        return line
    if _fits(name):
        return f"{unit}\n{name}"
    first = len(unit.split())
    return "\n".join(even_lines(line, LETTERHEAD_POINTS, LETTERHEAD_ROOM, first))


def _fits(line: str) -> bool:
    return width_of(line, LETTERHEAD_POINTS) <= LETTERHEAD_ROOM


def _whole_purpose(line: str) -> str:
    """Return a line of Nơi nhận whose purpose, "(để t/h)", is not parted at the end of a line."""
    return _PURPOSE.sub(lambda found: f" {found[1].replace(' ', NBSP)}", line)


def line_values(frame: Frame) -> dict[str, tuple[str, ...]]:
    """Return the values that are several paragraphs, one after the other."""
    several = frame.addressees if len(frame.addressees) > 1 else ()
    listed = filter(None, (frame.first_recipient, *frame.recipients))
    return {
        "kinh_gui_tung_noi": tuple(
            f"- {name}{'.' if name is several[-1] else ';'}" for name in several
        ),
        "noi_nhan": (*(f"- {_whole_purpose(name)};" for name in listed), f"- {frame.archive}."),
        "quyen_han": frame.signature.lines,
    }


def counts_rows(view: PeriodView) -> list[tuple[str, dict[str, str]]]:
    """Return the rows of the table of counts with the specimen each is made from."""
    return [("bang_dam" if row.total else "bang", _counts_row(row)) for row in counts_table(view)]


def _counts_row(row: CountsRow) -> dict[str, str]:
    prefix = "bang_dam" if row.total else "bang"
    cells = (row.number, row.name, row.count, row.in_time, row.late, row.keys)
    return {f"{prefix}.{slot}": text for slot, text in zip(COUNTS_SLOTS, cells, strict=True)}


@dataclass(frozen=True, slots=True)
class AppendixFields:
    """The values of one appendix of the report: single ones, and its rows by specimen."""

    values: dict[str, str]
    rows: list[tuple[str, dict[str, str]]]


def appendices(report: PeriodReport) -> tuple[AppendixFields, ...]:
    """Return one appendix for each plan.

    Not one for each appendix of a plan: the province's "Phụ lục III" would then stand in the
    report's "Phụ lục II", and the reader compares the report with the plan line by line.
    """
    return tuple(
        _appendix(report, index, progress) for index, progress in enumerate(report.view.plans)
    )


def _appendix(report: PeriodReport, index: int, progress: PlanProgress) -> AppendixFields:
    view, office = report.view, report.office
    several = len(view.plans) > 1
    title = f"Tiến độ thực hiện {topic(view)} {view.period.name}"
    if several:
        title += f" theo {cited_shortly(view, progress.plan)}"
    values = {
        "pl.so": f"Phụ lục{NBSP}{roman(index + 1)}" if several else "Phụ lục",
        "pl.ten": title.upper(),
        "pl.kem_theo": frame_of(report).attached,
        "pl.ngay_chot": short_date(view.as_of),
        "pl.cap_xa": office.unit,
        "pl.ghi_chu": untold(progress, office, all_tasks=report.all_tasks),
        APPENDIX_END: f"Tổng số: {two_digits(len(progress.rows))} nhiệm vụ./.",
    }
    return AppendixFields(values, rows_of(progress, view.as_of))
