"""How the sentences of a report are worded: names inside them, letters, what was typed."""

from __future__ import annotations

import re

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.plan import Task
from kehoach_desktop.domain.text import NBSP, capital, clean, fold, is_plain, squeeze, task_name

LETTERS = "abcdđeghiklmnopqrstuvxy"
LONGEST_NAME, SHORTEST_NAME = 110, 50
_JOINT = re.compile(r",? (?=(và|của|về|trong|trên|theo|để|nhằm|tại|cho|phù hợp|đáp ứng|gắn với) )")
# Words of names that a small second word would otherwise hide.
_NAMES = (
    "Trung ương",
    "Trung tâm",
    "Chính phủ",
    "Đảng",
    "Nhà nước",
    "Nhân dân",
    "Quốc hội",
    "Ủy ban",
    "Uỷ ban",
    "Hội đồng",
    "Thủ tướng",
    "Tỉnh ủy",
    "Văn phòng",
    "Công an",
    "Nghị định",
    "Nghị quyết",
    "Luật",
    "Tổ công nghệ",
)
SHORT_OF_MEANING = 25
# Who is to do something, before a colon; with a verb in it, it is the task itself.
_WHO = re.compile(
    r"(?:(?:Các|Những) (?:phòng|ban|sở|ngành|cơ quan|đơn vị|địa phương|tổ chức|xã|phường|thôn|"
    r"bản|tổ|trường|doanh nghiệp|cấp)|(?:Thủ trưởng|Lãnh đạo|Trưởng) (?:các )?(?:phòng|ban|"
    r"cơ quan|đơn vị|thôn|bản)|UBND|(?:Ủy|Uỷ) ban|Công an|Văn phòng|Mặt trận|Đảng ủy|Bộ phận|"
    r"Đơn vị|Địa phương|(?:Sở|Phòng|Trung tâm|Ban|Đoàn|Hội) [A-ZĐ]\w*)\b"
)
_DOES = re.compile(
    r"\b(?:thực hiện|triển khai|xây dựng|ban hành|rà soát|cập nhật|hoàn thành|báo cáo|tham mưu|"
    r"tăng cường|duy trì|tiếp tục|đẩy mạnh|nâng cao|kiện toàn|bố trí|tham gia|đăng ký|sử dụng|"
    r"tổ chức (?!chính trị|đoàn thể|xã hội|hội|đảng|liên quan|kinh tế)|đào tạo|tập huấn|họp|"
    r"cung cấp|kết nối|số hóa|số hoá|phát triển|gửi|lập)\b"
)
_NUMBERED = re.compile(r"(?:^|(?<=\s))(?:\(?\d{1,2}\)|\d{1,2}\.|[a-zđ]\)|[-–+*•])\s+")
_NO_ANSWER_WORDS = {"khong", "khong co", "khong phat sinh", "ko", "k", "-", "0", "x"}
_LONGEST_NO_ANSWER = 40  # characters, ample: a longer text need not be folded to be told apart
_WORD_BEFORE_NUMBER = re.compile(r"\b(số|Số|Điều|khoản|điểm|mục|Mục|Phụ lục|PL) (?=[\dIVXA-Z])")
_END_MARK = re.compile(r"\.(?:/\.)+")


def bound(text: str) -> str:
    """Return `text` with no-break spaces where a number must not leave its word."""
    return _WORD_BEFORE_NUMBER.sub(lambda found: f"{found[1]}{NBSP}", text)


def letter(index: int) -> str:
    """Return the letter of the point of that index, in the Vietnamese order: a, b, c, d, đ…"""
    again, place = divmod(index, len(LETTERS))
    return LETTERS[place] * (again + 1)


def lowered(text: str) -> str:
    """Return `text` as it goes on inside a sentence; names and abbreviations keep their capitals.

    A capital on the second word, too, tells a name: "Sở Tài chính", "Thôn Tân Lập".
    """
    first, _space, rest = text.partition(" ")
    if not first[1:2].islower() or rest[:1].isupper() or text.startswith(_NAMES):
        return text
    return text[:1].lower() + text[1:]


def without_end_mark(text: str) -> str:
    """Return `text` without "./.", the mark that stands only where a paper ends."""
    return _END_MARK.sub(".", text) if "./" in text else text


def said(text: str) -> str:
    """Return what somebody entered, on one line and without a final mark: it ends no paper."""
    if is_plain(text):  # as nearly all are, tens of thousands in a year
        return without_end_mark(_unended(text))
    return without_end_mark("; ".join(filter(None, map(_unended, clean(text).splitlines()))))


def _unended(line: str) -> str:
    return squeeze(line).rstrip(" .;,/")


def told_result(text: str) -> str:
    """Return what was entered, on one line; "" where it only says that there is nothing."""
    plain = said(text)
    if len(plain) > _LONGEST_NO_ANSWER:
        return plain
    return "" if fold(plain).strip(" .") in _NO_ANSWER_WORDS else plain


def sentence(text: str) -> str:
    """Return `text` with a capital at its head and one full stop at its end."""
    return f"{capital(text).rstrip(' .;,')}."


def full_name(task: Task) -> str:
    """Return the task's name; where that says too little ("Các địa phương"), its whole text."""
    name = squeeze(task_name(task.content))
    whole = squeeze(task.content)
    tells = len(name) >= SHORT_OF_MEANING and not _names_who(name, whole)
    return (name if tells else whole).rstrip(" .;,/")


def _names_who(name: str, whole: str) -> bool:
    """Say whether what stands before the colon is only who is to do what stands after it."""
    return whole.startswith(f"{name}:") and bool(_WHO.match(name)) and not _DOES.search(name)


def brief_name(task: Task) -> str:
    """Return the task's name up to its first semicolon; a long one ends early, with "…".

    Of "Các phòng, ban: (1) Rà soát …; (2) …" it is the first action, whole. The whole name stands
    in the appendix, where the key leads.
    """
    name, who = full_name(task), squeeze(task_name(task.content))
    if _names_who(who, name) and _NUMBERED.match(done := name[len(who) + 1 :].strip()):
        actions = (action.strip(" .;,") for action in _NUMBERED.split(done))
        return next(filter(None, actions), name)
    name = name.split(";")[0]
    if len(name) <= LONGEST_NAME:
        return name
    cuts = [found.start() for found in _JOINT.finditer(name, SHORTEST_NAME, LONGEST_NAME)]
    end = cuts[-1] if cuts else name.rfind(" ", 0, LONGEST_NAME)
    return f"{name[:end].rstrip(' ,')}…"


def committee_of(office: Office) -> str:
    """Return the committee as sentences after the first name it: "UBND xã"."""
    return f"UBND {office.unit}"
