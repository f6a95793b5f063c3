"""The decision on teams and the tờ trình that proposes it, written from what the office keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kehoach_desktop.domain.decision import DecisionKind
from kehoach_desktop.domain.membership import PersonId
from kehoach_desktop.domain.narrative_wording import lowered
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper import Paper, PaperAppendix
from kehoach_desktop.domain.paper_book import gaps_of
from kehoach_desktop.domain.paper_decision import decision
from kehoach_desktop.domain.paper_frame import BLANK
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_texts import submission
from kehoach_desktop.domain.team import ROLE_TITLES
from kehoach_desktop.domain.team_book import USUAL_KIND, TeamBook
from kehoach_desktop.domain.team_paper_lists import changes_list, members_list
from kehoach_desktop.domain.team_paper_words import (
    areas_together,
    called,
    cited,
    counted_areas,
    decisions_of,
    heads_of,
    person_of,
    reason_left,
    short_area,
    where_of,
)
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.domain.text import capital, two_digits

PROPOSING_UNIT, ITS_SYMBOL = "Phòng Văn hóa - Xã hội", "VHXH"
WORK = ("{kind} tuyên truyền, hướng dẫn, hỗ trợ Nhân dân trên địa bàn sử dụng nền tảng số, "
        "dịch vụ số, dịch vụ công trực tuyến theo phân công của UBND {office}")  # fmt: skip


@dataclass(frozen=True, slots=True)
class TeamsDecided:
    """The teams a paper is about, as they stand on its day, in the book they come from."""

    book: TeamBook
    states: tuple[TeamState, ...]

    @property
    def kind(self) -> str:
        """What such teams are called."""
        return next((state.team.kind for state in self.states if state.team), USUAL_KIND)

    @property
    def verb(self) -> str:
        """What the decision does: it founds teams that none has named, or reorganises them."""
        owed = {state.owed or DecisionKind.REORGANISATION for state in self.states}
        if owed == {DecisionKind.ESTABLISHMENT}:
            return "thành lập"
        return "kiện toàn" if owed == {DecisionKind.REORGANISATION} else "thành lập, kiện toàn"

    @property
    def changed(self) -> tuple[TeamState, ...]:
        """Those that a decision names already and that changed since."""
        return tuple(s for s in self.states if s.owed is DecisionKind.REORGANISATION)

    def subject(self, office: Office) -> str:
        """What the papers are about, in two lines: which teams, and where they are."""
        return f"{self.verb} {self.kind}\n{where_of(self.states, office)}"


def team_decision(asked: PaperRequest, sources: Sources, teams: TeamsDecided) -> Paper:
    """Return the decision with its lists; what the clerk gave goes before what is proposed."""
    office = sources.office
    lists = _lists(teams, office)
    proposed = {
        "subject": f"Về việc {teams.subject(office)}",
        "proposer": _head_of_unit(),
        "articles": "\n".join(_articles(teams, office)),
        "force": _force(teams),
        "executors": _executors(teams, office),
    }
    whole = _filled(asked, proposed)
    return replace(decision(whole, sources, lists), gaps=gaps_of(whole, sources))


def team_submission(asked: PaperRequest, sources: Sources, teams: TeamsDecided) -> Paper:
    """Return the tờ trình of the unit that proposes the decision, in its own name."""
    office = sources.office
    chairman = f"Chủ tịch Ủy ban nhân dân {office.full_name}"
    proposed = {
        "issuer": PROPOSING_UNIT,
        "symbol": ITS_SYMBOL,
        "drafting_unit": ITS_SYMBOL,
        "recipients": f"Phó Chủ tịch UBND {office.unit} phụ trách (để b/c)",
        "subject": f"Về việc {teams.subject(office)}",
        "addressee": chairman,
        "need": _need(teams),
        "content": "\n".join(_content(teams)),
        "request": _request(asked, teams, office),
    }
    whole = _filled(asked, proposed)
    return replace(submission(whole, sources), gaps=gaps_of(whole, sources))


def _filled(asked: PaperRequest, proposed: Mapping[str, str]) -> PaperRequest:
    return replace(asked, given={**proposed, **asked.given})


def _head_of_unit() -> str:
    return f"Trưởng {PROPOSING_UNIT[:1].lower()}{PROPOSING_UNIT[1:]}"


def _lists(teams: TeamsDecided, office: Office) -> tuple[PaperAppendix, ...]:
    where = where_of(teams.states, office)
    everybody = members_list(teams.states, f"Danh sách thành viên {teams.kind} {where}")
    if not teams.changed:
        return (everybody,)
    what = "Danh sách thay thế, bổ sung, thay đổi chức danh, thôi tham gia"
    return everybody, changes_list(teams.book, teams.changed, f"{what} {teams.kind}")


def _articles(teams: TeamsDecided, office: Office) -> Iterator[str]:
    yield f"{capital(teams.verb)} {teams.kind} {_composed(teams)}. {_where_listed(teams)}"
    before = decisions_of(teams.states)
    if before:
        yield f"Nhiệm vụ, chế độ làm việc của {teams.kind} thực hiện theo {cited(before)}"
    else:
        yield WORK.format(kind=teams.kind, office=office.full_name)


def _composed(teams: TeamsDecided) -> str:
    counts = [f"{two_digits(len(state.seats))} thành viên" for state in teams.states]
    if len(counts) == 1:
        return f"{lowered(areas_together([teams.states[0].area]))} gồm {counts[0]}"
    named = (f"{short_area(s)} ({n})" for s, n in zip(teams.states, counts, strict=True))
    return f"{counted_areas(teams.states)}: {', '.join(named)}"


def _where_listed(teams: TeamsDecided) -> str:
    end = "kèm theo Quyết định này"
    if not teams.changed:
        return f"Danh sách thành viên tại Phụ lục {end}"
    changes = "các trường hợp thay thế, bổ sung, thay đổi chức danh, thôi tham gia tại Phụ lục II"
    return f"Danh sách thành viên sau kiện toàn tại Phụ lục I; {changes} {end}"


def _force(teams: TeamsDecided) -> str:
    begin = "Quyết định này có hiệu lực từ ngày ký"
    before = decisions_of(teams.changed)
    if not before:
        return begin
    which = f"{two_digits(len(teams.changed))} tổ" if len(teams.changed) > 1 else "tổ"
    return f"{begin} và thay thế danh sách thành viên của {which} ban hành kèm theo {cited(before)}"


def _executors(teams: TeamsDecided, office: Office) -> str:
    bodies = "HĐND và UBND" if office.has_council else "UBND"
    heads = heads_of(teams.states) if len(teams.states) <= len(ROLE_TITLES) * 2 else ""
    named = (f"Chánh Văn phòng {bodies}", _head_of_unit(), heads)
    people = "các cá nhân có tên tại Phụ lục"
    return f"{', '.join(filter(None, named))} và {people}"


def _need(teams: TeamsDecided) -> str:
    lines = []
    before = decisions_of(teams.changed)
    if before:
        count, why = two_digits(len(teams.changed)), _reasons(teams)
        lines.append(
            f"Danh sách thành viên {teams.kind} {areas_together([s.area for s in teams.changed])} "
            f"ban hành kèm theo {cited(before)}. Đến nay {count} tổ có thay đổi thành viên"
            f"{f': {why}' if why else ''}"
        )
    founded = [s.area for s in teams.states if s.owed is DecisionKind.ESTABLISHMENT]
    if founded:
        areas = areas_together(founded)
        lines.append(f"{teams.kind} {areas} chưa có quyết định thành lập")
    return "\n".join(lines) or BLANK


def _reasons(teams: TeamsDecided) -> str:
    """Return how many left for which reason; "" where none was said for some."""
    left = [
        reason_left(teams.book, state, person)
        for state in teams.changed
        for person in _leaving(state)
    ]
    if not all(left):
        return ""
    return ", ".join(f"{two_digits(count)} người {why}" for why, count in Counter(left).items())


def _leaving(state: TeamState) -> tuple[PersonId, ...]:
    return (*(pair.leaving for pair in state.changes.replaced), *state.changes.withdrawn)


def _content(teams: TeamsDecided) -> Iterator[str]:
    for state in teams.states:
        if state.owed is DecisionKind.REORGANISATION:
            yield f"{state.area}: {'; '.join(_changes_of(teams.book, state))}"
        else:
            yield f"{state.area}: {two_digits(len(state.seats))} thành viên"


def _changes_of(book: TeamBook, state: TeamState) -> Iterator[str]:
    decided = dict(state.decision.roster) if state.decision else {}
    for pair in state.changes.replaced:
        why = _in_brackets(reason_left(book, state, pair.leaving))
        coming, leaving = (called(person_of(book, p)) for p in (pair.coming, pair.leaving))
        role = ROLE_TITLES[pair.role]
        yield f"{coming} thay {leaving}, {role}{why}"
    for person in state.changes.withdrawn:
        why = _in_brackets(reason_left(book, state, person))
        who, role = called(person_of(book, person)), ROLE_TITLES[decided[person]]
        yield f"{who}, {role}, thôi tham gia{why}"
    for change in state.changes.changed_roles:
        before, after = ROLE_TITLES[change.before], ROLE_TITLES[change.after]
        yield f"{called(person_of(book, change.person))}, {before}, làm {after}"
    for person in state.changes.added:
        details = person_of(book, person)
        yield f"bổ sung {called(details)}{f', {details.post}' if details.post else ''}"


def _in_brackets(words: str) -> str:
    return f" ({words})" if words else ""


def _request(asked: PaperRequest, teams: TeamsDecided, office: Office) -> str:
    unit = asked.text("issuer", PROPOSING_UNIT)
    after = sum(len(state.seats) for state in teams.states)
    count = f"{two_digits(after)} thành viên, danh sách tại dự thảo Quyết định gửi kèm"
    whom = f"Chủ tịch UBND {office.unit}"
    return (
        f"{unit} kính trình {whom} xem xét, ký ban hành Quyết định {teams.verb} {teams.kind} "
        f"{where_of(teams.states, office)} ({count})"
    )
