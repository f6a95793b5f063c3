"""The words of a report, built from the entries as a good officer writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kehoach_desktop.domain.narrative_citation import (
    cited_plans,
    cited_shortly,
    introduces_committee,
    topic,
)
from kehoach_desktop.domain.narrative_compared import compared_with
from kehoach_desktop.domain.narrative_counts import sentences_after
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_outlook import (
    following,
    next_blocks,
    proposal_blocks,
    shortcoming_blocks,
)
from kehoach_desktop.domain.narrative_results import paper_line, papers_named, result_blocks
from kehoach_desktop.domain.narrative_wording import bound, letter, without_end_mark
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.report import Block, BlockKind, PeriodView, PlanProgress
from kehoach_desktop.domain.text import fold, nfc, short_date, two_digits

_LEADING = re.compile(r"\b(cap xa|(cac|ubnd|uy ban nhan dan) (xa|phuong)|dia phuong|cac cap)\b")


def write_report_text(
    office: Office, view: PeriodView, before: PeriodView | None = None
) -> tuple[Block, ...]:
    """Return the paragraphs of the report, from the opening to the closing sentence.

    Every sentence comes from the plan, the office or an entry; what nobody answered is said to be
    missing. `before` is the period to compare with, where that is natural. "./." stands once, at
    the end.
    """
    blocks = _blocks(office, view, before) if view.rows() else _nothing_given(office, view)
    end = _closing(office, view)
    return (*(replace(block, text=_printed(block.text)) for block in blocks), end)


def _printed(text: str) -> str:
    return nfc(bound(without_end_mark(text)))


def _blocks(office: Office, view: PeriodView, before: PeriodView | None) -> tuple[Block, ...]:
    return (
        _opening(office, view),
        Block(BlockKind.PART, "I. KẾT QUẢ THỰC HIỆN"),
        *_numbered(office, view, before),
        Block(BlockKind.PART, "II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"),
        *shortcoming_blocks(view),
        Block(BlockKind.PART, f"III. NHIỆM VỤ TRỌNG TÂM {following(view.period).name.upper()}"),
        *next_blocks(office, view),
        Block(BlockKind.PART, "IV. KIẾN NGHỊ, ĐỀ XUẤT"),
        *proposal_blocks(office, view),
    )


def _nothing_given(office: Office, view: PeriodView) -> tuple[Block, ...]:
    text = f"Chưa có nhiệm vụ nào của {office.people_committee} trong {view.period.name}."
    return (Block(BlockKind.PARAGRAPH, text),)


def _opening(office: Office, view: PeriodView) -> Block:
    cited, first = cited_plans(view), introduces_committee(view)
    us = office.people_committee if first else f"Ủy ban nhân dân (UBND) {office.full_name}"
    # Written before the cut-off, the paper holds figures only to the day it is written.
    until = max(view.figures_from, min(view.figures_until, view.as_of))
    span = f"số liệu từ ngày {short_date(view.figures_from)} đến hết ngày {short_date(until)}"
    return Block(
        BlockKind.PARAGRAPH,
        f"Thực hiện {'; '.join(cited)}, {us} báo cáo kết quả thực hiện {view.period.name} "
        f"({span}) như sau:",
    )


def _numbered(office: Office, view: PeriodView, before: PeriodView | None) -> Iterator[Block]:
    sections = [
        ("Công tác chỉ đạo, điều hành", tuple(_papers(view))),
        ("Tổng hợp tiến độ", tuple(_summary(office, view, before))),
        ("Kết quả cụ thể", tuple(result_blocks(view))),
        (
            "Hoạt động của Tổ công nghệ số cộng đồng",
            tuple(Block(BlockKind.PARAGRAPH, text) for text in view.figures),
        ),
    ]
    filled = [section for section in sections if section[1]]
    for number, (title, blocks) in enumerate(filled, start=1):
        yield Block(BlockKind.SECTION, f"{number}. {title}")
        yield from blocks


def _papers(view: PeriodView) -> Iterator[Block]:
    papers = papers_named(view)
    if not papers:
        return
    keys = Keys(view)
    yield Block(BlockKind.PARAGRAPH, "Các văn bản được nêu trong số liệu của kỳ:")
    last = len(papers) - 1
    for index, (row, evidence) in enumerate(papers):
        mark = "." if index == last else ";"
        text = f"{letter(index)}) {paper_line(keys, row, evidence)}{mark}"
        yield Block(BlockKind.POINT, text)


def _summary(office: Office, view: PeriodView, before: PeriodView | None) -> Iterator[Block]:
    tasks = "; ".join(_given_tasks(office, view, progress) for progress in view.plans)
    until = f"Tiến độ đến hết ngày {short_date(view.as_of)} như sau:"
    # Of several plans this is long: the table goes to the next page with its own line alone.
    said = (f"{tasks}. {until}",) if len(view.plans) == 1 else (f"{tasks}.", until)
    yield from (Block(BlockKind.PARAGRAPH, text) for text in said)
    yield Block(BlockKind.COUNTS_TABLE)
    after = " ".join((Keys(view).explained(), *sentences_after(view)))
    yield Block(BlockKind.PARAGRAPH, after)
    if compared := compared_with(view, before):
        yield Block(BlockKind.PARAGRAPH, compared)


def _given_tasks(office: Office, view: PeriodView, progress: PlanProgress) -> str:
    given = sum(1 for _ in progress.plan.tasks())
    ours = [row for row in progress.rows if row.task.ours.yes]
    leading = sum(1 for row in ours if leads(row.task.lead_agencies_text))
    start = f"{cited_shortly(view, progress.plan)} có {two_digits(given)} nhiệm vụ"
    part = f", trong đó {two_digits(len(ours))} nhiệm vụ"
    if len(ours) == given:
        part = ", đều" if given > 1 else ""
    shown = f"; báo cáo này nêu {two_digits(len(progress.rows))} nhiệm vụ"
    if not ours:
        return f"{start}{shown}"
    roles = {"chủ trì hoặc cùng chủ trì": leading, "phối hợp": len(ours) - leading}
    parted = [f"{two_digits(count)} nhiệm vụ {role}" for role, count in roles.items() if count]
    more = shown if len(ours) < len(progress.rows) else ""
    return f"{start}{part} có phần việc của {office.unit}: {', '.join(parted)}{more}"


def leads(lead_agencies: str) -> bool:
    """Say whether the lead agencies, as worded, include the communes."""
    return bool(_LEADING.search(fold(lead_agencies)))


def _closing(office: Office, view: PeriodView) -> Block:
    subject = f"kết quả thực hiện {topic(view)} {view.period.name}"
    text = f"Trên đây là báo cáo {subject}, {office.people_committee} kính báo cáo./."
    return Block(BlockKind.PARAGRAPH, nfc(text))
