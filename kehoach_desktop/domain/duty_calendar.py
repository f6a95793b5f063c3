"""Reports due as an iCalendar file that telephones and office calendars take in (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from kehoach_desktop.domain.duty import DueReport
from kehoach_desktop.i18n import _

VIETNAM = timezone(timedelta(hours=7))
MORNING = time(7, 30)
LONGEST_LINE = 75  # octets, RFC 5545 3.1


def to_icalendar(reports: Iterable[DueReport], made_at: datetime) -> str:
    """Return the calendar of `reports` and their steps, to be written as UTF-8.

    The same report bears the same UID each time, so that taking the file in again changes events
    and doubles none. `made_at` stands as the moment of making.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kehoach_desktop//VI",
        "CALSCALE:GREGORIAN",
    ]
    for report in reports:
        for event in _events(report):
            lines += event.lines(_moment(made_at))
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


@dataclass(frozen=True, slots=True)
class _Event:
    uid: str
    title: str
    about: str
    due: date
    remind_on: date
    hour: time | None = None

    def lines(self, stamp: str) -> Iterator[str]:
        yield from ("BEGIN:VEVENT", f"UID:{self.uid}@kehoach-desktop", f"DTSTAMP:{stamp}")
        whole_day = f";VALUE=DATE:{self.due:%Y%m%d}"
        yield f"DTSTART{_at(self.due, self.hour) if self.hour else whole_day}"
        yield f"SUMMARY:{_escaped(self.title)}"
        yield f"DESCRIPTION:{_escaped(self.about)}"
        yield from ("TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY")
        yield f"DESCRIPTION:{_escaped(self.title)}"
        yield f"TRIGGER;VALUE=DATE-TIME{_at(self.remind_on, MORNING)}"
        yield from ("END:VALARM", "END:VEVENT")


def _events(report: DueReport) -> Iterator[_Event]:
    duty = report.duty
    uid = f"{duty.id}-{report.key}"
    name = _("Báo cáo {period}").format(period=report.period.name) if report.period else ""
    title = ": ".join(filter(None, (name or _("Báo cáo"), duty.recipient)))
    about = "\n".join(filter(None, (duty.rule.in_words(), duty.sender, duty.source)))
    for number, step in enumerate(report.steps, start=1):
        words = f"{step.name} ({title})"
        yield _Event(f"{uid}-{number}", words, about, step.due, step.remind_on)
    yield _Event(uid, title, about, report.due, report.remind_on, duty.rule.hour)


def _at(day: date, hour: time) -> str:
    return f":{_moment(datetime.combine(day, hour, VIETNAM))}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """Return `line` cut into pieces of at most 75 octets, no character cut in two."""
    pieces = [""]
    room = LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append("")
            room = LONGEST_LINE - 1  # the space that begins a continued line
        pieces[-1] += character
        room -= size
    return "\r\n ".join(pieces)
