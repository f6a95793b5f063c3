"""What a paper says, fact by fact, each with its place: what two papers are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kehoach_desktop.domain.narrative_counts import counts_table
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_status import state_words
from kehoach_desktop.domain.paper import Article, Content, PaperAppendix, Table
from kehoach_desktop.domain.paper_frame import Frame
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.domain.snapshot import MadePaper
from kehoach_desktop.domain.text import capital, roman, squeeze

_NUMBER = re.compile(r"([IVXLC]+|\d+|[a-zđ])[.)]\s")


@dataclass(frozen=True, slots=True)
class Fact:
    """A place in the paper as officers name it, and what stands there."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The lines of the text in their order; what stands at a named place, each once."""

    lines: tuple[Fact, ...]
    named: dict[str, str]


def facts_of(made: MadePaper) -> Facts:
    """Return what a paper says."""
    frame = made.frame
    named = dict(_of_frame(frame)) if frame else {}
    if isinstance(made, PeriodReport):
        return Facts(tuple(_lines(made.blocks)), named | dict(_of_report(made)))
    for index, table in enumerate(_tables(made.contents), start=1):
        named |= _of_table(f"Bảng {index}", table)
    for index, appendix in enumerate(made.appendices, start=1):
        several = f" {roman(index)}" if len(made.appendices) > 1 else ""
        named |= _of_appendix(f"Phụ lục{several}", appendix)
    grounds = (Fact("Căn cứ", ground) for ground in made.grounds)
    return Facts((*grounds, *_lines(made.contents)), named)


def _of_frame(frame: Frame) -> Iterator[tuple[str, str]]:
    yield "Trích yếu", " ".join(frame.subject)
    yield "Nơi ban hành", f"{frame.place}; {' '.join(frame.issuer.lines)}"
    yield "Kính gửi", "; ".join(frame.addressees)
    yield "Nơi nhận", "; ".join((*frame.recipients, frame.archive))
    yield "Chữ ký", ", ".join((*frame.signature.lines, frame.signature.name))


def _lines(contents: Iterable[Content]) -> Iterator[Fact]:
    """Yield each paragraph under its place: "điểm a khoản 3 Mục I"."""
    above: dict[BlockKind, str] = {}
    for content in contents:
        if isinstance(content, Article):
            yield Fact(f"Điều {content.number}", content.text)
        elif isinstance(content, Block) and content.text:
            yield Fact(_place(content, above), content.text)


# What a paragraph of a kind is called, and the kinds whose numbers it ends.
_CALLED = {BlockKind.PART: "Mục", BlockKind.SECTION: "khoản", BlockKind.POINT: "điểm"}
_ORDER = (BlockKind.PART, BlockKind.SECTION, BlockKind.POINT)


def _place(block: Block, above: dict[BlockKind, str]) -> str:
    if block.kind in _CALLED:
        for kind in _ORDER[_ORDER.index(block.kind) :]:
            above.pop(kind, None)
        if number := _NUMBER.match(block.text):
            above[block.kind] = f"{_CALLED[block.kind]} {number[1]}"
    named = [above[kind] for kind in reversed(_ORDER) if kind in above]
    place = " ".join(named) or "phần mở đầu"
    return capital(place)


def _of_report(report: PeriodReport) -> Iterator[tuple[str, str]]:
    view = report.view
    for counted in counts_table(view):
        figures = (
            ("tổng số", counted.count),
            ("đúng hạn, trong hạn", counted.in_time),
            ("quá hạn", counted.late),
        )
        for heading, figure in figures:
            yield f"Bảng tổng hợp, “{squeeze(counted.name)}”, {heading}", figure
    keys = Keys(view)
    for index, progress in enumerate(view.plans, start=1):
        appendix = f"Phụ lục {roman(index)}" if len(view.plans) > 1 else "Phụ lục"
        for row in progress.rows:
            for heading, text in _of_row(row, report):
                yield f"{appendix} ({keys.of(row)}), {heading}", text


def _of_row(row: TaskProgress, report: PeriodReport) -> Iterator[tuple[str, str]]:
    entry = row.effective
    yield "đơn vị thực hiện", row.task.assigned_to
    yield "kết quả", squeeze(entry.result)
    yield "minh chứng", squeeze(entry.evidence)
    yield "trạng thái", state_words(row, report.view.as_of)
    yield "khó khăn, vướng mắc", squeeze(row.entry.obstacle)


def _tables(contents: Iterable[Content]) -> Iterator[Table]:
    return (content for content in contents if isinstance(content, Table))


def _of_table(name: str, table: Table) -> dict[str, str]:
    found: dict[str, str] = {}
    heading = ""
    for row in table.rows:
        if row.heading:
            heading = f"{' '.join(filter(None, row.cells))}, "
            continue
        for column, text in zip(table.columns, row.cells, strict=True):
            found[f"{name}, {heading}dòng {row.cells[0]}, cột “{column.heading}”"] = text
    return found


def _of_appendix(name: str, appendix: PaperAppendix) -> dict[str, str]:
    told = {f"{name}, tên": appendix.title, f"{name}, dòng cuối": appendix.closing}
    return told | _of_table(name, appendix.table)
