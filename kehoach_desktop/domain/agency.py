"""Agencies as plans name them: telling one from the next, and whether the commune is among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kehoach_desktop.domain.plan import Ours, Task
from kehoach_desktop.domain.text import fold, nfc, squeeze
from kehoach_desktop.i18n import mark

_HEADS = re.compile(
    r"(?:so|ban|vien|cuc|chi cuc|cong an|ubnd|uy ban|hdnd|hoi dong|van phong|vp|phong|trung tam|tt|"
    r"doan|hoi|lien minh|mttq|uy ban mttq|mat tran|bo|bo chi huy|toa an|tand|vksnd|dai|bao|truong|"
    r"benh vien|tram|kho bac|thue|ngan hang|bao hiem|thanh tra|bql|tap doan|cong ty|vnpt|viettel|"
    r"dien luc|ban quan ly|dang uy|tinh uy|thuong truc|"
    r"doanh nghiep|cac|nhung|don vi|co quan|dia phuong|chu tich|truong phong|lien doan)\b"
)
_LISTING = re.compile(r"(?:cac|nhung)\b|so, (?:ban|nganh)|ban, nganh|phong, ban")

# Bodies of the Party and of associations have levels of their own, which are not the commune's.
_OTHERS = (
    r"(?:đảng (?:ủy|uỷ|bộ)|cấp (?:ủy|uỷ)|tổ chức đảng)(?: (?:các )?(?:cấp )?(?:xã, phường, đặc khu|"
    r"xã, phường|xã|phường|đặc khu|cấp|địa phương))?"
    r"|(?:hội|đoàn|mttq|mặt trận)(?! thể)[^,;]{0,40}? các cấp|các cấp (?:hội|đoàn|ủy|uỷ)"
    r"|vùng sâu,? vùng xa"
)
_COMMUNE = (
    r"\b(?:(?<!hợp tác )(?<!thị )xã(?![ -]*hội)|phường|đặc khu|địa phương|các cấp|các thôn|"
    r"chính quyền cơ sở|cấp cơ sở|tổ công nghệ số cộng đồng)\b"
)
_AS_TYPED = (re.compile(_OTHERS), re.compile(_COMMUNE))
_WITHOUT_DIACRITICS = (re.compile(fold(_OTHERS)), re.compile(fold(_COMMUNE)))
_OTHER_COMMUNE = re.compile(
    r"\b(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu) (?!Hội\b)[A-ZĐÀ-Ỹ][a-zđà-ỹ]*(?: [A-ZĐÀ-Ỹ][a-zđà-ỹ]*)*"
    r"|\b(?:[Xx]ã|[Pp]hường) \d{1,2}\b"
)
_CLAUSE = re.compile(r"[;\n]+")


@dataclass(frozen=True, slots=True)
class CommuneWords:
    """The office's own words: those that mean the commune too, and those that never do.

    `office` is the commune's name ("xã Bình Minh"), so that another one's is told from it; "" where
    the office has not said what it is called.
    """

    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    office: str = ""


NO_WORDS = CommuneWords()


@lru_cache(maxsize=4096)
def split_agencies(text: str) -> tuple[str, ...]:
    """Return the agencies named in `text`, each as written, in order.

    A semicolon or a new line parts always. A comma parts only before a word that begins the name of
    a body: "Sở Văn hóa, Thể thao và Du lịch" is one, and so is "Các sở, ban, ngành, địa phương",
    one turn of phrase for all of them.
    """
    clauses = (squeeze(clause).strip(" ,.-") for clause in _CLAUSE.split(nfc(text)))
    return tuple(name for clause in clauses if clause for name in _at_commas(clause))


def _at_commas(clause: str) -> list[str]:
    if _LISTING.match(fold(clause)):
        return [clause]
    names: list[str] = []
    for piece in filter(None, map(str.strip, clause.split(","))):
        if names and not _HEADS.match(fold(piece)):
            names[-1] = f"{names[-1]}, {piece}"
        else:
            names.append(piece)
    return names


def units_of(task: Task) -> tuple[str, ...]:
    """Return the commune's own units a task is handed to, as written, the leading one first."""
    return split_agencies(task.assigned_to)


def concerns_commune(lead: str, coordinating: str, words: CommuneWords = NO_WORDS) -> Ours:
    """Return whether a task is the commune's, with the reason: the column, and its words.

    It is where the text names the commune's authority or bodies ("UBND cấp xã", "Công an xã"), or
    all of that level ("địa phương", "các cấp"). "Cấp uỷ các cấp" are bodies of the Party: not named
    by it. The lead is looked at first. `words` are the office's own beside these rules.
    """
    if said := _naming(lead, words):
        return Ours(yes=True, reason=mark("Cột Chủ trì ghi “{words}”").format(words=said))
    if said := _naming(coordinating, words):
        return Ours(yes=True, reason=mark("Cột Phối hợp ghi “{words}”").format(words=said))
    return Ours()


def _naming(text: str, words: CommuneWords = NO_WORDS) -> str:
    """Return the clause of `text` that names the commune, as written; "" where none does."""
    clauses = (squeeze(clause).strip(" ,.") for clause in _CLAUSE.split(nfc(text)))
    return next((clause for clause in clauses if _means_us(clause, words)), "")


def _means_us(clause: str, words: CommuneWords) -> bool:
    """Say whether a clause names the commune, by the rules or by the office's own words."""
    if any(_says(clause, word) for word in words.never):
        return False
    ours = _without_others(clause, words.office) if words.office else clause
    return _names_commune(ours) or any(_says(clause, word) for word in words.also)


def _without_others(clause: str, office: str) -> str:
    """Return a clause without the communes it calls by another name than that of the office."""
    name = office.partition(" ")[2]
    if name and _says(clause, name):
        return clause
    return _OTHER_COMMUNE.sub(" ", clause)


def _says(clause: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(word))}(?!\w)", fold(clause)) is not None


def _names_commune(clause: str) -> bool:
    """Say whether a clause names the commune; text typed without diacritics is read without."""
    key = clause.casefold()
    others, commune = _WITHOUT_DIACRITICS if key.isascii() else _AS_TYPED
    return commune.search(others.sub(" ", key)) is not None
