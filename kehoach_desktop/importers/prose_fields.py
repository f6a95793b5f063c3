"""Who, what and when of a task where each is said in a line of its own: "Thời gian: Quý II"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.importers.body_names import BODY
from kehoach_desktop.importers.headings import SIGNED, read_header
from kehoach_desktop.importers.sentences import body_of
from kehoach_desktop.importers.timed_words import TIMED, deadline_in

R = ColumnRole
FIELDS = (R.CONTENT, R.LEAD, R.COORDINATING, R.DELIVERABLE, R.DEADLINE)
TELLING = (R.LEAD, R.DEADLINE)
_LABELLED = re.compile(
    r"(?:^|(?<=[;.\n])\s*)[-+•\s]*([^\W\d][^:;.\n]{1,40}?)\s*:\s*", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=\.)\s+(?=[A-ZĐ][^:.;]{3,40}:)|(?<=;)\s+(?=[^\W\d][^:.;]{3,40}:)")
_PART = re.compile(r";|,\s+(?=(?:hoàn thành|xong|trước|trong|thời gian|thời hạn)\b)")
_LABEL_INSIDE = re.compile(
    r"\s+((?:(?:đơn vị|cơ quan)\s+)?(?:chủ trì|phối hợp)(?:\s+thực hiện)?\s*:)", re.IGNORECASE
)

_FIRST_LED = re.compile(r"[-+•\s]*(?:(?:đơn vị|cơ quan)\s+)?chủ trì\s*:", re.IGNORECASE)
_LEADS = r"[-+\s]*(?P<lead>[^;:()]{2,160}?)"
_LEADS_ALONE = re.compile(rf"{_LEADS}\s+(?:chủ trì|là đầu mối)(?:\s+thực hiện)?", re.IGNORECASE)
_LAST = re.compile(r"[.;)]\s+(?P<said>[^.;()]{8,300}[.;]?\s*)$")
_BOTH = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_LEADS}\s+chủ trì\s*[,;]?\s*phối hợp(?:\s+với)?\s+(?P<others>.+)",
        rf"{_LEADS}\s+chủ trì\s*[,;.]\s*(?P<others>[^()]{{2,300}}?)\s+phối hợp(?: thực hiện)?[.;]?",
        rf"{_LEADS}\s*\(\s*chủ trì\s*\)[\s,;.]*(?P<others>(?!.*\(\s*chủ trì).+)",
    )
)
_HELPS = re.compile(r"\s*\(\s*phối hợp\s*\)[\s,;.+-]*", re.IGNORECASE)


def labelled(text: str) -> tuple[ColumnRole, str] | None:
    """Return what a line of its own says, "Đơn vị chủ trì: Công an xã"; None for any other."""
    found = _LABELLED.match(text)
    reading = read_header(found[1]) if found else None
    if found is None or reading is None or reading.sureness < SIGNED or reading.role not in FIELDS:
        return None
    return reading.role, text[found.end() :].strip()


def parts_of(text: str) -> list[str]:
    """Return a paragraph apart where a sentence in it is labelled: "…. Thời gian: Quý II."."""
    parts = _SENTENCE.split(text)
    inside = any(part.count("(") != part.count(")") for part in parts)
    return parts if labelled(parts[-1]) and not inside else [text]


def fields_of(lines: Sequence[str]) -> dict[ColumnRole, str] | None:
    """Return the fields that the lines under a task give, None where they are tasks themselves.

    Lines without a label are told as content; who or when must be among the labels.
    """
    said = [labelled(line) for line in lines]
    roles = [one[0] for one in said if one]
    if not set(roles) & set(TELLING) or len(roles) * 2 < len(lines):
        return None
    fields: dict[ColumnRole, str] = {}
    for line, one in zip(lines, said, strict=True):
        role, value = one or (R.CONTENT, line)
        for part, text in divided(role, value).items():
            fields[part] = "\n".join(filter(None, (fields.get(part, ""), text)))
    return {role: text.rstrip(" .;") for role, text in fields.items()}


def bracketed(text: str) -> dict[ColumnRole, str]:
    """Return the fields of a last bracket, "(chủ trì: A; thời gian: Quý II)"; none without who."""
    found = re.search(r"\(([^()]{8,400})\)\s*[.;]?\s*$", text)
    parts = [part.strip() for part in _PART.split(found[1])] if found else []
    parts = [re.sub(r"^(?:hoàn thành|xong)(?=\s*:)", "Thời hạn", p, flags=re.I) for p in parts]
    said = [_said(part) for part in parts]
    if any(R.DEADLINE in one for one in said):
        said = [one or _body_alone(part) for one, part in zip(said, parts, strict=True)]
    fields = {role: value.rstrip(" .") for one in said for role, value in one.items()}
    return fields if R.LEAD in fields and all(said) else {}


def closing(text: str) -> dict[ColumnRole, str]:
    """Return the fields of a last sentence "… (tháng 9/2025). Sở A chủ trì, phối hợp với B."."""
    found = _LAST.search(text)
    words = found["said"].rstrip(" .;") if found else ""
    lead = _LEADS_ALONE.fullmatch(words)
    fields = {R.LEAD: lead["lead"]} if lead else _by_words(words)
    if found is None or not BODY.match(fields.get(R.LEAD, "")):
        return {}
    return {**fields, R.DEADLINE: deadline_in(text[: found.start() + 1])}


def _said(part: str) -> dict[ColumnRole, str]:
    """Return what a part of a bracket says: with a label, "A chủ trì", or a time."""
    if one := labelled(part):
        return {} if one[0] is R.CONTENT else {one[0]: one[1]}
    if TIMED.match(fold(part)):
        return {R.DEADLINE: part}
    lead = re.fullmatch(r"(.{2,120}?) (?:chủ trì|thực hiện)", part)
    bodies = {R.LEAD: lead[1]} if lead else _by_words(part)
    return bodies if BODY.match(bodies.get(R.LEAD, "")) else {}


def _body_alone(part: str) -> dict[ColumnRole, str]:
    """Return who leads where a part of a bracket is a body beside a time: "Phòng Kinh tế"."""
    return {R.LEAD: body_of(part)} if body_of(part) else {}


def divided(role: ColumnRole, text: str) -> dict[ColumnRole, str]:
    """Return the bodies that lead and those that work along where one text names both.

    "Chủ trì: A; phối hợp: B" is told by its labels, "A chủ trì, phối hợp với B" by its words.
    """
    if role is not R.LEAD:
        return {role: text}
    return _by_labels(text) or _by_words(text) or {role: text}


def _by_labels(text: str) -> dict[ColumnRole, str]:
    # A line broken by hand comes as a space: "Chủ trì: A Phối hợp: B".
    text = _LABEL_INSIDE.sub(r"\n\1", text)
    marks = [*_LABELLED.finditer(text)]
    if not marks:
        return {}
    starts = [mark.end() for mark in marks]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    parts: dict[ColumnRole, str] = {}
    if head := text[: marks[0].start()].strip(" ;.-\n"):
        parts[R.LEAD] = head
    for mark, start, end in zip(marks, starts, ends, strict=True):
        role = read_header(mark[1]).role
        if role not in (R.LEAD, R.COORDINATING) or role in parts:
            return {}
        parts[role] = text[start:end].strip(" ;.-+\n")
    return parts if R.COORDINATING in parts or _FIRST_LED.match(text) else {}


def _by_words(text: str) -> dict[ColumnRole, str]:
    plain = squeeze(text)
    found = next(filter(None, (form.fullmatch(plain) for form in _BOTH)), None)
    if found is None:
        return {}
    others = _HELPS.sub("; ", found["others"]).strip(" .;")
    return {R.LEAD: found["lead"].strip("-+ "), R.COORDINATING: others.strip("-+ ")}
