"""The letter (công văn) to the units whose return forms have not come home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.narrative_citation import cited_plans
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_wording import committee_of, letter
from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_frame import addressees_of
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import frame_of
from kehoach_desktop.domain.paper_texts import closed, paragraph
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import Block, BlockKind
from kehoach_desktop.domain.return_form_heading import same_unit
from kehoach_desktop.domain.return_form_round import LateUnit
from kehoach_desktop.domain.text import short_date, two_digits
from kehoach_desktop.i18n import _


class NobodyLate(KehoachError):
    """No unit owes a form whose day is over."""

    def __init__(self, period: ReportingPeriod) -> None:
        super().__init__(
            _("Không có đơn vị nào chậm gửi phiếu {name}.").format(name=period.said),
            hint=_("Xem đơn vị đã gửi, chưa gửi: kehoach forms --period {key}.").format(
                key=period.key
            ),
        )


def is_about_forms(asked: PaperRequest) -> bool:
    """Say whether the letter reminds of forms, not of tasks."""
    return bool(asked.text("remind"))


def late_letter(asked: PaperRequest, sources: Sources) -> Paper:
    """Return the letter to the late units, or to those of them that were named as addressees.

    Raises NobodyLate.
    """
    given = addressees_of(asked.text("addressee"))
    late = [unit for unit in _late(sources) if not given or _is_among(unit, given)]
    if not late:
        raise NobodyLate(sources.view.period)
    name = sources.view.period.name
    subject = asked.lines("subject") or (f"đôn đốc gửi phiếu cập nhật tiến độ {name}",)
    frame = frame_of(asked, sources, subject, tuple(unit.unit for unit in late))
    return Paper(frame, tuple(_contents(asked, sources, late)))


def _late(sources: Sources) -> Sequence[LateUnit]:
    return sources.forms.late if sources.forms else ()


def _is_among(unit: LateUnit, given: Sequence[str]) -> bool:
    return any(same_unit(unit.unit, name) for name in given)


def _contents(asked: PaperRequest, sources: Sources, late: Sequence[LateUnit]) -> Iterator[Block]:
    office, name = sources.office, sources.view.period.name
    yield paragraph(_sent(sources, late))
    yield from _who_is_late(sources, late)
    keys = Keys(sources.view)
    if any(_missing(keys, sources, unit) for unit in late):
        yield paragraph(keys.explained())
    whom = late[0].unit if len(late) == 1 else "các đơn vị nêu trên"
    yield paragraph(f"{office.people_committee} đề nghị {whom}:")
    to, until = asked.ended("receiver"), asked.ended("until")
    day = until if not until[:1].isdigit() or "giờ" in until else f"ngày {until}"
    yield paragraph(f"1. Gửi phiếu cập nhật tiến độ {name} đã điền về {to} trước {day}.")
    yield paragraph("2. Nêu rõ lý do gửi chậm; từ kỳ sau gửi phiếu đúng thời hạn.")
    yield paragraph(closed(f"Đề nghị {late[0].unit if len(late) == 1 else 'các đơn vị'} thực hiện"))


def _sent(sources: Sources, late: Sequence[LateUnit]) -> str:
    """Return what was asked: for which plans, by when."""
    view, office = sources.view, sources.office
    cited = "; ".join(cited_plans(view))
    who = committee_of(office) if cited else office.people_committee
    days = sorted({unit.due for unit in late})
    asked = f", hạn gửi lại ngày {short_date(days[0])}" if len(days) == 1 else ""
    reason = f"Để thực hiện {cited}, " if cited else ""
    return f"{reason}{who} đã gửi các đơn vị phiếu cập nhật tiến độ {view.period.name}{asked}."


def _who_is_late(sources: Sources, late: Sequence[LateUnit]) -> Iterator[Block]:
    forms, keys = sources.forms, Keys(sources.view)
    told = ""
    if forms is not None and forms.home:
        told = f"{two_digits(forms.home)}/{two_digits(forms.asked)} đơn vị đã gửi; "
    start = f"Đến hết ngày {short_date(sources.today)}, {told}"
    said = [f"chậm {two_digits(u.days)} ngày{_missing(keys, sources, u)}" for u in late]
    if len(late) == 1:
        yield paragraph(f"{start}{late[0].unit} chưa gửi lại phiếu, {said[0]}.")
        return
    yield paragraph(f"{start}{two_digits(len(late))} đơn vị chưa gửi lại phiếu:")
    for index, (unit, words) in enumerate(zip(late, said, strict=True)):
        mark = "." if unit is late[-1] else ";"
        yield Block(BlockKind.POINT, f"{letter(index)}) {unit.unit}: {words}{mark}")


def _missing(keys: Keys, sources: Sources, unit: LateUnit) -> str:
    rows = [row for row in sources.view.rows() if row.task.id in unit.tasks]
    if not rows:
        return ""
    return f", chưa có số liệu của {two_digits(len(rows))} nhiệm vụ: {keys.listed(rows)}"
