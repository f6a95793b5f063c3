"""What is asked of each kind of paper: the fields of its form, their words, what they propose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kehoach_desktop.domain.office import CAPACITY_WORDS, Office
from kehoach_desktop.domain.paper_book import RECIPES, WITH_LISTS
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_plan_rows import PREFIX
from kehoach_desktop.domain.paper_request import TASKS, TEAMS
from kehoach_desktop.domain.paper_signing import CHAIRMEN
from kehoach_desktop.domain.text import NBSP, short_date, squeeze
from kehoach_desktop.i18n import _, mark

GROUPS: tuple[tuple[str, tuple[tuple[PaperKind, str], ...]], ...] = (
    (
        mark("Báo cáo"),
        (
            (PaperKind.WEEKLY_REPORT, mark("Báo cáo tuần")),
            (PaperKind.MONTHLY_REPORT, mark("Báo cáo tháng")),
            (PaperKind.QUARTERLY_REPORT, mark("Báo cáo quý")),
            (PaperKind.HALF_YEAR_REPORT, mark("Báo cáo 6 tháng")),
            (PaperKind.NINE_MONTH_REPORT, mark("Báo cáo 9 tháng")),
            (PaperKind.YEARLY_REPORT, mark("Báo cáo năm")),
            (PaperKind.AD_HOC_REPORT, mark("Báo cáo đột xuất")),
            (PaperKind.TEAM_REPORT, mark("Báo cáo tổ công nghệ số")),
        ),
    ),
    (
        mark("Văn bản khác"),
        (
            (PaperKind.PLAN, mark("Kế hoạch")),
            (PaperKind.DECISION, mark("Quyết định, danh sách")),
            (PaperKind.LETTER, mark("Công văn")),
            (PaperKind.SUBMISSION, mark("Tờ trình")),
            (PaperKind.NOTICE, mark("Thông báo")),
            (PaperKind.INVITATION, mark("Giấy mời")),
            (PaperKind.MINUTES, mark("Biên bản")),
        ),
    ),
)
KIND_NAMES = {kind: words for _group, kinds in GROUPS for kind, words in kinds}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field: its words, how many lines it shows, what its example says, what may be chosen."""

    words: str
    lines: int = 1
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


# One field of the form for the keys "deadline.A1", "deadline.B2" … of a plan.
OWN_DEADLINES = "own_deadlines"
_EACH_LINE = mark("mỗi dòng một ý")
_CAPACITIES = (
    ("", mark("Như thông tin cơ quan")),
    *((capacity.value, words) for capacity, words in CAPACITY_WORDS.items()),
    ("tl", mark("Thừa lệnh (TL. Chủ tịch), ghi chức vụ")),
    ("tuq", mark("Thừa ủy quyền (TUQ. Chủ tịch), ghi chức vụ")),
)
_OF_UNITS = (
    ("", mark("Người đứng đầu đơn vị")),
    ("pho", mark("Cấp phó (KT.)")),
    ("quyen", mark("Quyền (Q.)")),
)
_CHAIRMEN = ("", *(capacity.value for capacity in CHAIRMEN))
_OF_DECISIONS = tuple(pair for pair in _CAPACITIES if pair[0] in _CHAIRMEN)
FIELDS: Mapping[str, FieldSpec] = {
    "addressee": FieldSpec(mark("Kính gửi"), 1, mark("nhiều nơi: cách nhau bằng dấu ;")),
    "subject": FieldSpec(mark("Trích yếu (về việc gì)"), 3),
    "request": FieldSpec(mark("Theo yêu cầu của"), 1, mark("VD: Công văn số 12/SKHCN-CĐS")),
    "content": FieldSpec(mark("Nội dung"), 6, _EACH_LINE),
    "remind": FieldSpec(
        mark("Đôn đốc"),
        choices=(
            ("", mark("nhiệm vụ chậm số liệu, quá hạn")),
            ("phieu", mark("đơn vị chậm gửi phiếu")),
        ),
    ),
    "obstacles": FieldSpec(mark("Khó khăn, vướng mắc"), 4, _EACH_LINE),
    "next": FieldSpec(mark("Nhiệm vụ kỳ tới"), 4, _EACH_LINE),
    "until": FieldSpec(mark("Gửi trước ngày"), 1, mark("VD: 20/10/2025")),
    "receiver": FieldSpec(mark("Nơi nhận số liệu"), 1, mark("VD: Phòng Văn hóa - Xã hội")),
    "unit_day": FieldSpec(mark("Đơn vị gửi trước ngày"), 1, mark("VD: 15 hằng tháng")),
    "proposer": FieldSpec(mark("Theo đề nghị của"), 1, mark("VD: Trưởng phòng Văn hóa - Xã hội")),
    "grounds": FieldSpec(mark("Căn cứ"), 4, mark("mỗi dòng một căn cứ; để trống: lấy từ kế hoạch")),
    "funding": FieldSpec(mark("Kinh phí"), 2),
    "need": FieldSpec(mark("Sự cần thiết"), 4, _EACH_LINE),
    "opening": FieldSpec(mark("Mở đầu"), 2),
    "closing": FieldSpec(mark("Câu kết"), 2),
    "guests": FieldSpec(mark("Kính mời"), 4, mark("mỗi dòng một thành phần")),
    "event": FieldSpec(mark("Tới dự"), 1, mark("để trống: lấy trích yếu")),
    "chair": FieldSpec(mark("Người chủ trì"), 1, mark("VD: Bà Võ Thị Lan Chi, Phó Chủ tịch")),
    "time": FieldSpec(mark("Thời gian"), 1, mark("VD: 08 giờ 00 ngày 24/10/2025")),
    "location": FieldSpec(mark("Địa điểm")),
    "agenda": FieldSpec(mark("Nội dung họp"), 2),
    "prepare": FieldSpec(mark("Dặn chuẩn bị"), 2),
    "start": FieldSpec(mark("Bắt đầu"), 1, mark("VD: 08 giờ 00 ngày 24/10/2025")),
    "end": FieldSpec(mark("Kết thúc"), 1, mark("VD: 11 giờ 00 cùng ngày")),
    "attendees": FieldSpec(mark("Thành phần dự"), 3),
    "absent": FieldSpec(mark("Vắng")),
    "secretary": FieldSpec(mark("Thư ký")),
    "conclusion": FieldSpec(mark("Kết luận"), 4, _EACH_LINE),
    "articles": FieldSpec(mark("Các Điều"), 5, mark("mỗi dòng một Điều, không ghi “Điều 1.”")),
    "executors": FieldSpec(mark("Chịu trách nhiệm thi hành"), 2),
    "force": FieldSpec(mark("Hiệu lực"), 1, mark("để trống: kể từ ngày ký")),
    OWN_DEADLINES: FieldSpec(
        mark("Thời hạn riêng"), 3, mark("mỗi dòng một việc, sớm hơn tỉnh: A1: 01/12/2025")
    ),
    "authority": FieldSpec(
        mark("Ai quyết định"),
        choices=(("", mark("Chủ tịch UBND")), ("uy_ban", mark("Ủy ban nhân dân"))),
    ),
    TEAMS: FieldSpec(
        mark("Lập từ danh sách tổ"),
        1,
        mark("tên tổ, cách nhau bằng dấu ;  ghi “tất cả”: mọi tổ còn nợ quyết định"),
    ),
    "list": FieldSpec(mark("Danh sách kèm theo"), 6, mark("dán từ Excel; dòng đầu là tên cột")),
    "list_title": FieldSpec(mark("Tên danh sách")),
    "list_2": FieldSpec(mark("Danh sách thứ hai"), 4),
    "list_2_title": FieldSpec(mark("Tên danh sách thứ hai")),
    "list_3": FieldSpec(mark("Danh sách thứ ba"), 4),
    "list_3_title": FieldSpec(mark("Tên danh sách thứ ba")),
    "issuer": FieldSpec(mark("Cơ quan ban hành"), 1, mark("để trống: UBND; hoặc tên đơn vị")),
    "symbol": FieldSpec(mark("Ký hiệu đơn vị"), 1, mark("VD: VP; chỉ khi đơn vị tự ban hành")),
    "signer": FieldSpec(mark("Người ký")),
    "capacity": FieldSpec(mark("Thẩm quyền ký"), choices=_CAPACITIES),
    "position": FieldSpec(mark("Chức vụ người ký"), 1, mark("khi ký thừa lệnh, thừa ủy quyền")),
    "recipients": FieldSpec(mark("Nơi nhận"), 4, mark("mỗi dòng một nơi; để trống: như cơ quan")),
    "drafting_unit": FieldSpec(mark("Đơn vị soạn (Lưu: VT, …)")),
    "place": FieldSpec(mark("Địa danh")),
    "body_size": FieldSpec(
        mark("Cỡ chữ của nội dung"),
        choices=(("", mark("Như mẫu văn bản")), ("13", mark("Cỡ 13")), ("14", mark("Cỡ 14"))),
    ),
}
SIGNING = (
    "signer",
    "capacity",
    "position",
    "recipients",
    "drafting_unit",
    "issuer",
    "symbol",
    "place",
    "body_size",
)
_RARE = ("list_2", "list_2_title", "list_3", "list_3_title")


def content_keys(kind: PaperKind) -> tuple[str, ...]:
    """Return the keys of a kind that are about what it says, in the order they are asked."""
    recipe = RECIPES.get(kind)
    if recipe is None:
        asked = ("request",) if kind is PaperKind.AD_HOC_REPORT else ()
        return (*asked, "addressee", "subject")
    optional = (key for key in recipe.optional if key not in (*_RARE, TASKS, TEAMS))
    own = (*((TEAMS,) if TEAMS in recipe.optional else ()), *recipe.needed, *optional)
    if kind in WITH_LISTS:
        own = (*own, "list", "list_title", *(_RARE if kind is PaperKind.DECISION else ()))
    if kind is PaperKind.PLAN:
        own = (*own, OWN_DEADLINES)
    return own if "subject" in own else ("subject", *own)


def spec_of(key: str, kind: PaperKind, *, own_unit: bool) -> FieldSpec:
    """Return the field of a key; who may sign depends on the kind and on whose paper it is."""
    if key == "request" and kind is PaperKind.SUBMISSION:
        return FieldSpec(mark("Kiến nghị"), 2, mark("để trống: kính trình xem xét, quyết định"))
    if key == "capacity" and own_unit:
        return FieldSpec(FIELDS[key].words, choices=_OF_UNITS)
    if key == "capacity" and kind is PaperKind.DECISION:
        return FieldSpec(FIELDS[key].words, choices=_OF_DECISIONS)
    return FIELDS[key]


def shown_if_blank(key: str, office: Office) -> str:
    """Return what the paper will bear where the field is left blank, as far as the office says."""
    said: Mapping[str, Callable[[], str]] = {
        "signer": lambda: office.signer,
        "drafting_unit": lambda: office.drafting_unit,
        "place": lambda: office.date_line_place,
        "issuer": lambda: office.people_committee,
        "recipients": lambda: "\n".join(office.recipients),
    }
    return said[key]() if key in said else ""


def proposals(kind: PaperKind, office: Office, today: date) -> dict[str, str]:
    """Return what the fields of a new paper of that kind are filled with."""
    hall = f"Phòng họp UBND {office.full_name}"
    proposed: dict[PaperKind, dict[str, str]] = {
        PaperKind.LETTER: {"until": short_date(_workday(today + timedelta(days=3)))},
        PaperKind.INVITATION: {"location": hall, "chair": office.signer},
        PaperKind.MINUTES: {"location": hall, "chair": office.signer},
        PaperKind.SUBMISSION: {"addressee": f"Chủ tịch UBND {office.full_name}"},
        PaperKind.PLAN: {"unit_day": f"{max(office.reporting_day - 5, 1):02d} hằng tháng"},
    }
    reports = {PaperKind.WEEKLY_REPORT, PaperKind.TEAM_REPORT}
    if kind in {k for k in KIND_NAMES if k not in RECIPES} | reports:
        return {"addressee": office.addressee}
    return proposed.get(kind, {})


def _workday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def gap_words(gap: str) -> str:
    """Return what is missing in the words of the form."""
    key, bracket, count = gap.partition(" (")
    if key == "assigned_to":
        words = _("{count} nhiệm vụ chưa giao đơn vị")
        return words.format(count=count.rstrip(")")) if bracket else _("đơn vị thực hiện")
    if key == TASKS:
        return _("nhiệm vụ")
    return _(FIELDS[key].words) if key in FIELDS else key


def spread(given: Mapping[str, str]) -> dict[str, str]:
    """Return what the form gave by the keys papers know: a key for each deadline of its own."""
    keys = {key: text for key, text in given.items() if key != OWN_DEADLINES}
    for line in given.get(OWN_DEADLINES, "").splitlines():
        task, _mark, day = line.partition(":")
        if task.strip():
            # Papers write a key without a break in it: "PL II.4".
            keys[f"{PREFIX}{squeeze(task).replace(' ', NBSP)}"] = day.strip()
    return keys
