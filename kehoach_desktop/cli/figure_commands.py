"""The commands about indicators and figures."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace

from kehoach_desktop.cli.activity_json import of_figure, of_indicator, of_sheet
from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.as_json import Json, of_findings
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.domain.activity import IndicatorId
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.figure_sheet import FigureLine
from kehoach_desktop.domain.figure_table import FigureDraft
from kehoach_desktop.domain.figure_words import figure_words, percent_words, whole_words
from kehoach_desktop.domain.indicator_book import (
    NATURE_WORDS,
    Drawn,
    Figure,
    FigureKey,
    Indicator,
    Nature,
)
from kehoach_desktop.domain.text import clean
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.indicators import ProposedFigure


class NoSuchFigure(KehoachError):
    """Nobody gave the figures that are to be taken out."""

    def __init__(self) -> None:
        super().__init__(
            _("Không có số liệu nào như vậy trong sổ; chưa bỏ gì."),
            hint=_("Xem số liệu và nguồn bằng lệnh: kehoach figures --period KỲ --json."),
        )


def indicators(asked: argparse.Namespace, tools: Tools) -> None:
    """List what is counted in the villages."""
    with tools.open_desk(asked.store, writing=False) as desk:
        held = desk.indicators.all(retired=asked.all)
    lines = (f"{i.id}\t{_(i.name)}\t{_(i.measure)}\t{_(NATURE_WORDS[i.nature])}" for i in held)
    answer(asked, {"indicators": [of_indicator(i) for i in held]}, lines)


def indicator(asked: argparse.Namespace, tools: Tools) -> None:
    """Define an indicator, retire one, set what is to be reached."""
    with tools.open_desk(asked.store, make=asked.verb == "add") as desk:
        value, line = _VERBS[asked.verb](asked, desk)
    answer(asked, value, [line])


def _add(asked: argparse.Namespace, desk: Desk) -> tuple[Json, str]:
    key = desk.indicators.named(asked.id).id if asked.id else IndicatorId("")
    wanted = Indicator(
        key,
        asked.name,
        asked.measure,
        Nature.CUMULATIVE if asked.cumulative else Nature.IN_PERIOD,
        Drawn(asked.draw),
        tuple(asked.kind),
        tuple(desk.indicators.named(name).id for name in asked.sum),
        not asked.commune,
    )
    desk.indicators.define(wanted)
    made = desk.indicators.named(key or asked.name)
    return of_indicator(made), _("Chỉ tiêu {name}: mã {id}.").format(name=made.name, id=made.id)


def _retire(asked: argparse.Namespace, desk: Desk) -> tuple[Json, str]:
    held = desk.indicators.named(asked.indicator)
    desk.indicators.define(replace(held, retired=not asked.undo))
    words = _("Dùng lại chỉ tiêu {name}.") if asked.undo else _("Thôi dùng chỉ tiêu {name}.")
    return of_indicator(desk.indicators.named(held.id)), words.format(name=_(held.name))


def _target(asked: argparse.Namespace, desk: Desk) -> tuple[Json, str]:
    held = desk.indicators.named(asked.indicator)
    unit = desk.indicators.village(asked.village, asked.period).id if asked.village else COMMUNE
    desk.indicators.aim(FigureKey(held.id, unit, asked.period.key), asked.value)
    value: Json = {
        "indicator": held.id,
        "village": unit or None,
        "period": asked.period.key,
        "target": asked.value,
    }
    if asked.value is None:
        return value, _("Đã bỏ số giao.")
    words = _("{name}, {period}: giao {target}.")
    return value, words.format(
        name=_(held.name), period=asked.period.name, target=figure_words(asked.value)
    )


_VERBS: dict[str, Callable[[argparse.Namespace, Desk], tuple[Json, str]]] = {
    "add": _add, "retire": _retire, "target": _target,
}  # fmt: skip


def figure(asked: argparse.Namespace, tools: Tools) -> None:
    """Keep a figure with its source, or take figures out."""
    if not _is_clear(asked):
        asked.refuse(_("cần --indicator, --period, --value, --source; bỏ thì --remove"))
    with tools.open_desk(asked.store) as desk:
        if asked.remove:
            value, line = _taken_out(asked, desk)
        else:
            value, line = _given(asked, desk)
    answer(asked, value, [line])


def _is_clear(asked: argparse.Namespace) -> bool:
    named = bool(asked.indicator) and asked.period is not None
    if asked.remove:
        return named or (bool(asked.source) and not asked.indicator)
    return named and asked.value is not None and bool(asked.source)


def _key(asked: argparse.Namespace, desk: Desk) -> FigureKey:
    held = desk.indicators.named(asked.indicator)
    unit = desk.indicators.village(asked.village, asked.period).id if asked.village else COMMUNE
    return FigureKey(held.id, unit, asked.period.key)


def _given(asked: argparse.Namespace, desk: Desk) -> tuple[Json, str]:
    given = Figure(_key(asked, desk), asked.value, asked.source, asked.dated)
    desk.indicators.give([given])
    return of_figure(given), _("Đã ghi {value}.").format(value=figure_words(asked.value))


def _taken_out(asked: argparse.Namespace, desk: Desk) -> tuple[Json, str]:
    if asked.indicator:
        step = desk.indicators.take_out([_key(asked, desk)])
    else:
        step = desk.indicators.take_out_source(asked.source)
    gone = [of_figure(before) for before, _after in step.changes if isinstance(before, Figure)]
    if not gone:
        raise NoSuchFigure
    words = counted("Đã bỏ {count} số liệu.", len(gone)).format(count=len(gone))
    return {"removed": gone}, words


def take_in_figures(asked: argparse.Namespace, tools: Tools) -> None:
    """Read a table of figures and keep what is new in it; what is doubtful is told and left."""
    file = tools.read(asked.file)
    with tools.open_desk(asked.store, writing=not asked.check) as desk:
        draft = desk.indicators.read(file, asked.period)
        told = desk.indicators.proposed(draft, asked.period, asked.source or clean(asked.file.name))
        new = [proposed.figure for proposed in told if proposed.changes]
        if not asked.check:
            desk.indicators.give(new)
    value: Json = {
        "period": asked.period.key,
        "figures": [
            {
                **of_figure(one.figure),
                "village": one.read.unit.name,
                "before": one.before.value if one.before else None,
                "changes": one.changes,
                "place": one.read.place,
            }
            for one in told
        ],
        "kept": 0 if asked.check else len(new),
        "findings": of_findings(draft.findings),
    }
    answer(asked, value, _read_lines(told, draft, kept=not asked.check))


def _read_lines(
    told: tuple[ProposedFigure, ...], draft: FigureDraft, *, kept: bool
) -> Iterator[str]:
    for one in told:
        name, unit = _(one.read.indicator.name), one.read.unit.name
        before = figure_words(one.before.value if one.before else None)
        if one.changes:
            yield f"{unit}\t{name}\t{before} → {figure_words(one.figure.value)}"
    for finding in draft.findings:
        yield f"{finding.place}: {finding.message}"
    words = _("Đã ghi {count} số liệu.") if kept else _("Sẽ ghi {count} số liệu.")
    yield words.format(count=sum(one.changes for one in told))


def figures(asked: argparse.Namespace, tools: Tools) -> None:
    """Tell the figures of a period, each total with what it lacks."""
    with tools.open_desk(asked.store, writing=False) as desk:
        sheet = desk.indicators.sheet(asked.period)
        if asked.indicator:
            only = desk.indicators.named(asked.indicator).id
            kept = tuple(line for line in sheet.lines if line.indicator.id == only)
            sheet = replace(sheet, lines=kept)
    answer(asked, of_sheet(sheet), _lines(sheet.lines))


def _lines(lines: tuple[FigureLine, ...]) -> Iterator[str]:
    for line in lines:
        told = (
            _(line.indicator.name),
            figure_words(line.total.value),
            _(line.indicator.measure),
            whole_words(line),
            percent_words(line),
        )
        yield "\t".join(told).rstrip()
        for unit in line.units:
            if unit.cell.sources:
                yield f"  {unit.name}\t{figure_words(unit.cell.value)}"
