"""A plan written in prose: lettered tasks under numbered sections, who and when in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from kehoach_desktop.domain.draft import ColumnRole, Finding, Severity
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    GroupId,
    GroupLevel,
    Task,
    TaskGroup,
    TaskId,
    new_id,
)
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.ordinals import NOTHING, Ordinal, Style, read_ordinal
from kehoach_desktop.importers.prose_fields import fields_of
from kehoach_desktop.importers.sentences import (
    BODY,
    agencies_in,
    deadline_in,
    has_open_partners,
    subject_of,
    told_body,
)

_LABELLED = re.compile(
    r"(?P<label>[IVXLC]{1,6}|[A-HĐ]|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[-–+•*])(?P<mark>[.)]|\s|(?<=[-–+•*]))\s*"
    r"(?P<text>\S.*)",
    re.DOTALL,
)
_DEPTH = {Style.LETTER: 0, Style.ROMAN: 1, Style.NUMBER: 2, Style.POINT: 8, Style.BULLET: 9}
LONGEST_HEADING = 260
LONGEST_BODY = 100
R = ColumnRole
_OPENING = re.compile(r"phu luc|ke hoach$|danh muc|chuong trinh$")
CLOSING = re.compile(
    r"\b(báo cáo tổng kết)\b[^.;]*?trước ngày\s+(\d{1,2}/\d{1,2}/\d{4})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph with its label and how deep that stands."""

    ordinal: Ordinal
    text: str
    depth: int


@dataclass(slots=True)
class _Item:
    """A task while its paragraphs are gathered, under the headings that are open over it."""

    ordinal: Ordinal
    path: tuple[_Paragraph, ...]
    texts: list[str] = field(default_factory=list)
    fields: dict[ColumnRole, str] = field(default_factory=dict)
    told: str = ""
    """The body that the sentence over a list tells to do what the list names."""


def read_prose(paragraphs: Sequence[str]) -> Appendix | None:
    """Return the tasks that a plan without a table gives in its sections, None without any.

    Tasks stand under a heading that speaks of tasks (nhiệm vụ): its lettered points, without such
    its dashes. Their dashes and plain paragraphs are part of them.
    """
    labelled = [_labelled(text) for text in _before_recipients(paragraphs) if text.strip(" _-")]
    kept = _kept([*_items(labelled)]) or [*_orders(labelled)]
    if not kept:
        return None
    shared = _shared([item.path[:-1] for item in kept])
    title = " - ".join(f"{p.ordinal.text}. {squeeze(p.text)}" for p in shared)
    groups = _groups(kept, len(shared))
    tasks = tuple(_task(item, groups, len(shared)) for item in kept)
    return Appendix(AppendixId(new_id()), "", title, groups=tuple(groups.values()), tasks=tasks)


def _before_recipients(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs without the list under "Nơi nhận" and the signature beside it."""
    closing = False
    for text in paragraphs:
        closing = not _OPENING.match(fold(text)) if closing else fold(text).startswith("noi nhan:")
        if not closing:
            yield text


def _kept(items: Sequence[_Item]) -> list[_Item]:
    """Return the items that are tasks: points, where there are none dashes.

    Under a heading that is the name of a body all it is told is a task, whatever the others bear.
    """
    items = [*_with_fields(items)]
    pointed = {item.path for item in items if item.ordinal.style is Style.POINT}
    kept: list[_Item] = []
    for path, under in groupby(items, key=lambda item: item.path):
        of_points = path in pointed or (bool(pointed) and not _is_body(path))
        style = Style.POINT if of_points else Style.BULLET
        told = (Style.POINT,) if of_points else (Style.BULLET, Style.NONE)
        kept.extend(
            item for item in _joined([*under], style) if item.fields or item.ordinal.style in told
        )
    return kept


def _is_body(path: Sequence[_Paragraph]) -> bool:
    """Say whether the innermost heading is the name of a body."""
    title = squeeze(path[-1].text).rstrip(" :.") if path else ""
    return bool(BODY.match(title) and len(title) < LONGEST_BODY and not subject_of(title))


def _with_fields(items: Sequence[_Item]) -> Iterator[_Item]:
    """Put the dashes that only say who and when ("Thời gian: …") into the task over them."""
    for path, group in groupby(items, key=lambda item: item.path):
        under = [*group]
        fields = fields_of([text for item in under for text in item.texts]) if path else None
        if fields is None:
            yield from under
        else:
            yield _Item(path[-1].ordinal, path[:-1], [path[-1].text], fields)


def _orders(paragraphs: Sequence[_Paragraph]) -> Iterator[_Item]:
    """Yield the numbered paragraphs of a letter that each tell a body to do something."""
    items: list[_Item] = []
    told = ""
    for paragraph in paragraphs:
        style = paragraph.ordinal.style
        if style in (Style.ROMAN, Style.LETTER):
            items.append(_Item(NOTHING, (), []))
            told = ""
        elif style is Style.NUMBER and len(paragraph.ordinal.steps) == 1:
            items.append(_Item(paragraph.ordinal, (), [paragraph.text], told=told))
        elif style is Style.NONE:
            told = told_body(paragraph.text) if paragraph.text.rstrip().endswith(":") else ""
        elif items and items[-1].texts and style in (Style.POINT, Style.BULLET, Style.NUMBER):
            items[-1].texts.append(f"{paragraph.ordinal.text} {paragraph.text}")
    orders = [item for item in items if item.texts]
    given = sum(bool(item.told or subject_of(item.texts[0])) for item in orders)
    if given > 1 and given * 5 >= len(orders) * 3:
        yield from orders


def closing_doubts(paragraphs: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding where two days are named for the one closing report."""
    days = [found[2] for text in paragraphs for found in CLOSING.finditer(text)]
    if len(set(days)) > 1:
        message = mark("Báo cáo tổng kết có hai hạn khác nhau: {days}.")
        text = message.format(days=", ".join(dict.fromkeys(days)))
        yield Finding(Severity.CHECK, mark("Chế độ báo cáo"), text)


def open_partners(tasks: Sequence[Task]) -> Iterator[Finding]:
    """Yield a finding for each sentence that names partners which could not be told from it."""
    for task in tasks:
        if not task.coordinating_text and has_open_partners(task.content):
            message = mark("Câu này nói “phối hợp” nhưng chưa rõ với ai: để trống cột phối hợp.")
            yield Finding(Severity.CHECK, task.place, message, task.id)


def _labelled(text: str) -> _Paragraph:
    found = _LABELLED.fullmatch(text.strip())
    if found is not None:
        bare = found["mark"].isspace() and not re.fullmatch(r"\d.*\..*|[-–+•*]", found["label"])
        label = f"{found['label']})" if found["mark"] == ")" else found["label"]
        ordinal = read_ordinal(label)
        depth = _DEPTH.get(ordinal.style, 0)
        if ordinal.style in _DEPTH and not bare:
            if ordinal.style is Style.NUMBER:
                depth += len(ordinal.steps) - 1
            return _Paragraph(ordinal, found["text"], depth)
    return _Paragraph(read_ordinal(""), text, 10)


def _items(paragraphs: Sequence[_Paragraph]) -> Iterator[_Item]:
    """Yield the points and dashes under sections of tasks, with the plain paragraphs after."""
    path: list[_Paragraph] = []
    item: _Item | None = None
    for paragraph in paragraphs:
        if paragraph.depth < 8:
            item = None
            path = [p for p in path if p.depth < paragraph.depth]
            path.append(paragraph)
        elif not any("nhiem vu" in fold(p.text) for p in path if len(p.text) < LONGEST_HEADING):
            continue
        elif paragraph.depth < 10:
            item = _Item(paragraph.ordinal, tuple(path), [paragraph.text])
            yield item
        elif item is not None and item.ordinal.style is not Style.NONE:
            item.texts.append(paragraph.text)
        elif _is_body(path):
            item = _Item(NOTHING, tuple(path), [paragraph.text])
            yield item


def _joined(items: Sequence[_Item], style: Style) -> Iterator[_Item]:
    """Put the dashes under a point into it; without a point over them they stay alone."""
    last: _Item | None = None
    for item in items:
        inside = item.ordinal.style is Style.BULLET and style is Style.POINT
        if inside and last is not None and last.path == item.path:
            last.texts.append(f"{item.ordinal.text} {item.texts[0]}")
            last.texts.extend(item.texts[1:])
        else:
            last = item if item.ordinal.style in (style, Style.NONE) else None
            yield item


def _shared(paths: Sequence[tuple[_Paragraph, ...]]) -> tuple[_Paragraph, ...]:
    """Return the headings that stand over all tasks."""
    shared = paths[0]
    for path in paths[1:]:
        same = 0
        while same < min(len(shared), len(path)) and shared[same] == path[same]:
            same += 1
        shared = shared[:same]
    return shared


def _groups(items: Sequence[_Item], outside: int) -> dict[tuple[_Paragraph, ...], TaskGroup]:
    groups: dict[tuple[_Paragraph, ...], TaskGroup] = {}
    for item in items:
        for depth in range(outside + 1, len(item.path) + 1):
            path = item.path[:depth]
            above = groups.get(path[:-1])
            heading = path[-1]
            groups.setdefault(
                path,
                TaskGroup(
                    GroupId(new_id()),
                    GroupLevel.GROUP,
                    heading.ordinal.text,
                    squeeze(heading.text).rstrip(":"),
                    above.id if above else None,
                ),
            )
    return groups


def _task(item: _Item, groups: dict[tuple[_Paragraph, ...], TaskGroup], outside: int) -> Task:
    group = groups.get(item.path)
    content = "\n".join(filter(None, (*map(squeeze, item.texts), item.fields.get(R.CONTENT))))
    lead, coordinating = _bodies(item)
    point = item.ordinal.text.strip("()")
    over = item.path[-1].ordinal if item.path else NOTHING
    numbered = item.ordinal.style is Style.POINT and over.style is Style.NUMBER
    place = mark("Mục {section}, điểm {point}").format(section=over.text, point=point)
    task = Task(
        id=TaskId(new_id()),
        ordinal=f"{over.text}.{point}" if numbered else point,
        content=content,
        lead_agencies_text=lead,
        coordinating_text=coordinating,
        deliverable=item.fields.get(R.DELIVERABLE, ""),
        group=group.id if group else None,
        place=place if over.text else mark("Mục {section}").format(section=point),
    )
    wording = item.fields.get(R.DEADLINE) or deadline_in(content)
    return replace(task, deadline=replace(task.deadline, wording=wording))


def _bodies(item: _Item) -> tuple[str, str]:
    """Return who leads and who works along: as labelled, in the sentence, or by the heading."""
    if item.fields:
        return item.fields.get(R.LEAD, ""), item.fields.get(R.COORDINATING, "")
    lead, coordinating = agencies_in(item.texts[0])
    if not item.path or lead:
        return lead or subject_of(item.texts[0]) or item.told, coordinating
    title = squeeze(item.path[-1].text).rstrip(" :.")
    return title if _is_body(item.path) else "", coordinating
