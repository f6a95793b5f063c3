"""Papers of every kind for three offices, as drafts and issued, to be measured when printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from kehoach_desktop.documents.paper_writer import write_any
from kehoach_desktop.documents.period_report import shipped_template
from kehoach_desktop.domain.issued_paper import Relation, as_issued
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_book import RECIPES, make_paper
from kehoach_desktop.domain.paper_correction import Corrected, correcting, replacing
from kehoach_desktop.domain.paper_differences import differences
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_period import EXAMPLES, PERIOD_OF, period_report
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_week import Week
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.report import PeriodReport, PeriodView
from tests.documents.binh_minh import (
    NOT_OURS,
    OFFICE,
    a_view,
    assigned,
    october_entries,
    quang_tri,
)
from tests.documents.papers import LONG_NAME, LY_SON, MINH_KHAI, rows
from tests.documents.team_samples import a_round

TODAY = date(2025, 10, 24)
QUARTER = ReportingPeriod.parse("2025-Q3")
OFFICES = {"xa": replace(OFFICE, name=LONG_NAME, place=""), "phuong": MINH_KHAI, "dac_khu": LY_SON}
UNIT = {
    "issuer": "Phòng Văn hóa - Xã hội",
    "symbol": "VHXH",
    "signer": "Hồ Thị Bích Ngọc",
}
LIST = """STT;Họ và tên;Năm sinh;Chức vụ, đơn vị;Chức danh trong Tổ
I;Thôn Bình Minh
1;Nguyễn Đức Thuận;1971;Bí thư Chi bộ, Trưởng thôn;Tổ trưởng
2;Trần Thị Mai Hiên;1984;Chi hội trưởng Phụ nữ;Tổ phó
II;Thôn Tân Lập
3;Võ Hồng Phong;1968;Trưởng thôn;Tổ trưởng"""
SUBJECT = "Họp giao ban công tác chuyển đổi số tháng 10 năm 2025"
GIVEN: dict[PaperKind, dict[str, str]] = {
    PaperKind.AD_HOC_REPORT: {
        "request": "Công văn số 412/SKHCN-CĐS ngày 13/10/2025 của Sở Khoa học và Công nghệ",
        "subject": "Kết quả triển khai dịch vụ công trực tuyến|theo Công văn số 412/SKHCN-CĐS",
    },
    PaperKind.TEAM_REPORT: {
        "next": "Mỗi tổ tổ chức ít nhất 01 buổi tuyên truyền về dịch vụ công trực tuyến trong quý",
        "obstacles": "Tổ thôn Tân Lập hoạt động gián đoạn tại khu vực có điểm lõm sóng di động",
    },
    PaperKind.PLAN: {
        "receiver": "Phòng Văn hóa - Xã hội",
        "unit_day": "15",
        "proposer": "Trưởng phòng Văn hóa - Xã hội",
        "deadline.A1": "15/12/2025",
    },
    PaperKind.LETTER: {"until": "17/10/2025", "receiver": "Phòng Văn hóa - Xã hội"},
    PaperKind.SUBMISSION: {
        **UNIT,
        "subject": "Về việc kiện toàn Tổ công nghệ số cộng đồng|các thôn Bình Minh, Tân Lập",
        "addressee": "Chủ tịch Ủy ban nhân dân xã",
        "need": "Đến nay 03 tổ có thay đổi thành viên.",
        "content": "Thôn Tân Lập: ông Trần Văn Lĩnh thay ông Lý Văn Sáng|Thôn Xuân Hòa: không",
    },
    PaperKind.NOTICE: {
        "subject": "Kết luận của Phó Chủ tịch Ủy ban nhân dân xã|tại cuộc họp giao ban",
        "opening": "Ngày 24 tháng 10 năm 2025, Phó Chủ tịch UBND xã kết luận:",
        "content": "Phòng Kinh tế: trình phương án trước ngày 20/11/2025|Công an xã: rà soát",
        "capacity": "tl",
        "position": "Chánh Văn phòng",
        "signer": "Phan Công Điền",
    },
    PaperKind.INVITATION: {
        "subject": SUBJECT,
        "guests": "Lãnh đạo Phòng Kinh tế; Tổ trưởng Tổ công nghệ số cộng đồng các thôn",
        "chair": "Bà Võ Thị Lan Chi, Phó Chủ tịch Ủy ban nhân dân xã",
        "time": "08 giờ 00, thứ Sáu, ngày 24 tháng 10 năm 2025",
        "location": "Phòng họp số 1",
        "agenda": "kết quả tháng 10; nhiệm vụ tháng 11",
    },
    PaperKind.MINUTES: {
        "subject": SUBJECT,
        "start": "08 giờ 00, ngày 24 tháng 10 năm 2025",
        "location": "Phòng họp số 1",
        "attendees": "Lãnh đạo Văn phòng HĐND và UBND, các phòng",
        "chair": "Bà Võ Thị Lan Chi, Phó Chủ tịch Ủy ban nhân dân xã",
        "secretary": "Bà Lê Thị Vân Khánh, công chức Văn phòng",
        "content": "Phòng Văn hóa - Xã hội báo cáo kết quả tháng 10|Ý kiến:|a) Phòng Kinh tế: chờ",
        "conclusion": "Phòng Kinh tế trình phương án trước ngày 20/11/2025",
        "end": "10 giờ 15, ngày 24 tháng 10 năm 2025",
    },
    PaperKind.DECISION: {
        "subject": "kiện toàn Tổ công nghệ số cộng đồng",
        "proposer": "Trưởng phòng Văn hóa - Xã hội",
        "articles": "Kiện toàn Tổ công nghệ số cộng đồng 02 thôn|Nhiệm vụ của Tổ thực hiện",
        "executors": "Chánh Văn phòng HĐND và UBND, Trưởng các thôn",
        "list": LIST,
        "list_title": "Danh sách thành viên Tổ công nghệ số cộng đồng",
        "list_2": LIST,
        "list_2_title": "Danh sách thôi tham gia",
    },
}


@dataclass(frozen=True)
class Sample:
    """One paper to be measured."""

    kind: PaperKind
    office: Office
    issued: bool
    made: Paper | PeriodReport


def a_period(kind: PaperKind, answered: bool = True, count: int = 0) -> PeriodView:
    """Return the view a paper of that kind is made from, on `count` tasks or those of October."""
    plan = assigned(rows(count) if count else quang_tri())
    entries = october_entries(quang_tri()) if answered else []
    if count:
        entries = [
            ProgressEntry(task.id, "2025-10", TaskStatus.IN_PROGRESS, result="Đã họp 02 lần.")
            for _appendix, task in plan.tasks()
        ]
    wanted = PERIOD_OF.get(kind)
    if wanted is None:
        return a_view(plan, entries=entries, left_out=NOT_OURS)
    period = ReportingPeriod.parse(EXAMPLES[wanted])
    in_period = [replace(entry, period=period.key) for entry in entries]
    day = min(period.last_day, date(2025, 10, 15))
    view = a_view(plan, entries=in_period, left_out=NOT_OURS, period=period, as_of=day)
    return replace(view, figures_from=period.first_day)


def sources(
    kind: PaperKind, office: Office = OFFICE, answered: bool = True, count: int = 0
) -> Sources:
    """Return what a paper of that kind is made from."""
    view = a_period(kind, answered, count)
    changed = view.rows()[:3] if kind is PaperKind.WEEKLY_REPORT else ()
    teams = a_round(QUARTER) if kind is PaperKind.TEAM_REPORT else None
    return Sources(office, view, TODAY, Week(2025, 42), changed, teams=teams)


def request(kind: PaperKind, *, issued: bool = False, **given: str) -> PaperRequest:
    """Return what is asked for, with number and day when issued."""
    texts = {**GIVEN.get(kind, {}), **given}
    return PaperRequest(kind, texts, 5 if issued else None, date(2026, 1, 9) if issued else None)


def sample(kind: PaperKind, office: Office, *, issued: bool, count: int = 0) -> Sample:
    """Return one paper of that kind, its appendix with `count` rows where one is asked for."""
    people = {"list": list_of(count), "list_2": ""} if count and kind is PaperKind.DECISION else {}
    asked = request(kind, issued=issued, **people)
    answered = kind is not PaperKind.LETTER
    held = sources(kind, office, answered, count)
    if kind in RECIPES:
        return Sample(kind, office, issued, make_paper(asked, held))
    return Sample(kind, office, issued, period_report(asked, held, None))


def list_of(count: int) -> str:
    """Return a list of that many people, as a clerk pastes it."""
    head = LIST.splitlines()[0]
    people = (f"{n};Nguyễn Văn {n};1980;Trưởng thôn;Thành viên" for n in range(1, count + 1))
    return "\n".join((head, *people))


def correction(relation: Relation, office: Office, *, issued: bool) -> Sample:
    """Return a paper that puts a quarterly report right."""
    kind = PaperKind.QUARTERLY_REPORT
    old = sample(kind, office, issued=True).made
    assert isinstance(old, PeriodReport)
    assert old.frame is not None
    answered = [row for row in old.view.rows() if row.entry.result]
    entry = replace(answered[0].entry, result="Tiếp nhận 512 hồ sơ, đạt 80,66%.")
    changed = tuple(
        replace(
            plan,
            rows=tuple(
                replace(row, entry=entry) if row is answered[0] else row for row in plan.rows
            ),
        )
        for plan in old.view.plans
    )
    new = replace(old, view=replace(old.view, plans=changed))
    held = as_issued(old.frame, b"", "{}")
    told = Corrected(held, old, new, differences(old, new), "Nhập nhầm thứ tự chữ số")
    if relation is Relation.REPLACES:
        frame = replace(new.frame or old.frame, number=5 if issued else None)
        frame = replace(frame, issued_on=old.frame.issued_on if issued else None)
        return Sample(kind, office, issued, replacing(replace(told, new=replace(new, frame=frame))))
    own = PaperKind.LETTER if relation is Relation.CORRECTS else kind
    asked = replace(request(own, issued=issued), given={})
    return Sample(own, office, issued, correcting(asked, sources(own, office), told))


# The kinds whose appendix grows with the tasks, or with the list.
WITH_APPENDIX = (*PERIOD_OF, PaperKind.AD_HOC_REPORT, PaperKind.PLAN, PaperKind.DECISION)
Make = Callable[[Office, bool], Sample]


def samples(*, every: bool) -> dict[str, Sample]:
    """Return each kind once, its office, state and length another every day; or all of them."""
    return {name: make() for name, make in _chosen(every=every)}


def makers() -> dict[str, list[tuple[str, Make]]]:
    """Return for each kind, and for corrections, what is made of it, by the end of its name."""
    found: dict[str, list[tuple[str, Make]]] = {}
    for kind in PaperKind:
        lengths = (0, 1, 40) if kind in WITH_APPENDIX else (0,)
        if kind is not PaperKind.MONTHLY_REPORT:
            found[kind.value] = [(f"-{n}" if n else "", _maker(kind, n)) for n in lengths]
    for relation in list(Relation)[1:]:
        start = "cong_van" if relation is Relation.CORRECTS else "bao_cao_quy"
        found[f"{start}_{relation.value}"] = [("", _corrector(relation))]
    return found


def _maker(kind: PaperKind, count: int) -> Make:
    return lambda office, issued: sample(kind, office, issued=issued, count=count)


def _corrector(relation: Relation) -> Make:
    return lambda office, issued: correction(relation, office, issued=issued)


def _chosen(*, every: bool) -> Iterator[tuple[str, Callable[[], Sample]]]:
    turn = date.today().toordinal()  # noqa: DTZ011 - any day will do
    for place, (kind, made) in enumerate(makers().items()):
        variants = [
            (f"{kind}-{name}-{'issued' if issued else 'draft'}{end}", partial(make, office, issued))
            for end, make in made
            for name, office in OFFICES.items()
            for issued in (False, True)
        ]
        yield from variants if every else [variants[(turn + place) % len(variants)]]
    if every:
        longest = partial(sample, PaperKind.PLAN, OFFICE, issued=True, count=500)
        yield "ke_hoach-xa-issued-500", longest


def write_samples(made: dict[str, Sample], folder: Path) -> dict[str, Path]:
    """Write the papers from the shipped templates."""
    shipped = shipped_template().parent
    return {
        name: write_any(one.made, folder / f"{name}.docx", (folder, shipped), print)
        for name, one in made.items()
    }
