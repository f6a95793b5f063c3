"""The vocabulary of deadlines: one list of patterns over the folded key, read left to right.

The key has no diacritics (`domain.text.fold`), so some words look alike in it: "từ" and the "tư"
of "đầu tư", "hàng" and the one of "ngân hàng", "mới" and "mỗi". Each pattern says what it may not
follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from kehoach_desktop.domain.text import fold


class Word(StrEnum):
    """What a piece of a wording is; the order of `PATTERNS` decides where two would fit."""

    NOISE = auto()
    BAD = auto()
    VAGUE = auto()
    LATER = auto()
    TIME = auto()
    WEEKDAY = auto()
    ISO = auto()
    LONG = auto()
    DAYS = auto()
    DAYS_ACROSS = auto()
    DMY = auto()
    DM = auto()
    MONTH_YEAR = auto()
    MONTHS = auto()
    NAMED_MONTHS = auto()
    QUARTERS = auto()
    PART = auto()
    NINE = auto()
    PHASE = auto()
    YEARS = auto()
    YEAR = auto()
    BARE_YEAR = auto()
    THIS_YEAR = auto()
    EVERY = auto()
    TIMES = auto()
    LISTED = auto()
    QUARTER_DAY = auto()
    MONTH_DAY = auto()
    DAY = auto()
    PERIODIC = auto()
    DONE = auto()
    ONGOING = auto()
    CONTINUES = auto()
    CONDITION = auto()
    DURATION = auto()
    FROM = auto()
    ONWARD = auto()
    UNTIL = auto()
    BEFORE = auto()
    AFTER = auto()
    EARLY = auto()
    LATE = auto()
    WITHIN = auto()


YEAR = r"(?:\s*(?:[/.,-]|cua)?\s*nam\s*\d{4}|\s*[/.-]\s*\d{4}|\s*/\s*[23]\d|,?\s+20\d\d)(?![\d/])"
JOIN = r"\s*(?:,|;|/|&|\+|-|\bva\b|\bden het\b|\bden\b|\btoi\b)\s*"
_MONTH = r"\d{1,2}(?!\d)"
_MONTH_AGAIN = (
    r"(?:thang\s*|t)?(?:0?[1-9]|1[0-2])(?!\d|\s*[/.-]\s*\d{1,2}(?!\d)|\s*ngay|\s*thang|\s*lan)"
)
_NAMED_MONTH = (
    r"(?:mot|hai|ba|bon|bay|tam|chin|muoi mot|muoi hai|muoi(?! mot| hai)|"
    r"(?:tu|nam|sau)(?=,? nam \d{4}|\s*/\s*\d{4}))(?![a-z0-9])"
)
_QUARTER = r"(?:[ilv1!|]{1,4}|\d{1,2}|mot|nhat|hai|ba|bon|tu(?=,? nam \d|\s*/\s*\d))(?![a-z0-9])"
_QUARTER_AGAIN = (
    rf"(?:quy\s*|qui\s*|q\s*)?(?:[ilv1!|]{{1,4}}|[1-4])(?![a-z0-9]|\s*[/.-]\s*{_MONTH})"
)
_OF_YEAR = r"(?: cua)?(?: nam(?! hoc| sau| toi))?"
_THROUGHOUT = r"(?:(?:trong|cuoi|het|ca|suot) |(?<=het )|(?<=trong )|(?<=cuoi ))"
_SOME_TIMES = r"(?:\s*/\s*(?:\d{1,2} )?|,?\s+(?:\d{1,2}|mot|hai) )"
_THROUGH = r"(?:\s*-\s*|\s+(?:den|toi)(?: het)?\s+)"
_OF_MONTH = r"(?:\s*/\s*\d{1,2}\s*/\s*| thang \d{1,2}(?:\s*/\s*|,? nam ))"
_COUNT = r"(?:\d{1,2}|mot|hai|ba|bon)"
UNIT = (
    r"(?:0?6 thang|sau thang|0?3 thang|nua nam|ngay(?! sau| khi| trong| tu)|tuan(?! thu)|thang|nam|"
    r"quy(?! (?:dinh|trinh|che|mo|hoach|cach|luat|uoc|tac|doi|chuan|dau)))"
)
_FREE = r"(?![a-z0-9]|\s*/?\s*\d|\s+[ilv]{1,3}\b|\s+(?:hoc|toi|tiep theo)\b)"
_NO_MONTH = r"(?![a-z0-9]|\s*/?\s*\d{1,2}(?!\d)|\s+[ilv]{1,3}\b)"
_AND = r"\s*(?:,|;|/|-|\bva\b|\bhoac\b)\s*"
_HANG = r"(?:(?<!ngan )(?<!khach )(?<!mat )(?<!cua )(?<!nha )(?<!don )(?<!tuyen )hang|tung)"
_EACH = rf"(?:{_HANG}|theo|dinh ky(?: hang)?|(?<!doi )(?<!thon )moi)"
_DATE = r"\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|thang\s*\d{1,2},?\s*nam\s*\d{4})"
_PAPER = (
    r"(?:nghi quyet|quyet dinh|ke hoach|cong van|thong tu|nghi dinh|chi thi|chuong trinh|de an|"
    r"ket luan|luat|cong dien|to trinh|van ban|thong bao|huong dan|quy dinh)"
)
_SYMBOL = (
    r"\d{1,5}(?:\.\d+)?(?:\s*/\s*\d{4})?\s?[-/]\s?"
    r"(?:(?!thang|quy|nam\b|den|lan)[a-z][a-z0-9]{0,11}(?:[-/]\s?[a-z][a-z0-9]*)+"
    r"|(?:nq|kh|qd|nd|tt|ttr|ct|ctr|cv|bc|tb|kl|hd|cd|da|ubnd|hdnd|tw|tu|cp|ttg|qh\d*)\b)"
)
_ISSUED = rf"(?:,?\s*(?:cua [a-z ]{{1,50}}?)?,?\s*(?:ngay|de ngay)\s*{_DATE})"
_AUTHORITY = (
    r"(?:cac |tung |su |noi dung )?(?:ke hoach|tien do|huong dan|chi dao|yeu cau|quy dinh|lo trinh|"
    r"van ban|chuong trinh|thong bao|de nghi|phan cong|phan ky|tinh hinh|thuc te|dot|nhu cau|"
    r"ket luan|lich|quyet dinh|nghi quyet|nghi dinh|thong tu|chi thi|de an|cong van|nhiem vu|"
    r"dieu kien|trung uong|tw|bo|cap tren|cap co tham quyen|so|tinh|chinh phu|thu tuong|ubnd|hdnd|"
    r"ban chi dao|thuong truc|su kien|thoi gian|thoi han|moc|tham quyen)"
)
_EVENT = r"(?:nhan|ban hanh|co|ky|duoc|hieu luc|ket thuc|hoan thanh|phat hanh|trien khai|giao)\b"

_FINISHED = (
    r"(?:hoan thanh|hoan tat|xong|ket thuc|(?:thuc hien|trien khai) xong|ban hanh|thuc hien)"
)

PATTERNS: tuple[tuple[Word, str], ...] = (
    (Word.BAD, r"am lich|thang gieng|thang chap|khong (?:thuong xuyen|dinh ky|truoc)|nam hoc"),
    (Word.BAD, r"tam dung|tam hoan|ngoai tru|chua hoan thanh|khong hoan thanh|khong phai"),
    (Word.BAD, r"(?:dung|ngung) (?:thuc hien|trien khai|lai)|huy bo|bai bo"),
    (Word.BAD, r"(?:tru|rieng)(?= (?:thang|quy|nam \d|ngay))|cao diem(?= (?:thang|quy|ngay))"),
    (Word.BAD, r"da (?:thuc hien|trien khai)[ ,;]*(?:va )?(?:dang )?tiep tuc"),
    (Word.NOISE, r"(?:dau|thong|vat|noi|rieng|lan thu) tu|tu (?:nay|bay gio)|luu tru"),
    (Word.NOISE, rf"{_PAPER}(?: so)? \d+(?:/\d{{4}})?{_ISSUED}|(?:va|cua )?{_PAPER}{_ISSUED}"),
    (Word.NOISE, rf"(?:so )?{_SYMBOL}{_ISSUED}?"),
    (Word.NOISE, r"(?:muc|khoan|phu luc|bieu|mau|trang) \d{1,2}\s*/\s*\d{4}(?!\s*/)"),
    (Word.NOISE, r"giai doan (?:\d{1,2}|[ilv]{1,3})(?![\d/])|\d{1,3}(?:\.\d{3})+(?![\d/.])"),
    (Word.NOISE, r"(?<!ngay )(?<!truoc )24\s*/\s*(?:7|24)(?!\s*[/.-]\s*\d)|\d+(?:[.,]\d+)?\s*%"),
    (Word.TIME, r"\d{1,2}\s*(?:h|gio)(?:\s*\d{1,2}(?!\d|\s*[/.-]\s*\d))?(?:\s*phut)?|\d{1,2}:\d\d"),
    (Word.WEEKDAY, r"(?:cac )?(?:ngay\s*)?thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?=\W|$)(?! \d{4})"),
    (Word.WEEKDAY, r"(?:ngay\s*)?chu nhat|t[2-7](?= (?:hang|moi) tuan)"),
    (
        Word.ISO,
        r"(?:ngay\s*)?\d{4}\s*(?P<iso>[-/.])\s*\d{1,2}\s*(?P=iso)\s*\d{1,2}([ t]\d\d:\d\d(:00)?)?",
    ),
    (Word.LONG, rf"(?:ngay\s*)?(?:mung |mong )?\d{{1,2}},? thang \d{{1,2}}(?!\d)(?:{YEAR})?"),
    (
        Word.DAYS,
        rf"(?:tu )?(?:ngay\s*)?\d{{1,2}}{_THROUGH}(?:ngay\s*)?\d{{1,2}}{_OF_MONTH}\d{{4}}",
    ),
    (Word.DAYS_ACROSS, r"(?:ngay\s*)?\d{1,2}/\d{1,2}\s*-\s*\d{1,2}/\d{1,2}\s*/\s*\d{4}"),
    (
        Word.DMY,
        r"(?:ngay\s*)?\d{1,2}\s*(?P<dmy>[/.-])\s*\d{1,2}\s*(?P=dmy)\s*(?:\d{4}|\d\d)(?!\s*/\s*\d)",
    ),
    (Word.DM, r"(?:ngay\s*)?\d{1,2}\s*/\s*\d{1,2}(?!\d)(?:,? nam \d{4})?(?!\s*[/-]\s*\d)"),
    (
        Word.MONTH_YEAR,
        r"(?<!\d[/.-])(?<!\d[/.-] )\d{1,2}\s*[/.-]\s*\d{4}(?!\s*[/.]\s*\d)|\d{4}[/-]\d{1,2}(?!\d)",
    ),
    (Word.BAD, r"\d+(?:\s*[/.-]\s*\d+){2,}|\d+\s*/\s*\d+"),
    (
        Word.PHASE,
        r"(?:giai doan|nhiem ky|thoi ky)(?: tu)?(?: nam)? \d{4}(?:\s*(?:-|den)\s*(?:nam )?\d{4})?",
    ),
    (
        Word.YEARS,
        r"(?:nam\s*)?\d{4}\s*(?:-|den het|den|toi|va|,)\s*(?:nam\s*)?\d{4}(?!\s*[/.-]\s*\d)",
    ),
    (Word.YEAR, r"(?<!viet )(?<!quang )nam\s*\d{4}"),
    (
        Word.PART,
        rf"(?:\d{{1,2}}|ba|sau|chin|hai|bon|cac|nhung) thang (?:dau|cuoi){_OF_YEAR}(?:{YEAR})?",
    ),
    (Word.PART, rf"nua (?:dau|cuoi) nam(?! hoc| sau| toi)(?:{YEAR})?"),
    (Word.PART, rf"(?:0?6|0?9|sau|chin) thang{YEAR}"),
    (
        Word.EVERY,
        rf"(?:{_EACH} )?(?:(?:\d{{1,2}}|mot|hai|ba) )?{UNIT}{_SOME_TIMES}lan(?! thu)",
    ),
    (
        Word.TIMES,
        rf"{_COUNT} (?:lan|ky|dot)\s*(?:/|moi|trong|tren|mot|hang|\s)*(?:\d{{1,2}} )?{UNIT}{_FREE}",
    ),
    (Word.MONTH_DAY, rf"(?:ngay\s*)?(?:mung )?\d{{1,2}} (?:cua )?(?:hang|moi) thang{_FREE}"),
    (Word.MONTH_DAY, r"ngay \d{1,2} (?:cua )?(?:moi )?thang(?=$|[,;.)]| bao cao| va)"),
    (Word.QUARTER_DAY, r"(?:cua )?thang cuoi (?:cua )?(?:moi |hang )?quy(?!\s*[ilv\d])"),
    (Word.LISTED, rf"{_HANG} {UNIT}{_NO_MONTH}(?:{_AND}(?:hang )?{UNIT}{_FREE})*"),
    (Word.LISTED, rf"{_EACH} {UNIT}{_FREE}(?:{_AND}(?:hang )?{UNIT}{_FREE})*"),
    (Word.LISTED, rf"(?:cac )?{UNIT}{_FREE}(?:{_AND}(?:0?9 thang|{UNIT}){_FREE})+"),
    (Word.LISTED, r"cac (?:quy|thang) trong(?= nam)|thuong nien"),
    (
        Word.MONTHS,
        rf"(?:thang\s*|t\.?\s?(?=\d)){_MONTH}(?!\s*lan)(?:{JOIN}{_MONTH_AGAIN})*(?:{YEAR})?(?!\s*/\s*\d)",
    ),
    (
        Word.NAMED_MONTHS,
        rf"thang {_NAMED_MONTH}(?:{JOIN}(?:thang )?{_NAMED_MONTH})*(?:{YEAR})?(?![a-z0-9])",
    ),
    (
        Word.QUARTERS,
        rf"(?:quy|qui|q\.?)\s*{_QUARTER}(?:{JOIN}{_QUARTER_AGAIN})*(?:{YEAR})?(?!\s*/\s*\d)",
    ),
    (Word.BAD, r"(?:quy|thang)\s*\d+|nam \d{3,}|thang nam \d{4}"),
    (Word.NINE, r"0?9 thang"),
    (
        Word.DAY,
        r"ngay (?:mung |mong )?\d{1,2}(?:\s*(?:,|-|va)\s*(?:ngay )?\d{1,2})?(?![\d/]| lam viec)",
    ),
    (Word.DURATION, r"\d+ (?:ngay|tuan|thang|nam|gio|phut)"),
    (Word.LATER, r"(?:cua )?thang (?:toi|tiep theo|ke tiep|lien ke|sau)"),
    (Word.CONTINUES, r"(?:cac |nhung )nam (?:tiep theo|ke tiep|sau do|sau|tiep)|duy tri"),
    (
        Word.VAGUE,
        r"(?:thang|quy|tuan) (?:nay|toi)|thang truoc(?! ngay| \d)|nam (?:sau|toi|truoc|ngoai)",
    ),
    (Word.VAGUE, r"giua|thuong tuan|trung tuan|ha tuan|tuan (?:\d|dau|cuoi|thu)|nua (?:dau|cuoi)"),
    (
        Word.THIS_YEAR,
        rf"{_THROUGHOUT}nam(?: nay)?(?! hoc)(?=\W|$)(?! \d)|nam nay",
    ),
    (Word.BARE_YEAR, r"\d{4}"),
    (Word.PERIODIC, r"dinh ky|thuong ky"),
    (Word.CONDITION, rf"(?<!tiep )(?<!kem )theo {_AUTHORITY}\b"),
    (
        Word.UNTIL,
        r"truoc khi (?:ket thuc|het)(?= nam| quy| thang| \d)|truoc het(?= nam| quy| thang)",
    ),
    (
        Word.CONDITION,
        r"(?:ngay |sau |ngay sau |truoc |cho den |den |tuy |tu |ke tu )?khi (?!nao)[a-z]+",
    ),
    (
        Word.CONDITION,
        rf"(?:ke )?tu (?:ngay|thoi diem) (?:duoc |co )?{_EVENT}",
    ),
    (
        Word.CONDITION,
        r"sau (?:hoi nghi|dai hoi|ky hop|sap nhap|sap xep)",
    ),
    (
        Word.CONDITION,
        r"(?:bao cao )?dot xuat|cho (?:huong dan|van ban|y kien|chu truong)|phu thuoc",
    ),
    (
        Word.DONE,
        rf"da (?:duoc )?{_FINISHED}(?! (?:duoc )?\d| mot phan| co ban)",
    ),
    (Word.ONGOING, r"thuong xuyen|lien tuc"),
    (
        Word.FROM,
        r"(?:bat dau |khoi dong |ke )?(?:(?:thuc hien|trien khai|ap dung) )?tu|bat dau",
    ),
    (Word.FROM, r"khong som hon|som nhat(?: la| tu)?"),
    (Word.ONWARD, r"tro di"),
    (Word.UNTIL, r"truoc (?:hoac|va) trong|cho den het|cho den|den het|den|toi|het|han chot"),
    (Word.UNTIL, r"(?:cham|muon|tre) nhat|khong (?:qua|muon hon|cham hon|cham qua)"),
    (Word.BEFORE, r"truoc"),
    (Word.AFTER, r"sau(?= (?:ngay\s*)?\d| thang \d| quy| nam \d| t\d| q\d)"),
    (Word.EARLY, r"dau(?= thang| quy| nam| t\d| q)"),
    (Word.LATE, r"cuoi"),
    (Word.WITHIN, r"(?:hoan thanh|xong|ket thuc|ban hanh)?\s*trong|hoan thanh|xong|ket thuc"),
)


_ANY = "|".join(f"(?P<p{place}>{pattern})" for place, (_, pattern) in enumerate(PATTERNS))
_SCANNER = re.compile(rf"(?<![a-z0-9])(?:{_ANY})(?![a-z0-9])")
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\u2044\u2215", "------//")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the key that means something; `gap` is what stands between it and the last one."""

    word: Word
    text: str
    gap: str


def key_of(wording: str) -> str:
    """Return the key a wording is read by: folded, on one line, every dash a hyphen."""
    return fold(wording).translate(_DASHES)


def tokens(key: str) -> tuple[Token, ...]:
    """Return the pieces of `key` that mean something, in order; the last one is an empty NOISE."""
    found, end = [], 0
    for match in _SCANNER.finditer(key):
        word = PATTERNS[int((match.lastgroup or "p0")[1:])][0]
        found.append(Token(word, match.group(), key[end : match.start()].strip()))
        end = match.end()
    return (*found, Token(Word.NOISE, "", key[end:].strip()))
