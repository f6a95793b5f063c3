"""How a report's sentences name things: tasks by their key, plans by their citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.plan import Appendix, Plan, PlanDocument, Task, TaskId
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import NBSP, clean, official_date, squeeze, task_name

LETTERS = "abcdđeghiklmnopqrstuvxy"
MOST_KEYS = 24
MOST_LETTERS = 120
LONGEST_NAME, SHORTEST_NAME = 110, 50
_JOINT = re.compile(r",? (?=(và|của|về|trong|trên|theo|để|nhằm|tại|cho|phù hợp|đáp ứng|gắn với) )")
# Words of names that a small second word would otherwise hide.
_NAMES = (
    "Trung ương",
    "Trung tâm",
    "Chính phủ",
    "Đảng",
    "Nhà nước",
    "Nhân dân",
    "Quốc hội",
    "Ủy ban",
    "Uỷ ban",
    "Hội đồng",
    "Thủ tướng",
    "Tỉnh ủy",
    "Văn phòng",
    "Công an",
    "Nghị định",
    "Nghị quyết",
    "Luật",
    "Tổ công nghệ",
)
SHORT_OF_MEANING = 25
GAP = NBSP * 7
_WORD_BEFORE_NUMBER = re.compile(r"\b(số|Số|Điều|khoản|điểm|mục|Mục|Phụ lục|PL) (?=[\dIVXA-Z])")
_END_MARK = re.compile(r"\.(?:/\.)+")
_SYMBOL = re.compile(r"/\s*([A-ZĐ][\w-]*)")
_COMMITTEE = re.compile(r"^(Ủy|Uỷ|ủy|uỷ) ban nhân dân", re.IGNORECASE)
_COUNTED = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_TOPICS = (
    "khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
    "khoa học, công nghệ",
    "chuyển đổi số",
)
_TOPIC_NAMED = (_TOPICS[0], _TOPICS[2])


def bound(text: str) -> str:
    """Return `text` with no-break spaces where a number must not leave its word."""
    return _WORD_BEFORE_NUMBER.sub(lambda found: f"{found[1]}{NBSP}", text)


def letter(index: int) -> str:
    """Return the letter of the point of that index, in the Vietnamese order: a, b, c, d, đ…"""
    again, place = divmod(index, len(LETTERS))
    return LETTERS[place] * (again + 1)


def lowered(text: str) -> str:
    """Return `text` as it goes on inside a sentence; names and abbreviations keep their capitals.

    A capital on the second word, too, tells a name: "Sở Tài chính", "Thôn Tân Lập".
    """
    first, _space, rest = text.partition(" ")
    if not first[1:2].islower() or rest[:1].isupper() or text.startswith(_NAMES):
        return text
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """Return `text` as it begins a sentence."""
    return text[:1].upper() + text[1:]


def without_end_mark(text: str) -> str:
    """Return `text` without "./.", the mark that stands only where a paper ends."""
    return _END_MARK.sub(".", text)


def said(text: str) -> str:
    """Return what somebody entered, on one line and without a final mark: it ends no paper."""
    lines = (squeeze(line).rstrip(" .;,/") for line in clean(text).splitlines())
    return without_end_mark("; ".join(line for line in lines if line))


def sentence(text: str) -> str:
    """Return `text` with a capital at its head and one full stop at its end."""
    return f"{capital(text).rstrip(' .;,')}."


def full_name(task: Task) -> str:
    """Return the task's name; where that says too little ("Các địa phương"), its whole text."""
    name = squeeze(task_name(task.content))
    whole = squeeze(task.content)
    return (name if len(name) >= SHORT_OF_MEANING else whole).rstrip(" .;,/")


def brief_name(task: Task) -> str:
    """Return the task's name up to its first semicolon; a long one ends early, with "…".

    The whole name stands in the appendix, where the key leads.
    """
    name = full_name(task).split(";")[0]
    if len(name) <= LONGEST_NAME:
        return name
    cuts = [found.start() for found in _JOINT.finditer(name, SHORTEST_NAME, LONGEST_NAME)]
    end = cuts[-1] if cuts else name.rfind(" ", 0, LONGEST_NAME)
    return f"{name[:end].rstrip(' ,')}…"


@dataclass(frozen=True)
class Keys:
    """The short labels of a view's tasks: `B7`, with the appendix and the plan where needed."""

    view: PeriodView

    @cached_property
    def _labels(self) -> dict[TaskId, str]:
        several = len(self.view.plans) > 1
        labels: dict[TaskId, str] = {}
        for index, progress in enumerate(self.view.plans, start=1):
            prefix = f"KH{index}." if several else ""
            labels |= {task: prefix + key for task, key in _plan_keys(progress.plan)}
        return labels

    def of(self, row: TaskProgress) -> str:
        """Return the key of the row's task."""
        return self._labels[row.task.id]

    def listed(self, rows: Iterable[TaskProgress]) -> str:
        """Return the keys of the rows; of very many only a hint at the appendix."""
        keys = [self.of(row) for row in rows]
        if len(keys) > MOST_KEYS or len(", ".join(keys)) > MOST_LETTERS:
            return "chi tiết tại Phụ lục kèm theo"
        return ", ".join(keys)

    def explained(self) -> str:
        """Return the sentence that says what a key means, once."""
        first = self.view.rows()[0]
        example, where = self.of(first), _place_in_words(self.view, first)
        told = f"Ký hiệu {example} là nhiệm vụ {where}; các ký hiệu khác tương tự"
        return f"{told}{self._plans_explained()}."

    def _plans_explained(self) -> str:
        plans = [progress.plan for progress in self.view.plans]
        if len(plans) == 1:
            return ""
        named = (f"KH{i} là {cited_shortly(self.view, p)}" for i, p in enumerate(plans, start=1))
        return f" ({', '.join(named)})"


def _plan_keys(plan: Plan) -> list[tuple[TaskId, str]]:
    several = len(plan.appendices) > 1
    keys = []
    for appendix in plan.appendices:
        prefix = f"{short_label(appendix)}." if several else ""
        parents = {task.id: task for task in appendix.tasks}
        for index, task in enumerate(appendix.tasks, start=1):
            keys.append((task.id, prefix + _own_key(appendix, task, parents, index)))
    return keys


def _own_key(appendix: Appendix, task: Task, tasks: dict[TaskId, Task], index: int) -> str:
    above = tasks.get(task.parent) if task.parent else None
    if above is None or above is task:
        return appendix.key_of(task) if task.ordinal else f"{appendix.key_of(task)}dòng {index}"
    if task.ordinal.startswith(f"{above.ordinal}."):
        return appendix.key_of(task)
    mark = task.ordinal.strip("-+*.)( ")
    return appendix.key_of(above) + (f".{mark}" if mark else "")


def short_label(appendix: Appendix) -> str:
    """Return `PL II` for an appendix labelled "Phụ lục II"."""
    number = squeeze(appendix.label).split(" ")[-1]
    return f"PL{NBSP}{number}" if number and number.lower() != "lục" else "PL"


def _place_in_words(view: PeriodView, row: TaskProgress) -> str:
    plan, appendix = home_of(view, row)
    above = (*appendix.lineage(row.task),)
    words = [f"số {row.task.ordinal}" if row.task.ordinal else "nêu"]
    words += [f"mục {group.ordinal}" for group in above if group.ordinal]
    label = squeeze(appendix.label) or "Phụ lục"
    return f"{' '.join(words)} tại {label} {cited_shortly(view, plan)}"


def home_of(view: PeriodView, row: TaskProgress) -> tuple[Plan, Appendix]:
    """Return the plan and the appendix that hold the row's task."""
    return next(
        (progress.plan, appendix)
        for progress in view.plans
        for appendix, task in progress.plan.tasks()
        if task.id == row.task.id
    )


def cited_shortly(view: PeriodView, plan: Plan) -> str:
    """Return how a plan is cited after its first time: kind and number."""
    kind = plan.document.doc_type or "Kế hoạch"
    if plan.document.number:
        return f"{kind} số {plan.document.number}"
    plans = [progress.plan for progress in view.plans]
    if len(plans) == 1:
        return kind
    index = plans.index(plan)
    return f"{kind} thứ {_COUNTED[index] if index < len(_COUNTED) else index + 1}"


def cited_in_full(view: PeriodView, plan: Plan, *, introduce: bool) -> str:
    """Return the first citation: kind, number or gap, day, issuer, subject, and the short form.

    (NĐ 30/2020, Phụ lục I, II.6.b.) What the plan leaves blank stays a gap; `introduce` also
    introduces the abbreviation UBND.
    """
    document = plan.document
    issuer = squeeze(document.issuer)
    if introduce:
        issuer = _COMMITTEE.sub(lambda found: f"{found[0]} (UBND)", issuer)
    parts = [document.doc_type or "Kế hoạch", _number(document), _day(document)]
    parts += [f"của {issuer}" if issuer else "", _subject(document)]
    cited = " ".join(part for part in parts if part)
    short = cited_shortly(view, plan)
    return cited if short == cited else f"{cited} (sau đây gọi là {short})"


def introduces_committee(view: PeriodView) -> bool:
    """Say whether the first citation already spells out Ủy ban nhân dân."""
    return any(_COMMITTEE.match(squeeze(p.plan.document.issuer)) for p in view.plans[:1])


def _number(document: PlanDocument) -> str:
    if document.number:
        return f"số {document.number}"
    symbol = _SYMBOL.search(document.number_text)
    return f"số{GAP}/{symbol[1]}" if symbol else ""


def _day(document: PlanDocument) -> str:
    if document.date:
        return official_date(document.date)
    year = re.search(r"(20\d\d)\s*$", document.date_text)
    if not year:
        return ""
    month = re.search(r"(?:tháng|/)\s*(\d{1,2})\s*(?:năm|/)", document.date_text)
    return f"ngày{GAP}tháng{NBSP}{month[1] if month else GAP} năm {year[1]}"


def _subject(document: PlanDocument) -> str:
    title = squeeze(document.title)
    return f"“{title}”" if title.isupper() else lowered(title)


def topic(view: PeriodView) -> str:
    """Return "nhiệm vụ", with its field where the subject of every plan names that field."""
    fields = {_field(progress.plan.document.title) for progress in view.plans}
    only = fields.pop() if len(fields) == 1 else ""
    return f"nhiệm vụ {only}".strip()


def _field(title: str) -> str:
    plain = squeeze(title).casefold()
    named = next((field for field in _TOPICS if field in plain), "")
    return named if named in _TOPIC_NAMED else ""


def subject_lines(view: PeriodView) -> tuple[str, str]:
    """Return the subject of the report (trích yếu) on its two lines."""
    first = f"Kết quả thực hiện {topic(view)} {view.period.name}"
    plans = [progress.plan for progress in view.plans]
    if len(plans) > 2:
        return first, f"theo {len(plans):02d} kế hoạch được giao"
    return first, f"theo {f'{chr(10)}và '.join(_titled(plan) for plan in plans)}"


def _titled(plan: Plan) -> str:
    number = _number(plan.document)
    words = [plan.document.doc_type or "Kế hoạch", number or _subject(plan.document)]
    if number and plan.document.issuer:
        words.append(f"của {squeeze(plan.document.issuer)}")
    return bound(" ".join(word for word in words if word))


def committee_of(office: Office) -> str:
    """Return the committee as sentences after the first name it: "UBND xã"."""
    return f"UBND {office.unit}"


def joined(parts: Sequence[str]) -> str:
    """Return the parts as one list inside a sentence."""
    return "; ".join(parts)
