"""The commune's own plan, made from the province's: its tasks, its units, its deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.narrative_citation import (
    cited_plans,
    cited_shortly,
    titled,
    topic,
)
from kehoach_desktop.domain.narrative_counts import term
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_wording import brief_name, committee_of, letter, lowered
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_decision import LAW
from kehoach_desktop.domain.paper_frame import BLANK, addressees_of
from kehoach_desktop.domain.paper_plan_rows import (
    above,
    above_shortly,
    appendix_of,
    moved_deadlines,
)
from kehoach_desktop.domain.paper_request import TASKS, PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import frame_of
from kehoach_desktop.domain.paper_texts import closed, paragraph, part
from kehoach_desktop.domain.progress import TaskProgress, final_day
from kehoach_desktop.domain.report import Block, BlockKind, PeriodView
from kehoach_desktop.domain.text import NBSP, roman, short_date, two_digits

MOST_NEAREST = 5
# The numbers of the tasks a unit is given, by the appendix they stand in.
Given = dict[str, dict[int, list[str]]]


def commune_plan(asked: PaperRequest, sources: Sources) -> Paper:
    """Return the commune's plan on its tasks in the plans of the store.

    Raises ImpossibleDeadline for an own deadline later than the province's, UnknownKey.
    """
    view, office = sources.view, sources.office
    moved = moved_deadlines(asked, view)
    frame = frame_of(asked, sources, _subject(asked, office, view))
    appendices = tuple(appendix_of(office, view, index, moved) for index in range(len(view.plans)))
    contents = (
        paragraph(_opening(office, view)),
        *_aims(asked, office, view),
        *_tasks(asked, sources, moved),
        part("III", "KINH PHÍ THỰC HIỆN"),
        paragraph(_ended(asked.text("funding", _funding(office)))),
        part("IV", "TỔ CHỨC THỰC HIỆN"),
        *_duties(office, view),
        *_reporting(asked, office),
        paragraph(
            closed(
                "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị báo cáo "
                f"{committee_of(office)} để xem xét, giải quyết"
            )
        ),
    )
    return Paper(frame, contents, _grounds(asked, view), appendices=appendices)


def unassigned(view: PeriodView) -> tuple[TaskProgress, ...]:
    """Return the rows that no unit of the commune has been given."""
    return tuple(row for row in view.rows() if not units_of(row.task))


def _ended(text: str) -> str:
    return f"{text.rstrip(' .;')}."


def _shorts(view: PeriodView) -> str:
    *before, last = [above_shortly(view, progress.plan) for progress in view.plans] or [BLANK]
    return f"{', '.join(before)} và {last}" if before else last


def _subject(asked: PaperRequest, office: Office, view: PeriodView) -> tuple[str, ...]:
    given = asked.lines("subject")
    return given or (_what(asked, view), f"trên địa bàn {office.full_name}")


def _what(asked: PaperRequest, view: PeriodView) -> str:
    """Return what the plan carries out: one plan by its name, several by what they are about."""
    plans = [progress.plan for progress in view.plans]
    if len(plans) < 2:
        named = titled(plans[0]) if plans else BLANK
        return f"Triển khai thực hiện {named}".replace(" của Ủy ban", "\ncủa Ủy ban")
    about, year = topic(view), (asked.issued_on or view.as_of).year
    if about != "nhiệm vụ":
        return f"Thực hiện {about} năm {year}"
    return f"Thực hiện nhiệm vụ được giao tại {two_digits(len(plans))} kế hoạch năm {year}"


def _grounds(asked: PaperRequest, view: PeriodView) -> tuple[str, ...]:
    """Return the chain: the law or what was given, the province's plans, who proposed it."""
    cited = (f"Thực hiện {plan}" for plan in cited_plans(view, above_shortly))
    law = tuple(line.rstrip(" .;,") for line in asked.lines("grounds")) or (f"Căn cứ {LAW}",)
    proposer = asked.text("proposer").rstrip(" .;")
    return (*law, *cited, *([f"Theo đề nghị của {proposer}"] if proposer else []))


def _opening(office: Office, view: PeriodView) -> str:
    return (
        f"Ủy ban nhân dân {office.full_name} ban hành Kế hoạch triển khai thực hiện "
        f"{_shorts(view)} như sau:"
    )


def _aims(asked: PaperRequest, office: Office, view: PeriodView) -> Iterator[Block]:
    count, short = two_digits(len(view.rows())), _shorts(view)
    yield part("I", "MỤC ĐÍCH, YÊU CẦU")
    yield paragraph(
        f"1. Mục đích: tổ chức thực hiện đủ, đúng thời hạn {count} nhiệm vụ"
        f"{_concerned(asked, office)} tại {short}."
    )
    yield paragraph(
        "2. Yêu cầu: mỗi nhiệm vụ có một đơn vị chủ trì, có thời hạn và sản phẩm rõ ràng; thời hạn "
        f"của {office.unit} không muộn hơn thời hạn của {above(view)}."
    )


def _concerned(asked: PaperRequest, office: Office) -> str:
    """Return what the tasks have in common; nothing is said of those chosen one by one."""
    return "" if asked.entries(TASKS) else f" có phần việc của {office.unit}"


def _tasks(asked: PaperRequest, sources: Sources, moved: dict[str, date]) -> Iterator[Block]:
    office, view = sources.office, sources.view
    yield part("II", "NHIỆM VỤ")
    several = len(view.plans) > 1
    for index, progress in enumerate(view.plans):
        where = _appendix(index) if several else "Phụ lục"
        whole = two_digits(sum(1 for _task in progress.plan.tasks()))
        yield paragraph(
            f"{above_shortly(view, progress.plan)} có {whole} nhiệm vụ; "
            f"{two_digits(len(progress.rows))} nhiệm vụ{_concerned(asked, office)} được phân "
            f"công tại {where} kèm theo Kế hoạch này."
        )
    yield from _nearest(view, moved, asked.issued_on or sources.today)


def _nearest(view: PeriodView, moved: dict[str, date], today: date) -> Iterator[Block]:
    """Yield the tasks that fall due first, of those whose day has not passed."""
    keys = Keys(view)
    dated = [(_day(keys, row, moved), row) for row in view.rows()]
    coming = [(day, row) for day, row in dated if day is not None and day >= today]
    chosen = sorted(coming, key=lambda pair: pair[0])[:MOST_NEAREST]
    if not chosen:
        return
    several = "Các nhiệm vụ" if len(chosen) > 1 else "Nhiệm vụ"
    yield paragraph(f"{_explained(view, keys)} {several} có thời hạn sớm nhất:")
    ends = [";"] * (len(chosen) - 1) + ["."]
    for (_when, row), mark in zip(chosen, ends, strict=True):
        key = keys.of(row)
        when = f", thời hạn {short_date(moved[key])}" if key in moved else term(row)
        yield paragraph(f"- {lowered(brief_name(row.task))} ({key}){when}{mark}")


def _explained(view: PeriodView, keys: Keys) -> str:
    """Return what a key means, the plans above named as this plan names them."""
    told = keys.explained()
    for progress in view.plans:
        short = cited_shortly(view, progress.plan)
        told = re.sub(rf"{re.escape(short)}(?=[;,).])", above_shortly(view, progress.plan), told)
    return told


def _day(keys: Keys, row: TaskProgress, moved: dict[str, date]) -> date | None:
    return moved.get(keys.of(row)) or final_day(row.task.deadline)


def _funding(office: Office) -> str:
    return (
        f"Kinh phí thực hiện từ ngân sách {office.unit} theo phân cấp và các nguồn hợp pháp khác "
        "theo quy định của pháp luật"
    )


def _duties(office: Office, view: PeriodView) -> Iterator[Block]:
    """Yield what each unit is given, by the numbers of the appendix."""
    yield Block(BlockKind.SECTION, "1. Phân công trách nhiệm")
    leading: Given = {}
    helping: Given = {}
    for index, progress in enumerate(view.plans):
        for number, row in enumerate(progress.rows, start=1):
            for place, unit in enumerate(units_of(row.task)):
                given = (helping if place else leading).setdefault(unit, {})
                given.setdefault(index, []).append(str(number))
    units = tuple(dict.fromkeys((*leading, *helping)))
    several = len(view.plans) > 1
    for at, unit in enumerate(units):
        roles = (("chủ trì", leading), ("phối hợp", helping))
        parts = [
            f"{role} nhiệm vụ {_numbers(given[unit], several=several)}"
            for role, given in roles
            if unit in given
        ]
        yield Block(BlockKind.POINT, f"{letter(at)}) {unit}: {'; '.join(parts)}.")
    if not units:
        yield paragraph(f"Đơn vị thực hiện của {office.unit}: {BLANK}")


def _numbers(given: Mapping[int, Sequence[str]], *, several: bool) -> str:
    """Return the numbers of tasks: "số 1, 9", of several appendices "số 1, 9 Phụ lục I, số 2 …"."""
    named = (
        f"số {', '.join(numbers)}{f' {_appendix(index)}' if several else ''}"
        for index, numbers in given.items()
    )
    return ", ".join(named)


def _appendix(index: int) -> str:
    return f"Phụ lục{NBSP}{roman(index + 1)}"


def _reporting(asked: PaperRequest, office: Office) -> Iterator[Block]:
    yield Block(BlockKind.SECTION, "2. Chế độ báo cáo")
    yield Block(
        BlockKind.POINT,
        f"a) Các đơn vị gửi kết quả thực hiện về {asked.ended('receiver')} trước ngày "
        f"{asked.ended('unit_day')} hằng tháng.",
    )
    whom = f" {', '.join(addressees_of(office.addressee))}" if office.addressee else ""
    yield Block(
        BlockKind.POINT,
        f"b) {committee_of(office)} báo cáo{whom} trước ngày {office.reporting_day} hằng tháng.",
    )


def with_gap_of_units(paper: Paper, view: PeriodView) -> Paper:
    """Return the paper with what its tasks lack among its gaps: units, or any task at all."""
    count = len(unassigned(view))
    lacking = (TASKS,) if not view.rows() else (f"assigned_to ({count})",) if count else ()
    return replace(paper, gaps=(*paper.gaps, *lacking))
