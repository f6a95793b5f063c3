"""The vocabulary of deadlines: one table of patterns over the folded key, read left to right.

A line is a name and its pattern, in which `<name>` stands for a fragment; a line that begins with
a space is a further alternative of the line above it.

The key has no diacritics (`domain.text.fold`), so some words look alike in it: "từ" and the "tư"
of "đầu tư", "hàng" and the one of "ngân hàng", "mới" and "mỗi". Each pattern says what it may not
follow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto

from kehoach_desktop.domain.text import clean, fold, nfc, squeeze


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
    SEVERAL = auto()
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


_FRAGMENTS = r"""
n          \d{1,2}
date       <n>\s*(?:[/.-]\s*<n>\s*[/.-]\s*\d{4}|thang\s*<n>,?\s*nam\s*\d{4})
year       (?:\s*(?:[/.,-]|cua)?\s*nam\s*\d{4}|\s*[/.-]\s*\d{4}|\s*/\s*[23]\d|,?\s+20\d\d
           (?<=[ilv])20\d\d)(?![\d/])
join       \s*(?:,|;|/|&|\+|-|\bva\b|\bden het\b|\bden\b|\btoi\b)\s*
through    \s*-\s*|\s+(?:den|toi)(?: het)?\s+
of_month   \s*/\s*<n>\s*/\s*| thang <n>(?:\s*/\s*|,? nam )
of_year    (?: cua)?(?: nam(?! hoc| sau| toi))?
all_of     (?:trong|cuoi|het|ca|suot) |(?<=het )|(?<=trong )|(?<=cuoi )
month      <n>(?!\d)
month_too  (?:thang\s*|t)?(?:0?[1-9]|1[0-2])(?!\d|\s*[/.-]\s*<month>|\s*ngay|\s*thang|\s*lan)
unbound    (?<![a-z\d]/)(?<![a-z\d]/ )(?<![a-z\d] / )(?<!\d[.-])(?<!\d\w[.-])(?<!\d[/.-] )
english    (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?
           sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)
in_words   (?:mot|hai|ba|bon|bay|tam|chin|muoi mot|muoi hai|muoi(?! mot| hai))(?![a-z0-9])
           (?:tu|nam|sau)(?=,? nam \d{4}|\s*/\s*\d{4})(?![a-z0-9])
roman      [ilv1!|]{1,4}
quarter    <roman>(?=20[234]\d(?!\d))
           (?:<roman>|<n>|mot|nhat|hai|ba|bon|tu(?=,? nam \d|\s*/\s*\d))(?![a-z0-9])
quarter_too (?:quy\s*|qui\s*|q\s*)?(?:<roman>|[1-4])(?![a-z0-9]|\s*[/.-]\s*<month>)
unit       0?6 thang|sau thang|0?3 thang|nua nam|ngay(?! sau| khi| trong| tu)|tuan(?! thu)|thang|nam
           quy(?! (?:dinh|trinh|che|mo|hoach|cach|luat|uoc|tac|doi|chuan|dau)\b)
count      <n>|mot|hai|ba|bon
or_times   \s*/\s*(?:<n> )?|,?\s+(?:it nhat |toi thieu |hop )?(?:<n>|mot|hai|ba|bon)[ ]
free       (?![a-z0-9]|\s*/?\s*\d|\s+[ilv]{1,3}\b|\s+(?:hoc|toi|tiep theo)\b)
plain_day  ngay <n>(?!\d|\s*[/.-]\s*\d|,? (?:cua )?thang (?!cuoi))
by_a_day   [:,( ]+(?:gui )?(?:(?:truoc|vao|cham nhat)(?: la)? )?<plain_day>
no_month   (?![a-z0-9]|\s*/?\s*<month>|\s+[ilv]{1,3}\b)
and        \s*(?:,|;|/|-|\bva\b|\bhoac\b)\s*
hang       (?<!ngan )(?<!khach )(?<!mat )(?<!cua )(?<!nha )(?<!don )(?<!tuyen )hang|tung
each       <hang>|theo|dinh ky(?: hang| (?:vao )?(?:cuoi|dau))?|(?<!doi )(?<!thon )moi
paper      nghi quyet|quyet dinh|ke hoach|cong van|thong tu|nghi dinh|chi thi|chuong trinh|de an
           ket luan|luat|cong dien|to trinh|van ban|thong bao|huong dan|quy dinh
abbreviated nq|kh|qd|nd|tt|ttr|ct|ctr|cv|bc|tb|kl|hd|cd|da|ubnd|hdnd|tw|tu|cp|ttg|qh\d*
initials   (?!thang|quy|nam\b|den|lan)[a-z][a-z0-9]{0,11}(?:\s?[-/]\s?[a-z][a-z0-9]*)+
symbol     \d{1,5}(?:\.\d+)?(?:\s*/\s*\d{4})?\s?[-/]\s?(?:<initials>|<abbreviated>\b)
issued     ,?\s*(?:cua [a-z ]{1,50}?)?,?\s*(?:ngay|de ngay)\s*<date>
authority  ke hoach|tien do|huong dan|chi dao|yeu cau|quy dinh|lo trinh|van ban|chuong trinh
           thong bao|de nghi|phan cong|phan ky|tinh hinh|thuc te|dot|nhu cau|ket luan|lich
           quyet dinh|nghi quyet|nghi dinh|thong tu|chi thi|de an|cong van|nhiem vu|dieu kien
           trung uong|tw|bo|cap tren|cap co tham quyen|so|tinh|chinh phu|thu tuong|ubnd|hdnd
           ban chi dao|thuong truc|su kien|thoi gian|thoi han|moc|tham quyen
event      nhan|ban hanh|co|ky|duoc|hieu luc|ket thuc|hoan thanh|phat hanh|trien khai|giao
up_to      \s*(?:-|den)\s*(?:nam )?\d{4}
outlook    [ ,;]*(?:va )?(?:dinh huong|tam nhin)(?: den)?(?: nam)? \d{4}
hour       <n>\s*(?:h|gio)(?:\s*<n>(?!\d|\s*[/.-]\s*\d))?(?:\s*phut)?|<n>g\d\d|<n>:\d\d(?::\d\d)?
finished   hoan thanh|hoan tat|xong|ket thuc|(?:thuc hien|trien khai) xong|ban hanh|thuc hien
"""

_VOCABULARY = r"""
BAD        am lich|thang gieng|thang chap|ram thang|khong (?:thuong xuyen|dinh ky|truoc)|nam hoc
           tam dung|tam hoan|ngoai tru|ngoai(?= nam \d)|chua hoan thanh|khong hoan thanh|khong phai
           (?:dung|ngung) (?:thuc hien|trien khai|lai)|huy bo|bai bo|qua han(?! \d+ ngay)
           (?:tru|rieng)(?= (?:thang|quy|nam \d|ngay))|(?:cao diem|trong tam)(?= (?:thang|quy|ngay))
           da (?:thuc hien|trien khai)[ ,;]*(?:va )?(?:dang )?tiep tuc
NOISE      (?:(?<!phan )dau|thong|vat|noi|rieng|lan thu) tu|luu tru
           tu (?:nay|bay gio|phap|van|lieu|nhan|dong)|truoc (?:mat|tien)|(?:da )?qua han \d+ ngay
           <paper>(?: so)? \d+(?:/\d{4})?<issued>|(?:va|cua )?<paper><issued>
           (?:so )?<symbol><issued>?
           (?:muc|khoan|phu luc|bieu|mau|trang) <n>\s*/\s*\d{4}(?!\s*/)
           giai doan (?:<n>|[ilv]{1,3})(?![\d/])|\d{1,3}(?:\.\d{3})+(?![\d/.])
           (?<!ngay )(?<!truoc )24\s*/\s*(?:7|24)(?!\s*[/.-]\s*\d)|\d+(?:[.,]\d+)?\s*%
TIME       (?:tu <hour><through>)?<hour>
WEEKDAY    (?:cac )?(?:ngay\s*)?thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?=\W|$)(?! \d{4})
           (?:ngay\s*)?chu nhat|t[2-7](?= (?:hang|moi) tuan)
ISO        (?:ngay\s*)?\d{4}\s*(?P<iso>[-/.])\s*<n>\s*(?P=iso)\s*<n>([ t]\d\d:\d\d(:00)?)?
LONG       (?:ngay\s*)?(?:mung |mong )?<n>,? thang <n>(?!\d| lan)<year>?
           <n>[ /-]<english>[ ,/-]+(?:\d{4}|\d\d)
DAYS       (?:tu )?(?:ngay\s*)?<n><through>(?:ngay\s*)?<n><of_month>\d{4}
DAYS_ACROSS (?:ngay\s*)?<n>\s*/\s*<n>\s*-\s*<n>\s*/\s*<n>\s*/\s*\d{4}
DMY        (?:ngay\s*)?<n>\s*(?P<dmy>[/.-])\s*<n>\s*(?P=dmy)\s*(?:\d{4}|\d\d)(?!\s*/\s*\d)
DM         (?:ngay\s*)?<n>\s*/\s*<n>(?!\d)(?:,? nam \d{4})?(?!\s*[/-]\s*\d)
MONTH_YEAR <unbound><n>\s*[/.-]\s*\d{4}(?!\s*[/.]\s*\d)
           \d{4}(?:-|\s?/\s?)<n>(?!\d)
           (?:<english>[ ./-]|may[/-])\s?(?:\d{4}|\d\d)(?![\d/-])
BAD        \d+(?:\s*[/.-]\s*\d+){2,}|\d+\s*/\s*\d+
PHASE      (?:giai doan|nhiem ky|thoi ky)(?: tu)?(?: nam)? \d{4}<up_to>?<outlook>?
YEARS      (?:nam\s*)?\d{4}\s*(?:-|den het|den|toi|va|,)\s*(?:nam\s*)?\d{4}(?!\s*[/.-]\s*\d)
YEAR       (?<!viet )(?<!quang )nam\s*\d{4}
PART       (?:<n>|ba|sau|chin|hai|bon|cac|nhung) thang (?:dau|cuoi)<of_year><year>?
           nua (?:dau|cuoi) nam(?! hoc| sau| toi)<year>?
           (?:0?6|0?9|sau|chin) thang<year>
EVERY      (?:<each> )?(?:(?:<n>|mot|hai|ba) )?<unit><or_times>lan(?! thu)
TIMES      <count> (?:lan|ky|dot)\s*(?:/|moi|trong|tren|mot|hang|\s)*(?:<n> )?<unit><free>
SEVERAL    (?:0?[2-9]|[1-9]\d|hai|ba|bon) (?:lan|dot|ky)
MONTH_DAY  (?:ngay\s*)?(?:mung )?<n> (?:cua )?(?:hang|moi) thang<free>
           ngay <n> (?:cua )?(?:moi )?thang(?=\W*$|[,;.)]| bao cao| va)
QUARTER_DAY (?:cua )?thang cuoi (?:cua )?(?:moi |hang )?quy(?!\s*[ilv\d])
LISTED     <hang> <unit><no_month>(?:<and>(?:hang )?<unit><free>)*
           <each> <unit><free>(?:<and>(?:hang )?(?:0?9 thang|<unit>)<free>)*
           (?:cac )?<unit><free>(?:<and>(?:0?9 thang|<unit>)<free>)+
           cac (?:quy|thang) trong(?= nam)|thuong nien
           (?<=bao cao )(?:tuan<free>(?! (?:nay|dau|cuoi|thu))|(?:thang|quy)(?=<by_a_day>))
MONTHS     (?:thang\s*|t\.?\s?(?=\d))<month>(?!\s*lan)(?:<join><month_too>)*<year>?(?!\s*/\s*\d)
NAMED_MONTHS thang <in_words>(?:<join>(?:thang )?<in_words>)*<year>?(?![a-z0-9])
QUARTERS   (?:quy|qui|q\.?)\s*(?:thu )?<quarter>(?:<join><quarter_too>)*<year>?(?!\s*/\s*\d)
BAD        (?:quy|thang)\s*\d+|nam \d{3,}|thang nam \d{4}
NINE       0?9 thang
DAY        ngay (?:mung |mong )?<n>(?:\s*(?:,|-|va)\s*(?:ngay )?<n>)?(?![\d/]| lam viec)
DURATION   \d+ (?:ngay|tuan|thang|nam|gio|phut)
LATER      (?:cua )?thang (?:toi|tiep theo|ke tiep|lien ke|sau)
CONTINUES  (?:cac |nhung )nam (?:tiep theo|ke tiep|sau do|sau|tiep)|duy tri
VAGUE      (?:thang|quy|tuan) (?:nay|toi)|(?:thang|nam) truoc(?! ngay| \d| thang)
           nam (?:sau|toi|ngoai)
           giua|thuong tuan|trung tuan|ha tuan|tuan (?:\d|dau(?: tien)?|cuoi(?: cung)?|thu)
           nua (?:dau|cuoi)
THIS_YEAR  <all_of>nam(?: nay)?(?! hoc)(?=\W|$)(?! \d)|nam nay
BARE_YEAR  \d{4}
PERIODIC   dinh ky|thuong ky
CONDITION  (?<!tiep )(?<!kem )theo (?:cac |tung |su |noi dung )?<authority>\b
           tuy (?:theo )?(?:vao )?(?:tinh hinh|dieu kien|nhu cau) thuc te
UNTIL      truoc khi (?:ket thuc|het)(?= nam| quy| thang| \d)|truoc het(?= nam| quy| thang)
CONDITION  (?:ngay |sau |ngay sau |truoc |cho den |den |tuy |tu |ke tu )?khi (?!nao)[a-z]+
           (?:ke )?tu (?:ngay|thoi diem) (?:<paper>(?: nay)? )?(?:duoc |co )?<event>\b
           sau (?:hoi nghi|dai hoi|ky hop|sap nhap|sap xep)
           (?:bao cao )?dot xuat|(?:dang )?cho (?:huong dan|van ban|y kien|chu truong)|phu thuoc
DONE       (?<!co ban )da (?:duoc )?<finished>(?! (?:duoc )?(?!100\s*%)\d| mot phan| co ban)
ONGOING    thuong xuyen|lien tuc
FROM       (?:bat dau |khoi dong |ke )?(?:(?:thuc hien|trien khai|ap dung) )?tu|bat dau
           khoi dong|khoi cong|khong som hon|som nhat(?: la| tu)?|from|since
ONWARD     tro di
UNTIL      truoc(?:,| hoac| va) trong|cho den het|cho den|den het|den|toi(?: da| thieu)?
           het(?: hieu luc)?|(?:thoi )?han chot|(?:cham|muon|tre) nhat
           khong (?:duoc )?(?:qua|muon hon|cham hon|cham qua)|by|until
BEFORE     truoc|before
AFTER      after|sau(?= (?:ngay\s*)?\d| thang \d| quy| nam \d| t\d| q\d)
EARLY      dau(?= thang| quy| nam| t\d| q)
LATE       cuoi
WITHIN     (?:(?:hoan thanh|xong|ket thuc|ban hanh)\s+)?trong|hoan thanh|xong|ket thuc
"""


def _rows(text: str) -> Iterator[tuple[str, str]]:
    """Yield each name with its pattern; lines that begin with a space are further alternatives."""
    for row in re.split(r"\n(?=\S)", text.strip("\n")):
        name, rest = row.split(None, 1)
        yield name, "|".join(line.strip() for line in rest.split("\n"))


def _spelled(pattern: str, known: Mapping[str, str]) -> str:
    """Return `pattern` with each `<name>` written out."""
    return re.sub(r"<([a-z_]+)>", lambda found: known.get(found[1], found[0]), pattern)


def _fragments() -> dict[str, str]:
    known: dict[str, str] = {}
    for name, pattern in _rows(_FRAGMENTS):
        known[name] = f"(?:{_spelled(pattern, known)})"
    return known


_KNOWN = _fragments()
YEAR, JOIN = _KNOWN["year"], _KNOWN["join"]
PATTERNS = tuple((Word[n], _spelled(p, _KNOWN)) for n, p in _rows(_VOCABULARY))
_ANY = "|".join(f"(?P<p{place}>{pattern})" for place, (_, pattern) in enumerate(PATTERNS))
_SCANNER = re.compile(rf"(?<![a-z0-9])(?:{_ANY})(?![a-z0-9])")
_DASHES = str.maketrans(
    "\u2010\u2011\u2012\u2013\u2014\u2212\u2192\u21d2\u2044\u2215", "--------//"
)
_ARROW = re.compile("[-=]+>")
# "thử từ", "thu từ" are no Wednesday: what tells them from "thứ tư" is lost in the key.
_NO_WEEKDAY = re.compile(r"\b(th(?:[ửủ]|u(?=\s+từ)))\s+(?=(?:từ|sau|năm|hai|ba|bảy)\b)", re.I)
_QUI = re.compile(r"\bqui\b")
# Signs inside a word, and letters no Vietnamese word has: an old font or a wrong decoding.
_GARBLED = re.compile(r"[^\W\d_][¡-¬®-¯±´-¶¸»-¿\u203a\xad]+(?=[^\W\d_])|[äåæçðñöøûüþÿëîï]")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the key that means something; `gap` is what stands between it and the last one.

    `said` is the gap with its diacritics, letter for letter beside it.
    """

    word: Word
    text: str
    gap: str
    said: str = ""


def key_of(wording: str) -> str:
    """Return the key a wording is read by: folded, on one line, every dash a hyphen."""
    wording = _NO_WEEKDAY.sub(r"\1;", nfc(wording))
    return _QUI.sub("quy", _ARROW.sub("-", fold(wording).translate(_DASHES)))


def marked_key_of(wording: str) -> str:
    """Return the key with its diacritics, as long as the key; "" where that cannot be."""
    marked = squeeze(unicodedata.normalize("NFKC", clean(wording)).casefold())
    marked = _ARROW.sub("-", marked.translate(_DASHES))
    return marked if len(marked) == len(key_of(wording)) else ""


def is_garbled(wording: str) -> bool:
    """Say whether `wording` is in the codes of an old font: its words cannot be told."""
    return _GARBLED.search(wording.lower()) is not None


def tokens(key: str, marked: str = "") -> tuple[Token, ...]:
    """Return the pieces of `key` that mean something, in order; the last one is an empty NOISE."""
    found, end = [], 0
    for match in _SCANNER.finditer(key):
        word = PATTERNS[int((match.lastgroup or "p0")[1:])][0]
        gap = slice(end, match.start())
        found.append(Token(word, match.group(), key[gap].strip(), marked[gap].strip()))
        end = match.end()
    return (*found, Token(Word.NOISE, "", key[end:].strip(), marked[end:].strip()))
