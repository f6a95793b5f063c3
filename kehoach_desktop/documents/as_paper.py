"""The report of a period as the one content model of papers, for drawing it without a template."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach_desktop.documents.fields import (
    APPENDIX_END,
    COUNTS_SLOTS,
    TASK_SLOTS,
    AppendixFields,
    appendices,
    counts_rows,
    frame_of,
)
from kehoach_desktop.documents.paper_fields import appendix_values, paper_lines, paper_values
from kehoach_desktop.domain.paper import Column, Content, Paper, PaperAppendix, Row, Table
from kehoach_desktop.domain.printed_paper import PrintedPaper
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport

COUNTS_HEADS = (
    Column("TT", 9, centred=True),
    Column("Nhóm nhiệm vụ", 51),
    Column("Tổng số", 13, centred=True),
    Column("Đúng hạn, trong hạn", 22, centred=True),
    Column("Quá hạn", 13, centred=True),
    Column("Nhiệm vụ", 57),
)


def as_paper(made: Paper | PeriodReport) -> Paper:
    """Return any paper as a Paper: what is printed of it, without the looks of its template."""
    if isinstance(made, Paper):
        return made
    contents = tuple(_content(made, block) for block in made.blocks)
    inside = tuple(_appendix(made, fields) for fields in appendices(made))
    return Paper(frame_of(made), contents, appendices=inside)


def printed(made: Paper | PeriodReport) -> PrintedPaper:
    """Return any paper with the texts its template would be filled with."""
    paper = as_paper(made)
    heads = (appendix_values(paper, index, one) for index, one in enumerate(paper.appendices))
    return PrintedPaper(paper, paper_values(paper), paper_lines(paper), tuple(heads))


def _content(report: PeriodReport, block: Block) -> Content:
    if block.kind is not BlockKind.COUNTS_TABLE:
        return block
    rows = (
        Row(tuple(texts[f"{prefix}.{slot}"] for slot in COUNTS_SLOTS))
        for prefix, texts in counts_rows(report.view)
    )
    return Table(COUNTS_HEADS, tuple(rows))


def _appendix(report: PeriodReport, fields: AppendixFields) -> PaperAppendix:
    values = fields.values
    return PaperAppendix(
        values["pl.ten"],
        Table(_task_heads(report, values), tuple(_rows(fields.rows))),
        values[APPENDIX_END].removesuffix("./."),
        values["pl.ghi_chu"],
    )


def _task_heads(report: PeriodReport, values: dict[str, str]) -> tuple[Column, ...]:
    return (
        Column("STT", 11, centred=True),
        Column("Nội dung nhiệm vụ", 64),
        Column("Đơn vị chủ trì", 26),
        Column("Thời hạn hoàn thành", 24),
        Column(f"Đơn vị thực hiện của {report.office.unit}", 26),
        Column(f"Kết quả đến {values['pl.ngay_chot']}", 49),
        Column("Trạng thái", 26),
        Column("Khó khăn, vướng mắc", 26),
    )


def _rows(rows: Iterable[tuple[str, dict[str, str]]]) -> Iterable[Row]:
    for specimen, texts in rows:
        if specimen == "muc":
            yield Row((texts["muc.stt"], texts["muc.ten"]), heading=True)
        else:
            yield Row(tuple(texts[f"nv.{slot}"] for slot in TASK_SLOTS))
