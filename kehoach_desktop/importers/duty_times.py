"""The words that say when a report is due, and the rule they name."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from kehoach_desktop.domain.duty_rule import DutyRule, Rhythm
from kehoach_desktop.domain.text import fold, squeeze

_LEAD = (
    r"(?:trước|chậm nhất(?:\s+là)?(?:\s+(?:vào|đến|trước))?|muộn nhất(?:\s+là)?(?:\s+(?:vào|đến))?|"
    r"không\s+(?:quá|muộn hơn)|vào(?:\s+trước)?|đến|hạn(?:\s+chót)?(?:\s+là)?)"
)
_HOUR = r"(?P<hour>\d{1,2})\s*(?:giờ|h|g|:)\s*(?P<minute>\d{2})?(?:\s*phút)?"
_WEEKDAY = r"(?:ngày\s+)?(?:thứ\s+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])\b|(?P<sunday>chủ nhật))"
_DAY = (
    r"ngày\s+(?:mùng\s+|mồng\s+)?(?P<day>\d{1,2})(?!\d)(?:\s*[/-]\s*(?P<month>\d{1,2})(?!\d)"
    r"(?:\s*[/-]\s*(?P<year>\d{4}))?|\s+tháng\s+(?P<month2>\d{1,2})(?!\d)"
    r"(?:\s+năm\s+(?P<year2>\d{4}))?)?"
)
_AFTER = (
    r"(?:\s*[,(]?\s*(?:của\s+)?(?P<after>(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|"
    r"tháng\s+(?:báo cáo|sau|kế tiếp|tiếp theo|liền kề|cuối(?:\s+của)?(?:\s+mỗi)?\s+quý|"
    r"đầu(?:\s+tiên)?(?:\s+của)?\s+quý(?:\s+(?:sau|kế tiếp|tiếp theo))?)))?"
)
TIME = re.compile(
    rf"(?P<lead>\b{_LEAD}\s+)?(?:{_HOUR}[\s,]*(?:(?:của|vào)\s+)?)?\b(?:{_WEEKDAY}|{_DAY}){_AFTER}",
    re.IGNORECASE,
)
DAILY = (
    re.compile(rf"(?:\b{_LEAD}\s+)?{_HOUR}\s*(?:hằng|hàng|mỗi)\s+ngày", re.IGNORECASE),
    re.compile(rf"\b(?:hằng|hàng|mỗi)\s+ngày,?\s+(?:{_LEAD}\s+)?{_HOUR}", re.IGNORECASE),
)
_DAYS = (
    rf"(?P<lead>\b{_LEAD}\s+)?\bngày\s+(?P<days>\d{{1,2}}/\d{{1,2}}(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?"
    r"\d{1,2}/\d{1,2}(?![\d/]))+)"
)
DAYS_OF_YEAR = (
    re.compile(rf"{_DAYS}\s+(?:hằng|hàng)\s+năm", re.IGNORECASE),
    re.compile(rf"(?:(?:hằng|hàng|mỗi)\s+|lần\s*/\s*)năm[\s,:(]+{_DAYS}", re.IGNORECASE),
)
LATER_HOUR = re.compile(rf"\s*[,(]?\s*trước\s+{_HOUR}", re.IGNORECASE)
BEFORE = (
    (re.compile(r"\b(6|06|sau) thang\b"), Rhythm.HALF_YEARLY),
    (re.compile(r"\b(9|09|chin) thang\b"), Rhythm.NINE_MONTHS),
    (re.compile(r"\b(hang|moi|dinh ky|bao cao) (thang)\b"), Rhythm.MONTHLY),
    (re.compile(r"\b((hang|moi|dinh ky|bao cao) )?quy\b"), Rhythm.QUARTERLY),
    (re.compile(r"\b(hang|moi|dinh ky|bao cao) (tuan)\b"), Rhythm.WEEKLY),
    (re.compile(r"\b(hang|moi|dinh ky|bao cao|ca|mot)? ?nam\b(?! \d)"), Rhythm.YEARLY),
)
WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
LATER = ("sau", "ke tiep", "tiep theo", "lien ke")


@dataclass(frozen=True, slots=True)
class DueTime:
    """The words of one time in a sentence; `rule` is None for a day that no calendar has."""

    phrase: str
    rule: DutyRule | None

    @property
    def is_fixed(self) -> bool:
        """Whether it is one day of one year."""
        return self.rule is not None and self.rule.on is not None


def times_in(sentence: str) -> Iterator[DueTime]:
    """Yield the times that `sentence` names for reports, in their order.

    A day stands for a report where it is one of a rhythm ("ngày 15 hằng tháng") or a last day
    ("trước ngày 15/12/2025"); the days of cited papers are neither.
    """
    for found in (match for pattern in DAILY for match in pattern.finditer(sentence)):
        yield DueTime(squeeze(found[0]), DutyRule(Rhythm.DAILY, hour=_hour(found)))
    listed = [match for pattern in DAYS_OF_YEAR for match in pattern.finditer(sentence)]
    for found in listed:
        yield from _of_the_year(found)
    last = 0
    for found in TIME.finditer(sentence):
        if any(one.start() <= found.start() < one.end() for one in listed):
            continue
        before = sentence[max(last, found.start() - 80) : found.start()]
        try:
            rule = _rule(found, fold(before), sentence[found.end() :])
        except ValueError:
            yield DueTime(squeeze(found[0]), None)
            continue
        if rule is not None:
            last = found.end()
            yield DueTime(squeeze(found[0]).strip(" ,("), rule)


def _rule(found: re.Match[str], before: str, behind: str) -> DutyRule | None:
    """Return the rule of one time, None where it is none; raises ValueError for no day."""
    after = fold(found["after"] or "")
    hour = _hour(found)
    exclusive = _is_before(found)
    if found["weekday"] or found["sunday"]:
        return _weekly(found, after, before, hour or _later_hour(behind))
    day = int(found["day"])
    month = int(found["month"] or found["month2"] or 0)
    year = int(found["year"] or found["year2"] or 0)
    if year:
        on = date(year, month, day)
        return (
            DutyRule(Rhythm.AD_HOC, on=on, hour=hour, exclusive=exclusive)
            if found["lead"]
            else None
        )
    if month:
        rule = DutyRule(Rhythm.YEARLY, day=day, hour=hour, exclusive=exclusive)
        return _of_year(month, after, before, rule)
    rhythm = _rhythm(after) or _rhythm_before(before)
    if rhythm not in (Rhythm.MONTHLY, Rhythm.QUARTERLY):
        return None
    if not 1 <= day <= 31:
        raise ValueError(day)
    later = int(any(word in after for word in LATER) or after.startswith("thang dau"))
    return DutyRule(rhythm, day=day, months_after=later, hour=hour, exclusive=exclusive)


def _of_the_year(found: re.Match[str]) -> Iterator[DueTime]:
    """Yield the rules of "trước ngày 20/6 và 20/12 hằng năm": of quarters, or of half and year.

    Days that are the ends of neither give none.
    """
    phrase = squeeze(found[0])
    pairs = [tuple(map(int, day.split("/"))) for day in re.findall(r"\d+/\d+", found["days"])]
    day, months = pairs[0][0], [month for _day, month in pairs]
    rule = DutyRule(Rhythm.QUARTERLY, day=day, exclusive=_is_before(found))
    same = all(one == day for one, _month in pairs)
    if any(not 1 <= one <= monthrange(2024, month)[1] for one, month in pairs if 0 < month < 13):
        yield DueTime(phrase, None)
        return
    if months == [3, 6, 9, 12] and same:
        yield DueTime(phrase, rule)
    elif months == [6, 12]:
        yield DueTime(phrase, replace(rule, rhythm=Rhythm.HALF_YEARLY))
        yield DueTime(phrase, replace(rule, rhythm=Rhythm.YEARLY, day=pairs[1][0]))


def _is_before(found: re.Match[str]) -> bool:
    return fold(found["lead"] or "").endswith("truoc")


def _weekly(found: re.Match[str], after: str, before: str, hour: time | None) -> DutyRule | None:
    if _rhythm(after) is not Rhythm.WEEKLY and _rhythm_before(before) is not Rhythm.WEEKLY:
        return None
    name = fold(found["weekday"] or "")
    weekday = 6 if found["sunday"] else WEEKDAYS[name] if name in WEEKDAYS else int(name) - 2
    return DutyRule(Rhythm.WEEKLY, weekday=weekday, hour=hour)


def _of_year(month: int, after: str, before: str, rule: DutyRule) -> DutyRule | None:
    """Return the rule of a day and month without a year: of the half, nine months, or the year."""
    date(2024, month, rule.day)  # raises for a day no year has
    rhythm = _rhythm(after) or _rhythm_before(before)
    last = {Rhythm.HALF_YEARLY: 6, Rhythm.NINE_MONTHS: 9, Rhythm.YEARLY: 12}.get(
        rhythm or Rhythm.AD_HOC
    )
    if rhythm is None or last is None:
        return None
    later = month - last
    if rhythm is Rhythm.YEARLY:
        later = month if month <= 6 else month - 12
    return replace(rule, rhythm=rhythm, months_after=later)


def _rhythm(after: str) -> Rhythm | None:
    """Return the rhythm that the words right behind a day name."""
    if "quy" in after:
        return Rhythm.QUARTERLY
    words = {"tuan": Rhythm.WEEKLY, "thang": Rhythm.MONTHLY, "nam": Rhythm.YEARLY}
    return next((rhythm for word, rhythm in words.items() if word in after), None)


def _rhythm_before(before: str) -> Rhythm | None:
    """Return the rhythm named last before a day."""
    before = re.sub(r"thang (dau|cuoi) nam", "thang", before)
    found = [(m.end(), rhythm) for pattern, rhythm in BEFORE for m in pattern.finditer(before)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _hour(found: re.Match[str]) -> time | None:
    """Return the hour named; raises ValueError for one no clock has."""
    return time(int(found["hour"]), int(found["minute"] or 0)) if found["hour"] else None


def _later_hour(behind: str) -> time | None:
    found = LATER_HOUR.match(behind)
    return _hour(found) if found else None
