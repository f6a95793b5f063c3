"""How a report cites the plans it is about, and what it says it is about."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach_desktop.domain.narrative_wording import bound, lowered
from kehoach_desktop.domain.plan import Plan, PlanDocument
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import NBSP, capital, official_date, squeeze

GAP = NBSP * 7
_SYMBOL = re.compile(r"/\s*([A-ZĐ][\w-]*)")
_COMMITTEE = re.compile(r"^(Ủy|Uỷ|ủy|uỷ) ban nhân dân", re.IGNORECASE)
_PROVINCE = re.compile(r"(?<=ban nhân dân )Tỉnh|(?<=UBND )Tỉnh")
_COUNTED = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_TOPICS = (
    "khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
    "khoa học, công nghệ",
    "chuyển đổi số",
)
_TOPIC_NAMED = (_TOPICS[0], _TOPICS[2])


def cited_shortly(view: PeriodView, plan: Plan) -> str:
    """Return how a plan is cited after its first time: kind and number."""
    kind = _kind(plan.document)
    if plan.document.number:
        return f"{kind} số {plan.document.number}"
    plans = [progress.plan for progress in view.plans]
    if len(plans) == 1:
        return kind
    issuer = _COMMITTEE.sub("UBND", _issuer(plan.document))
    if issuer and [_issuer(p.document) for p in plans].count(_issuer(plan.document)) == 1:
        return f"{kind} của {issuer}"
    index = plans.index(plan)
    return f"{kind} thứ {_COUNTED[index] if index < len(_COUNTED) else index + 1}"


Named = Callable[[PeriodView, Plan], str]


def cited_plans(view: PeriodView, named: Named | None = cited_shortly) -> tuple[str, ...]:
    """Return the first citations of all plans; UBND is spelled out in the first that names one.

    `named` says how each is called from then on, None that nothing is said of it.
    """
    cited: list[str] = []
    spelled = False
    for progress in view.plans:
        issuer, rest = _issuer(progress.plan.document), ""
        committee = _COMMITTEE.match(issuer)
        if committee is not None:
            rest = issuer[committee.end() :]
            issuer = f"UBND{rest}" if spelled else f"{committee[0]} (UBND){rest}"
            spelled = True
        cited.append(_cited(view, progress.plan, issuer, named))
    return tuple(cited)


def cited_in_full(view: PeriodView, plan: Plan) -> str:
    """Return the first citation: kind, number or gap, day, issuer, subject, and the short form.

    (NĐ 30/2020, Phụ lục I, II.6.b.) What the plan leaves blank stays a gap.
    """
    return _cited(view, plan, _issuer(plan.document), cited_shortly)


def _cited(view: PeriodView, plan: Plan, issuer: str, named: Named | None) -> str:
    document = plan.document
    parts = [_kind(document), _number(document), _day(document)]
    parts += [f"của {issuer}" if issuer else "", _subject(document)]
    cited = " ".join(part for part in parts if part)
    short = named(view, plan) if named else cited
    return bound(cited if short == cited else f"{cited} (sau đây gọi là {short})")


def introduces_committee(view: PeriodView) -> bool:
    """Say whether the citations of the plans already spell out Ủy ban nhân dân."""
    return any(_COMMITTEE.match(_issuer(progress.plan.document)) for progress in view.plans)


def _issuer(document: PlanDocument) -> str:
    """Return who issued a plan; the common noun of a province takes no capital in a sentence.

    (NĐ 30/2020, Phụ lục II, III.1.a.)
    """
    return _PROVINCE.sub("tỉnh", squeeze(document.issuer))


def _kind(document: PlanDocument) -> str:
    kind = squeeze(document.doc_type) or "Kế hoạch"
    return capital(kind.lower()) if kind.isupper() else kind


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
    title, kind = squeeze(document.title), _kind(document)
    if title.casefold().startswith(f"{kind.casefold()} "):
        title = title[len(kind) :].strip()
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
    return first, f"theo {f'{chr(10)}và '.join(titled(plan) for plan in plans)}"


def titled(plan: Plan) -> str:
    """Return a plan as a title names it: kind, number or subject, issuer."""
    number = _number(plan.document)
    words = [_kind(plan.document), number or _subject(plan.document)]
    if number and plan.document.issuer:
        words.append(f"của {_issuer(plan.document)}")
    return bound(" ".join(word for word in words if word))
