"""The kinds of paper that are written from a template of their own, and what each asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_decision import decision
from kehoach_desktop.domain.paper_frame import BLANK, PaperKind
from kehoach_desktop.domain.paper_letter import is_owed, official_letter
from kehoach_desktop.domain.paper_lists import LIST_KEYS, ONE_LIST, with_lists
from kehoach_desktop.domain.paper_plan import commune_plan, with_gap_of_units
from kehoach_desktop.domain.paper_plan_rows import PREFIX
from kehoach_desktop.domain.paper_request import TASKS, TEAMS, PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import signature_of
from kehoach_desktop.domain.paper_team_report import team_report
from kehoach_desktop.domain.paper_texts import invitation, minutes, notice, submission
from kehoach_desktop.domain.paper_weekly import weekly_report
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import _

COMMON = (
    "issuer",
    "symbol",
    "signer",
    "capacity",
    "position",
    "recipients",
    "drafting_unit",
    "place",
    "subject",
    "body_size",
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a kind is made: its function, the keys it cannot do without, those it may be given."""

    make: Callable[[PaperRequest, Sources], Paper]
    needed: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


RECIPES = {
    PaperKind.WEEKLY_REPORT: Recipe(weekly_report, optional=("addressee",)),
    PaperKind.TEAM_REPORT: Recipe(team_report, ("next",), ("addressee", "obstacles", "grounds")),
    PaperKind.PLAN: Recipe(
        commune_plan, ("receiver", "unit_day"), ("grounds", "proposer", "funding", TASKS)
    ),
    PaperKind.LETTER: Recipe(
        official_letter, optional=("addressee", "content", "until", "receiver", "remind")
    ),
    PaperKind.SUBMISSION: Recipe(
        submission, ("subject", "addressee", "need", "content"), ("request", TEAMS)
    ),
    PaperKind.NOTICE: Recipe(notice, ("subject", "content"), ("opening", "closing")),
    PaperKind.INVITATION: Recipe(
        invitation,
        ("subject", "guests", "chair", "time", "location", "agenda"),
        ("event", "prepare"),
    ),
    PaperKind.MINUTES: Recipe(
        minutes,
        ("subject", "start", "location", "attendees", "chair", "secretary", "content", "end"),
        ("absent", "conclusion"),
    ),
    PaperKind.DECISION: Recipe(
        decision,
        ("subject", "proposer", "articles", "executors"),
        ("authority", "grounds", "force", TEAMS),
    ),
}
# The kinds that a list may go with.
WITH_LISTS = (
    PaperKind.DECISION,
    PaperKind.PLAN,
    PaperKind.LETTER,
    PaperKind.SUBMISSION,
    PaperKind.NOTICE,
    PaperKind.INVITATION,
)
OF_REPORTS = ("addressee", "request")
ALIASES = {
    "weekly_report": "bao_cao_tuan",
    "monthly_report": "bao_cao_thang",
    "quarterly_report": "bao_cao_quy",
    "half_year_report": "bao_cao_6_thang",
    "nine_month_report": "bao_cao_9_thang",
    "yearly_report": "bao_cao_nam",
    "ad_hoc_report": "bao_cao_dot_xuat",
    "team_report": "bao_cao_to_cnscd",
    "plan": "ke_hoach",
    "letter": "cong_van",
    "submission": "to_trinh",
    "notice": "thong_bao",
    "invitation": "giay_moi",
    "minutes": "bien_ban",
    "decision": "quyet_dinh",
}


class UnknownPaperKey(KehoachError):
    """The kind has no such key."""

    def __init__(self, kind: PaperKind, key: str) -> None:
        super().__init__(
            _("Văn bản {kind} không có mục “{key}”.").format(kind=kind.value, key=key),
            hint=_("Các mục: {keys}.").format(keys=", ".join(keys_of(kind))),
        )


def kind_named(text: str) -> PaperKind:
    """Return the kind of that name: "quyet_dinh", "quyết định", "decision". Raises ValueError."""
    slug = fold(text).replace(" ", "_").replace("-", "_")
    return PaperKind(ALIASES.get(slug, slug))


def keys_of(kind: PaperKind) -> tuple[str, ...]:
    """Return the keys that may be given for a kind."""
    recipe = RECIPES.get(kind)
    own = (*recipe.needed, *recipe.optional) if recipe else OF_REPORTS
    lists = LIST_KEYS if kind is PaperKind.DECISION else ONE_LIST if kind in WITH_LISTS else ()
    return tuple(dict.fromkeys((*own, *lists, *COMMON)))


def check_keys(asked: PaperRequest) -> None:
    """Raise UnknownPaperKey for a key the kind does not have."""
    known = keys_of(asked.kind)
    for key in asked.given:
        of_deadline = asked.kind is PaperKind.PLAN and key.startswith(PREFIX)
        if key not in known and not of_deadline:
            raise UnknownPaperKey(asked.kind, key)


def make_paper(asked: PaperRequest, sources: Sources) -> Paper:
    """Return the paper of a kind that has a recipe, with what it leaves blank named.

    Raises UnknownPaperKey, and what its recipe raises.
    """
    check_keys(asked)
    paper = RECIPES[asked.kind].make(asked, sources)
    if asked.kind in WITH_LISTS and asked.kind is not PaperKind.DECISION:
        paper = with_lists(paper, asked)
    if asked.kind is PaperKind.PLAN:
        paper = with_gap_of_units(paper, sources.view)
    return replace(paper, gaps=(*gaps_of(asked, sources), *paper.gaps))


def gaps_of(asked: PaperRequest, sources: Sources) -> tuple[str, ...]:
    """Return the keys that were needed and not given, the signer among them."""
    recipe = RECIPES.get(asked.kind)
    needed = recipe.needed if recipe else ()
    if asked.kind is PaperKind.LETTER:
        needed = ("until", "receiver") if is_owed(asked) else ("subject", "addressee")
    if asked.kind is PaperKind.AD_HOC_REPORT:
        needed = ("request",)
    missing = [key for key in needed if not asked.text(key)]
    if asked.kind is PaperKind.MINUTES:
        return tuple(missing)
    signature = signature_of(sources.office, asked)
    missing += [] if signature.name not in ("", BLANK) else ["signer"]
    missing += ["position"] if any(BLANK in line for line in signature.lines) else []
    unit = asked.text("issuer") and not asked.text("symbol")
    return (*missing, "symbol") if unit and fold(asked.text("issuer")) != "ubnd" else tuple(missing)
