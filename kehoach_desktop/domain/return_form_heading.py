"""What the lines over a returned table say: for which period it is, and from which unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.text import TONES, capital, fold, nfc, squeeze

_YEAR = r"(?:\s*(?:/|-|nam|,)\s*|\s+)(?:nam\s+)?(20\d\d)"
_MONTH = re.compile(rf"\b(?:thang|t)\s*(\d{{1,2}})(?!\d)(?:{_YEAR})?")
_QUARTER = re.compile(rf"\bquy\s*(iv|i{{1,3}}|[1-4])\b(?:{_YEAR})?")
_HALF = re.compile(rf"\b6 thang (dau|cuoi) nam(?:{_YEAR})?|\b6 thang (?:dau|cuoi) nam (20\d\d)")
_NINE = re.compile(rf"\b9 thang(?: dau nam)?{_YEAR}")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NOT_THE_REPORTED = re.compile(
    r"\b(?:thang sau|thang toi|ke hoach|phuong huong|truoc ngay|ngay)\b.*"
)
_HEADS = re.compile(
    r"(?:phong(?! chong)|p(?=\.)|cong an|ca |quan su|bch|ban chi huy|ban(?! hanh)|bp|bo phan|"
    r"tram|trung tam|tt|van phong|vp|hoi(?! nghi| dong)|doan|truong(?! hop)|mttq|uy ban mttq|"
    r"uy ban mat tran|to(?! chuc| trinh)|thon|ap(?! dung)|khu pho|khom|buon|lang|xom|"
    r"to dan pho|tdp|doi(?! voi| moi)|hop tac xa|buu dien)\b[ .]?\s*\w"
)
# Lines of a page may come as one: "PHÒNG KINH TẾ THÁNG 10 NĂM 2025".
_PERIOD_BEHIND = re.compile(
    r"(?<=\w)[\s,–-]+(?:báo cáo\b|(?:tháng|quý|tuần|năm)\s+(?:\d|[ivx]+\b)).*", re.IGNORECASE
)
_LABELLED = re.compile(r"(?:don vi|ten don vi|don vi bao cao|don vi thuc hien|noi gui)\s*:\s*")
_ACRONYMS = {"hdnd", "ubnd", "mttq", "pvhcc", "tnhh", "ld", "xhcn"}
_PLACE_HEADS = ("thôn", "bản", "ấp", "khu phố", "khóm", "buôn", "làng", "xóm", "tổ dân phố")
_SHORT = (
    (r"^p\. ?", "phòng "),
    (r"^ca\b", "công an"),
    (r"^vp\b", "văn phòng"),
    (r"^tt\b", "trung tâm"),
    (r"^tdp\b", "tổ dân phố"),
)
_LEVELS = {"xa", "phuong", "dac", "ubnd"}
LONGEST_UNIT = 90


def periods_named(headings: Iterable[str], near: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    """Return the periods that the lines name, in order; one without a year takes that of `near`.

    A whole year ("năm 2025") stands in the titles of plans as well, so it counts only when `near`
    is a year.
    """
    found: dict[ReportingPeriod, None] = {}
    for line in headings:
        key = _NOT_THE_REPORTED.sub("", fold(line))
        found |= dict.fromkeys(_periods(key, near))
    return tuple(found)


def _periods(key: str, near: ReportingPeriod) -> Iterator[ReportingPeriod]:
    for half in _HALF.finditer(key):
        index = 1 if "dau" in half.group() else 2
        yield ReportingPeriod(PeriodKind.HALF_YEAR, int(half[2] or half[3] or near.year), index)
    for nine in _NINE.finditer(key):
        yield ReportingPeriod(PeriodKind.NINE_MONTHS, int(nine[1]))
    for quarter in _QUARTER.finditer(key):
        index = _ROMAN.get(quarter[1]) or int(quarter[1])
        yield ReportingPeriod(PeriodKind.QUARTER, int(quarter[2] or near.year), index)
    for month in _MONTH.finditer(key):
        if 1 <= int(month[1]) <= 12:
            yield ReportingPeriod(PeriodKind.MONTH, int(month[2] or near.year), int(month[1]))
    if near.kind is PeriodKind.YEAR:
        yield from (ReportingPeriod(near.kind, int(y)) for y in re.findall(r"\bnam (20\d\d)", key))


def unit_named(headings: Iterable[str], known: Iterable[str]) -> str:
    """Return the unit that the lines name, as `known` spells it where it is known, else as typed.

    A line "Đơn vị: …" goes first; then a line that is a known unit, or the initials of one known
    unit alone; then one that begins as the names of units do. "" where none is found. Capitals
    become the spelling of a name.
    """
    lines = [_PERIOD_BEHIND.sub("", squeeze(nfc(line))) for line in headings]
    held = [*known]
    labelled = [line[m.end() :] for line in lines if (m := _LABELLED.match(fold(line)))]
    for line in (*labelled, *lines):
        if unit := next((unit for unit in held if same_unit(unit, line)), ""):
            return unit
    short = [ln for ln in lines if len(ln) <= LONGEST_UNIT and _HEADS.match(fold(ln))]
    likely = {u for u in held for line in (*labelled, *short) if _shortens(line, u)}
    if len(likely) == 1:
        return likely.pop()
    named = next((line.strip(" .…:;") for line in (*labelled, *short) if line.strip(" .…")), "")
    return spelt(named)


def known_unit(name: str, known: Iterable[str]) -> str:
    """Return the unit a name or its initials mean ("VHXH"), as `known` spells it, else the name."""
    held = [*known]
    if unit := next((unit for unit in held if same_unit(unit, name)), ""):
        return unit
    likely = {unit for unit in held if _shortens(name, unit) or _shortens(f"phòng {name}", unit)}
    return likely.pop() if len(likely) == 1 else name


@lru_cache(maxsize=4096)
def same_unit(one: str, other: str) -> bool:
    """Say whether two spellings name one unit: case and the commune's own name do not count.

    Marks do ("Thôn Xuân Hòa" is not "Thôn Xuân Hoa"), unless one of the two has none at all; where
    a mark stands in its word does not.
    """
    marked = not (one.isascii() or other.isascii())
    a, b = sorted((_unit_key(one, marked=marked), _unit_key(other, marked=marked)), key=len)
    if not a or a == b:
        return bool(a)
    ends = {fold(b[len(a)][0]), fold(a[-1][0])} if b[: len(a)] == a else set()
    return bool(ends & _LEVELS)


@lru_cache(maxsize=4096)
def _shortens(line: str, unit: str) -> bool:
    """Say whether a line is a unit's name with words put into initials ("Phòng VH-XH")."""
    typed, full = (_unit_key(name, marked=False) for name in (line, unit))
    return _stand_for([word for word, _t in typed], [word for word, _t in full])


def _stand_for(typed: Sequence[str], full: Sequence[str]) -> bool:
    if not typed or not full:
        return not typed and not full
    if typed[0] == full[0] and _stand_for(typed[1:], full[1:]):
        return True
    count = len(typed[0])
    initials = "".join(word[0] for word in full[:count])
    return count > 1 and typed[0] == initials and _stand_for(typed[1:], full[count:])


def _unit_key(name: str, *, marked: bool) -> tuple[tuple[str, str], ...]:
    """Return the words of a name, each with its tones apart from its letters."""
    text = nfc(name).casefold().replace("&", " và ")
    for short, full in _SHORT:
        text = re.sub(short, full, text)
    words = re.sub(r"[^\w\s]+", " ", text).split()
    return tuple(_word(word, marked=marked) for word in words if fold(word) != "va")


def _word(word: str, *, marked: bool) -> tuple[str, str]:
    if not marked:
        return fold(word), ""
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(sorted(c for c in letters if c in TONES))
    return "".join(c for c in letters if c not in TONES), tones


def spelt(name: str) -> str:
    """Return a unit's name typed in capitals as a name is written: "Phòng Văn hóa - Xã hội"."""
    if not name.isupper():
        return name
    words = [w if fold(w) in _ACRONYMS else w.lower() for w in name.split()]
    lowered = " ".join(words)
    if lowered.startswith(_PLACE_HEADS):
        head = next(h for h in _PLACE_HEADS if lowered.startswith(h))
        return f"{head.capitalize()}{lowered[len(head) :].title()}"
    parts = [capital(part) for part in " ".join(words).split(" - ")]
    return _named_after_head(" - ".join(parts))


def _named_after_head(name: str) -> str:
    head, space, rest = name.partition(" ")
    return f"{head} {capital(rest)}" if head == "Phòng" and space else name
