"""The state of a task as units write it in words of their own: read where it is plain, or asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.domain.return_form_day import read_day
from kehoach_desktop.domain.text import fold, nfc


class Sign(Enum):
    """What a phrase says about the state."""

    DONE = auto()
    NOT_DONE = auto()
    NOT_STARTED = auto()
    IN_PROGRESS = auto()
    CARRIED_OUT = auto()
    ONGOING = auto()
    NOTHING = auto()
    SUSPENDED = auto()
    LATE = auto()
    UNSURE = auto()
    DAY = auto()
    PERCENT = auto()
    FILLER = auto()


_WORK = r"(?:thuc hien|trien khai|tien hanh|lam|th|tk|xu ly|giai quyet)"
_FINISHED = r"(?:hoan thanh|hoan tat|ket thuc|xong|ht)"
# Folded; the first that fits where the text stands is taken.
PHRASES: tuple[tuple[Sign, str], ...] = (
    (Sign.PERCENT, r"\d{1,3}(?:[.,]\d+)?\s*%"),
    (Sign.DAY, r"(?:vao |trong )?(?:ngay )?\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?(?![\d/])"),
    (Sign.DAY, r"ngay \d{1,2} thang \d{1,2}(?: nam \d{4})?"),
    (Sign.NOTHING, r"(?:khong|chua)(?: co)? phat sinh|kps"),
    (Sign.UNSURE, rf"khong {_WORK}|khong {_FINISHED}|khong {_WORK} duoc"),
    (Sign.UNSURE, rf"khong (?:cham|tre|qua han)|chua (?:cham|tre|qua han|{_WORK} thuong xuyen)"),
    (Sign.NOT_DONE, rf"chua (?:duoc )?(?:{_WORK} )?{_FINISHED}|khong kip {_FINISHED}|chua dat"),
    (Sign.NOT_STARTED, rf"chua (?:duoc )?{_WORK}|chua bat dau|chua thuc thi|cth|chua khoi dong"),
    (Sign.UNSURE, rf"co ban (?:da |la )?(?:{_WORK} )?{_FINISHED}|{_FINISHED} co ban"),
    (Sign.IN_PROGRESS, rf"(?:sap|gan|gan nhu|dang) {_FINISHED}|{_FINISHED} (?:duoc )?mot phan"),
    (Sign.IN_PROGRESS, rf"dang(?: trong qua trinh)?(?: tiep tuc)? (?:{_WORK}|hoan thien)|dth|dtk"),
    (Sign.IN_PROGRESS, rf"(?:van )?tiep tuc(?: {_WORK})?|in progress|dang"),
    (Sign.IN_PROGRESS, r"(?:dung|dam bao|bao dam|theo|kip)(?: dung)? tien do|trong tien do"),
    (
        Sign.ONGOING,
        rf"(?:da |dang )?{_WORK} (?:thuong xuyen|dinh ky|lien tuc|hang thang|hang ngay)",
    ),
    (Sign.ONGOING, r"(?:duy tri )?(?:thuong xuyen|lien tuc|dinh ky)(?:,? da lam trong ky)?|tx"),
    (Sign.ONGOING, r"(?:dang )?duy tri(?: tot)?|hang (?:ngay|tuan|thang|quy)|hang (?:nam)"),
    (Sign.DONE, rf"(?:da )?(?:duoc )?(?:{_WORK} )?{_FINISHED}(?: xong)?|done|da thuc hien|da lam"),
    (Sign.CARRIED_OUT, r"da (?:trien khai|tk|tien hanh|xu ly|giai quyet|th)"),
    (Sign.SUSPENDED, r"tam (?:dung|hoan|ngung)(?: (?:thuc hien|trien khai))?"),
    (Sign.LATE, r"(?:cham|tre|qua)(?: so voi)? (?:tien do|han|ke hoach)|bi cham|cham tre|cham|tre"),
    (Sign.FILLER, r"quy (?:iv|i{1,3}|[1-4])|thang \d{1,2}(?:[/.\-]\d{4})?|nam \d{4}"),
    (Sign.FILLER, r"trong (?:ky|thang|quy|nam)|den nay|hien nay|hien tai|viec|nhiem vu|cong viec"),
    (Sign.FILLER, r"roi|dat|duoc|khoang|tren|va|da|ke hoach|khoi luong|chi tieu|tot|moi|vao|nay"),
    (Sign.FILLER, r"dung han|truoc han|som|100 phan tram|theo quy dinh|theo ke hoach"),
)
_ANY = re.compile("|".join(f"(?P<p{n}>\\b(?:{p}))(?!\\w)" for n, (_s, p) in enumerate(PHRASES)))
_GAP = re.compile(r"[\s,;:.()\-–—/!+]+")
_CUT = re.compile(r"[:;\n(,.]|\s[-–—]\s")
_LEFT_OVER = re.compile(r"\b(?:chua|con|dang|khong|tru|cham|rieng)\b|\d\s*%")
# With its tone marks: "đăng tải" and "Đảng ủy" fold to the same letters.
_STARTS_UNDER_WAY = re.compile(r"\s*(?:đang|dang)\s+\w")
_SHARE = re.compile(r"([1-9]\d?)/([1-9]\d?)")
_STATED = {
    Sign.DONE: TaskStatus.DONE,
    Sign.NOT_STARTED: TaskStatus.NOT_STARTED,
    Sign.IN_PROGRESS: TaskStatus.IN_PROGRESS,
    Sign.ONGOING: TaskStatus.ONGOING,
    Sign.NOTHING: TaskStatus.NOTHING,
    Sign.SUSPENDED: TaskStatus.SUSPENDED,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What the words say: the state, or None with the likeliest as `proposed`.

    `late` is the unit's own judgement. `rest` is what stood behind the state in the same cell.
    `likely_on` is a day that may as well be a share: "8/10" of the villages, or the 8th of October.
    """

    status: TaskStatus | None = None
    proposed: TaskStatus | None = None
    percent: int | None = None
    done_on: date | None = None
    late: bool = False
    rest: str = ""
    likely_on: date | None = None


def read_status(text: str, latest: date) -> Claim:
    """Return our reading of a cell of states; one that is not plain has no status.

    The whole cell is read first, then what stands before a colon, a stop, a comma or a dash: the
    part behind it is then a result. `latest` is the last day of the period, for days without year.
    """
    whole = _read(text, latest)
    if whole is not None:
        return whole
    if "?" in text:
        return Claim()
    for cut in reversed([*_CUT.finditer(text)]):
        head = _read(text[: cut.start()], latest)
        if head is not None:
            return _with_rest(head, text[cut.end() :].strip(" )\n"))
    if _STARTS_UNDER_WAY.match(nfc(text).casefold()):
        return Claim(TaskStatus.IN_PROGRESS, rest=text.strip())
    return Claim()


def _with_rest(claim: Claim, rest: str) -> Claim:
    """A finished head with "còn 2 thôn chưa làm" behind it is not plain."""
    if claim.status is TaskStatus.DONE and _LEFT_OVER.search(fold(rest)):
        return replace(claim, status=None, proposed=TaskStatus.IN_PROGRESS, rest=rest)
    return replace(claim, rest=rest)


def _read(text: str, latest: date) -> Claim | None:
    """Return the reading of a text all of whose words are known, None for any other."""
    found = [*_signs(fold(text))]
    signs = [(sign, words) for sign, words in found if sign is not None]
    if len(signs) < len(found):
        return None
    said = {sign for sign, _words in signs}
    if not said - {Sign.FILLER, Sign.DAY}:
        return None
    percents = [words for sign, words in signs if sign is Sign.PERCENT]
    days = [words for sign, words in signs if sign is Sign.DAY]
    claim = Claim(late=Sign.LATE in said)
    if len(percents) > 1 or len(days) > 1:
        return claim
    if days:
        day = read_day(re.sub(r"^(?:vao|trong) ", "", days[0]), latest)
        sure = None if _may_be_share(days[0]) else day
        claim = replace(claim, done_on=sure, likely_on=day)
    return _stated(said, claim, percents[0] if percents else "")


def _may_be_share(day: str) -> bool:
    part = _SHARE.fullmatch(day)
    return part is not None and int(part[1]) <= int(part[2])


def _signs(key: str) -> Iterator[tuple[Sign | None, str]]:
    place = 0
    while place < len(key):
        if gap := _GAP.match(key, place):
            place = gap.end()
            continue
        found = _ANY.match(key, place)
        if found is None:
            yield None, key[place:]
            return
        yield PHRASES[int((found.lastgroup or "p0")[1:])][0], found.group()
        place = found.end()


def _stated(said: set[Sign], claim: Claim, percent: str) -> Claim:
    value = _whole(percent)
    if percent and value is None:
        return claim
    claim = replace(claim, percent=value)
    stated = {_STATED[sign] for sign in said if sign in _STATED}
    if Sign.ONGOING in said and not stated - {TaskStatus.ONGOING, TaskStatus.IN_PROGRESS}:
        stated = {TaskStatus.ONGOING}
    if Sign.UNSURE in said or len(stated) > 1:
        return replace(claim, proposed=_likeliest(said))
    if Sign.NOT_DONE in said:
        return _open(claim, stated)
    if stated:
        return _checked(replace(claim, status=stated.pop()))
    if Sign.CARRIED_OUT in said:
        return replace(claim, proposed=TaskStatus.IN_PROGRESS)
    return _by_percent(claim)


def _whole(percent: str) -> int | None:
    digits = re.fullmatch(r"(\d{1,3})(?:[.,]0+)?\s*%", percent)
    return int(digits[1]) if digits and int(digits[1]) <= 100 else None


def _likeliest(said: set[Sign]) -> TaskStatus | None:
    return TaskStatus.IN_PROGRESS if said & {Sign.DONE, Sign.IN_PROGRESS, Sign.UNSURE} else None


def _open(claim: Claim, stated: set[TaskStatus]) -> Claim:
    """Not finished: under way if that is said or a share is given, else nobody knows."""
    under_way = stated == {TaskStatus.IN_PROGRESS} or 0 < (claim.percent or 0) < 100
    if under_way and not stated - {TaskStatus.IN_PROGRESS}:
        return replace(claim, status=TaskStatus.IN_PROGRESS)
    return replace(claim, proposed=TaskStatus.IN_PROGRESS)


def _checked(claim: Claim) -> Claim:
    """Say that "hoàn thành 80 %" is under way, and ask about a state its share contradicts."""
    percent, status = claim.percent, claim.status
    if percent is None:
        return claim
    if status is TaskStatus.DONE and percent < 100:
        return replace(claim, status=TaskStatus.IN_PROGRESS, done_on=None)
    if contradicts(status, percent):
        return replace(claim, status=None, proposed=status)
    return claim


def contradicts(status: TaskStatus | None, percent: int | None) -> bool:
    """Say whether a state and a percentage cannot both be true."""
    if status is None or percent is None:
        return False
    allowed = {
        TaskStatus.DONE: percent == 100,
        TaskStatus.NOT_STARTED: percent == 0,
        TaskStatus.IN_PROGRESS: percent < 100,
        TaskStatus.NOTHING: percent == 0,
    }
    return not allowed.get(status, True)


def _by_percent(claim: Claim) -> Claim:
    if claim.percent is None:
        return claim
    if claim.percent in (0, 100):
        whole = TaskStatus.DONE if claim.percent else TaskStatus.NOT_STARTED
        return replace(claim, proposed=whole)
    return replace(claim, status=TaskStatus.IN_PROGRESS)
