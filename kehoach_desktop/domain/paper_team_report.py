"""The report on the digital teams of a period, with an appendix by village."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach_desktop.domain.decision import DecisionKind
from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.figure_sheet import FigureLine, FigureSheet
from kehoach_desktop.domain.narrative_citation import cited_plans, introduces_committee
from kehoach_desktop.domain.narrative_figures import (
    asked_villages,
    coverage,
    known,
    listed,
    partial_note,
    silent_villages,
    told_lines,
    villages_called,
)
from kehoach_desktop.domain.paper import Column, Content, Paper, PaperAppendix, Row, Table
from kehoach_desktop.domain.paper_frame import addressees_of
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import frame_of
from kehoach_desktop.domain.paper_texts import closed, numbered, paragraph, part
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.team_round import TeamRound
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.domain.text import capital, short_date, two_digits

TEAM = "Tổ công nghệ số cộng đồng"
MOST_COLUMNS = 8
NOTHING_KNOWN = "-"


def team_report(asked: PaperRequest, sources: Sources) -> Paper:
    """Return the report on the teams in the period of the sources.

    Raises ValueError without a round of teams.
    """
    told = sources.teams
    if told is None:
        raise ValueError("a report on teams needs their round")
    period, office = sources.view.period, sources.office
    title = f"Kết quả hoạt động của {TEAM} {period.name}"
    addressees = addressees_of(asked.text("addressee", office.addressee))
    frame = frame_of(asked, sources, asked.lines("subject") or (title,), addressees)
    contents: tuple[Content, ...] = (
        paragraph(_opening(asked, sources)),
        part("I", "KIỆN TOÀN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"),
        *(paragraph(text) for text in _teams(office.unit, told)),
        part("II", "KẾT QUẢ HOẠT ĐỘNG"),
        *_results(told.sheet),
        part("III", "KHÓ KHĂN, VƯỚNG MẮC"),
        *_obstacles(asked, told),
        part("IV", f"NHIỆM VỤ {period.next().name.upper()}"),
        *numbered((*_owed(told), *asked.lines("next"))),
        paragraph(
            closed(
                f"Trên đây là báo cáo kết quả hoạt động của {TEAM} {period.name}, "
                f"{frame.issuer.short_name} kính báo cáo"
            )
        ),
    )
    return Paper(frame, contents, appendices=_appendices(told, period))


def _opening(asked: PaperRequest, sources: Sources) -> str:
    view, office = sources.view, sources.office
    first = introduces_committee(view) and not asked.text("grounds")
    cited = cited_plans(view, None)
    grounds = asked.ended("grounds") if asked.text("grounds") else "; ".join(cited)
    us = office.people_committee if first else f"Ủy ban nhân dân (UBND) {office.full_name}"
    until = max(view.figures_from, min(view.figures_until, view.as_of))
    span = f"số liệu từ ngày {short_date(view.figures_from)} đến hết ngày {short_date(until)}"
    start = f"Thực hiện {grounds.removeprefix('Thực hiện ')}, " if grounds else ""
    return f"{start}{us} báo cáo kết quả hoạt động của {TEAM} {view.period.name} ({span}) như sau:"


def _teams(unit: str, told: TeamRound) -> Iterator[str]:
    teams, asked = told.teams, asked_villages(told.sheet)
    people = {seat.person.id for state in teams for seat in state.seats}
    word = villages_called(told.sheet)
    start = f"{capital(unit)} có"
    whose = f"{start} {two_digits(asked)} {word}," if asked else start
    if teams:
        members = f"với {two_digits(len(people))} thành viên" if people else "chưa có danh sách"
        yield f"{whose} {two_digits(len(teams))} {TEAM} {members}."
    else:
        yield f"{whose} chưa có {TEAM} nào." if asked else f"Chưa có số liệu về {TEAM}."
    decided: dict[tuple[str, str], int] = {}
    for state in teams:
        if state.decision:
            key = (state.decision.number, short_date(state.decision.decided_on))
            decided[key] = decided.get(key, 0) + 1
    for (number, day), count in decided.items():
        whole = f"{two_digits(count)}/{two_digits(len(teams))} tổ"
        yield f"{whole} được thành lập, kiện toàn tại Quyết định số {number} ngày {day}."
    for lacks, _act, areas in _owed_decisions(teams):
        yield f"{two_digits(len(areas))} tổ {lacks}: {listed(areas)}."
    if without := told.without_team:
        yield f"{two_digits(len(without))} {word} chưa có tổ: {listed(without)}."


def _owed_decisions(teams: Sequence[TeamState]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield what teams lack, the decision that gives it, and their areas."""
    new = tuple(t.area for t in teams if t.owed is DecisionKind.ESTABLISHMENT)
    changed = tuple(t.area for t in teams if t.owed and t.area not in new)
    if new:
        yield "chưa có quyết định thành lập", "thành lập", new
    if changed:
        yield "có thay đổi, chưa có quyết định", "kiện toàn", changed


def _results(sheet: FigureSheet) -> Iterator[Content]:
    lines = told_lines(sheet)
    if not lines:
        yield paragraph(f"Trong kỳ chưa {villages_called(sheet)} nào có số liệu.")
        yield paragraph(f"(Chi tiết từng {villages_called(sheet)} tại Phụ lục kèm theo.)")
        return
    yield paragraph(f"{coverage(sheet)}. Kết quả như sau:")
    yield from numbered(lines)
    if note := partial_note(sheet):
        yield paragraph(note)
    if without := [line.indicator.name for line in sheet.lines if not _is_known(line)]:
        names = ", ".join(f"{name[:1].lower()}{name[1:]}" for name in without)
        yield paragraph(f"Chưa có số liệu về: {names}.")
    yield paragraph(f"(Số liệu từng {villages_called(sheet)} tại Phụ lục kèm theo.)")


def _is_known(line: FigureLine) -> bool:
    return line.total.value is not None or bool(line.indicator.parts)


def _obstacles(asked: PaperRequest, told: TeamRound) -> tuple[Content, ...]:
    silent = silent_villages(told.sheet)
    said = list(asked.lines("obstacles"))
    if silent and known(told.sheet):
        word = villages_called(told.sheet)
        what = f"{capital(listed(silent, word))} chưa có số liệu"
        these = f"{'các ' if len(silent) > 1 else ''}{word} này"
        said.insert(0, f"{what}; kết quả nêu tại Mục II chưa bao gồm {these}")
    if not said and not known(told.sheet):
        return (paragraph("Chưa có số liệu về khó khăn, vướng mắc."),)
    if not said:
        return (paragraph("Trong kỳ các tổ không nêu khó khăn, vướng mắc."),)
    return numbered(said)


def _owed(told: TeamRound) -> Iterator[str]:
    """Yield what the store itself knows is still to be done."""
    if silent := silent_villages(told.sheet):
        yield f"Đôn đốc {listed(silent)} gửi số liệu, tổng hợp vào báo cáo kỳ sau"
    for _lacks, act, areas in _owed_decisions(told.teams):
        yield f"Trình quyết định {act} tổ {listed(areas)}"
    if told.without_team:
        yield f"Thành lập {TEAM} tại {listed(told.without_team)}"


def _appendices(told: TeamRound, period: ReportingPeriod) -> tuple[PaperAppendix, ...]:
    lines = [line for line in known(told.sheet) if line.indicator.by_village]
    word = villages_called(told.sheet)
    title = f"Kết quả hoạt động của {TEAM} {period.name} theo {word}"
    count = f"Tổng số: {two_digits(asked_villages(told.sheet))} {word}"
    note = "Dấu “-”: chưa có số liệu, không tính vào tổng cộng."
    chunks = [lines[n : n + MOST_COLUMNS] for n in range(0, len(lines), MOST_COLUMNS)] or [[]]
    return tuple(PaperAppendix(title, _table(told, chunk), count, note) for chunk in chunks)


def _table(told: TeamRound, lines: Sequence[FigureLine]) -> Table:
    columns = (
        Column("STT", 5, centred=True),
        Column(capital(villages_called(told.sheet)), 17),
        Column("Số thành viên (người)", 9, centred=True),
        *(Column(_head(line), 9, centred=True) for line in lines),
        Column("Ghi chú", 14),
    )
    units = list(_units(told.sheet))
    rows = [
        Row(_cells(told, lines, number, unit)) for number, unit in enumerate(units, start=1)
    ]  # fmt: skip
    return Table(columns, (*rows, Row(_sums(told, lines, units))))


def _head(line: FigureLine) -> str:
    name, measure = line.indicator.name, line.indicator.measure
    return name if name.casefold().startswith(measure) else f"{name} ({measure})"


def _units(sheet: FigureSheet) -> Iterator[tuple[str, str]]:
    """Yield each village of the sheet once; the commune itself where it has figures."""
    seen: dict[str, str] = {}
    for line in sheet.lines:
        if line.indicator.by_village:
            seen |= {unit.unit: unit.name for unit in line.units}
    own = seen.pop(COMMUNE, None)
    yield from seen.items()
    if own is not None:
        yield COMMUNE, own


def _members(told: TeamRound, unit: str) -> int | None:
    """Return how many people the teams of a village have, None where no list was given."""
    return sum(len(state.seats) for state in _states(told, unit)) or None


def _has_team(told: TeamRound, unit: str) -> bool:
    return next(_states(told, unit), None) is not None


def _states(told: TeamRound, unit: str) -> Iterator[TeamState]:
    for state in told.teams:
        if unit in (state.unit.id if state.unit else "", state.team.id if state.team else ""):
            yield state


def _figure(value: int | None) -> str:
    return NOTHING_KNOWN if value is None else two_digits(value)


def _cells(
    told: TeamRound, lines: Sequence[FigureLine], number: int, unit: tuple[str, str]
) -> tuple[str, ...]:
    key, name = unit
    held = [next((u for u in line.units if u.unit == key), None) for line in lines]
    values = [u.cell.value if u else None for u in held]
    note = ""
    if key != COMMUNE and all(value is None for value in values):
        note = "Chưa có số liệu"
    elif any(u and u.cell.value is not None and u.cell.gaps for u in held):
        note = "Chưa đủ tháng"
    if key != COMMUNE and not _has_team(told, key):
        note = "; ".join(filter(None, ("Chưa có tổ", note.lower())))
    return (str(number), name, _figure(_members(told, key)), *map(_figure, values), note)


def _sums(
    told: TeamRound, lines: Sequence[FigureLine], units: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    members = [_members(told, key) for key, _name in units if key != COMMUNE]
    whole, silent = asked_villages(told.sheet), len(silent_villages(told.sheet))
    word = villages_called(told.sheet)
    note = f"{two_digits(whole - silent)}/{two_digits(whole)} {word} có số liệu" if silent else ""
    people = sum(count for count in members if count is not None) or None
    return ("", "Tổng cộng", _figure(people), *(_figure(line.total.value) for line in lines), note)
