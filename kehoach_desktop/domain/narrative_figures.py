"""The figures of the villages as a report tells them: each with its scope, none out of nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.figure_sheet import FigureLine, FigureSheet
from kehoach_desktop.domain.team import read_unit
from kehoach_desktop.domain.text import grouped, percentage, two_digits

MOST_NAMED = 6


def named_in_text(name: str) -> str:
    """Return the name of a village inside a sentence: "thôn Tân Lập"."""
    return f"{name[:1].lower()}{name[1:]}"


def silent_villages(sheet: FigureSheet) -> tuple[str, ...]:
    """Return the names of the villages that gave nothing at all in the period."""
    asked: dict[str, bool] = {}
    for line in sheet.lines:
        for unit in line.units:
            if unit.unit != COMMUNE and line.indicator.by_village:
                asked[unit.name] = asked.get(unit.name, False) or bool(unit.cell.sources)
    return tuple(name for name, spoke in asked.items() if not spoke)


def asked_villages(sheet: FigureSheet) -> int:
    """Return how many villages figures are asked of."""
    return max((line.asked for line in sheet.lines if line.indicator.by_village), default=0)


def village_word(names: Iterable[str]) -> str:
    """Return what the villages are called: "thôn", "tổ dân phố", both where both are."""
    units = (read_unit(name) for name in names)
    words = dict.fromkeys(unit.kind.value for unit in units if unit)
    return ", ".join(words) or "thôn"


def villages_called(sheet: FigureSheet) -> str:
    """Return what the villages of a sheet are called."""
    lines = (line for line in sheet.lines if line.indicator.by_village)
    return village_word(u.name for line in lines for u in line.units if u.unit != COMMUNE)


def coverage(sheet: FigureSheet) -> str:
    """Return how many of the villages gave figures, and who gave none."""
    silent, asked, word = silent_villages(sheet), asked_villages(sheet), villages_called(sheet)
    given = f"{two_digits(asked - len(silent))}/{two_digits(asked)} {word} có số liệu"
    rest = f"; {listed(silent, word)} chưa có số liệu" if silent else ""
    return f"Trong kỳ, {given}{rest}"


def partial_note(sheet: FigureSheet) -> str:
    """Return the sentence that some gave only a part of the period, "" where nobody did."""
    partly = any(u.cell.value is not None for line in known(sheet) for u in line.missing)
    if not partly:
        return ""
    word = villages_called(sheet)
    return f"Số liệu trên là số đã ghi nhận; có {word} chưa gửi đủ số liệu của kỳ."


def listed(names: tuple[str, ...], word: str = "thôn") -> str:
    """Return village names in a sentence; of very many only how many they are."""
    if len(names) > MOST_NAMED:
        return f"{two_digits(len(names))} {word} khác"
    return ", ".join(named_in_text(name) for name in names)


def told_lines(sheet: FigureSheet) -> tuple[str, ...]:
    """Return a sentence for each indicator something is known of, without mark at its end."""
    given = asked_villages(sheet) - len(silent_villages(sheet))
    return tuple(_told(sheet, line, given) for line in known(sheet))


def known(sheet: FigureSheet) -> tuple[FigureLine, ...]:
    """Return the indicators something is known of in the period.

    A sum of which a part is wholly unknown would pass for more than it is: it is left out.
    """
    told = {line.indicator.id for line in sheet.lines if line.total.value is not None}
    return tuple(
        line
        for line in sheet.lines
        if line.indicator.id in told and told.issuperset(line.indicator.parts)
    )


def figure_sentences(sheet: FigureSheet) -> tuple[str, ...]:
    """Return the figures of a period for the report of all tasks; nothing where none is known."""
    if not sheet.has_figures:
        return ()
    lines = (f"- {line}." for line in told_lines(sheet))
    return (f"{coverage(sheet)}.", *lines, *filter(None, (partial_note(sheet),)))


def _told(sheet: FigureSheet, line: FigureLine, given: int) -> str:
    value = line.total.value or 0
    said = f"{line.indicator.name}: {two_digits(value)} {line.indicator.measure}"
    return "; ".join((said + _scope(sheet, line, given), *_compared(sheet, line), *_aimed(line)))


def _scope(sheet: FigureSheet, line: FigureLine, given: int) -> str:
    """Return in brackets what a total lacks beyond the villages that gave nothing at all."""
    told = line.asked - sum(unit.cell.value is None for unit in line.missing)
    if not line.indicator.by_village or told == given:
        return ""
    return f" (số liệu của {two_digits(told)}/{two_digits(line.asked)} {villages_called(sheet)})"


def _compared(sheet: FigureSheet, line: FigureLine) -> Iterator[str]:
    before = sheet.period.previous().name
    if (difference := line.since_before) is not None:
        amount = f"{two_digits(abs(difference))} {line.indicator.measure}"
        word = f"tăng {amount} so với" if difference > 0 else f"giảm {amount} so với"
        yield f"{word} {before}" if difference else f"bằng {before}"


def _aimed(line: FigureLine) -> Iterator[str]:
    aim = line.aim
    if aim is None or aim.reached.value is None:
        return
    share = percentage(aim.reached.value, aim.target)
    of = "chỉ tiêu năm" if aim.of_year else "chỉ tiêu kỳ"
    known_only = "số đã có bằng" if aim.reached.gaps else "đạt"
    yield f"{known_only} {share} {of} ({grouped(aim.reached.value)}/{grouped(aim.target)})"
