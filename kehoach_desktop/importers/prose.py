"""A plan written in prose: lettered tasks under numbered sections, who and when in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, takewhile, zip_longest

from kehoach_desktop.domain.draft import ColumnRole
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
from kehoach_desktop.importers.orders import is_order, orders_in, told_sentences
from kehoach_desktop.importers.ordinals import NOTHING, Style
from kehoach_desktop.importers.prose_fields import bracketed, closing, fields_of, labelled, parts_of
from kehoach_desktop.importers.prose_parts import (
    Item,
    Paragraph,
    closes,
    labelled_paragraphs,
    sign,
)
from kehoach_desktop.importers.prose_sections import (
    AHEAD,
    ALL,
    in_sections_of_orders,
    is_report,
    with_capital_headings,
)
from kehoach_desktop.importers.sentences import (
    agencies_in,
    body_of,
    subject_of,
)
from kehoach_desktop.importers.timed_words import deadline_in

LONGEST_HEADING = 260
_TASKS = re.compile("nhiem vu")
DIVIDING = re.compile("to chuc thuc hien|phan cong|ket luan(?: nhu sau)? ?:$")
_MEANS = re.compile(r"(?:nguon )?(?:kinh phi|muc tieu|muc dich|yeu cau|doi tuong|dia diem)\b")
R = ColumnRole


def read_prose(paragraphs: Sequence[str]) -> Appendix | None:
    """Return the tasks that a plan without a table gives in its sections, None without any.

    Tasks stand under a heading that speaks of tasks (nhiệm vụ), without such in sections that give
    orders whatever their heading says, or under one that divides the work: its lettered points,
    without such its dashes, and numbered sentences with nothing under them. Their dashes and plain
    paragraphs are part of them. A letter without sections gives its orders.
    """
    labelled = labelled_paragraphs(paragraphs)
    kept = (
        _kept([*items_in(labelled)])
        or _kept(_in_other_sections(labelled))
        or _kept([*items_in(labelled, about=DIVIDING)])
        or _kept([*items_in([*with_capital_headings(labelled)])])
        or ([] if is_report(labelled) else [*orders_in(labelled)] or told_sentences(labelled))
    )
    if not kept:
        return None
    shared = _shared([item.path[:-1] for item in kept])
    title = " - ".join(f"{p.ordinal.text}. {squeeze(p.text)}" for p in shared)
    groups = _groups(kept, len(shared))
    tasks = tuple(_task(item, groups, len(shared)) for item in kept)
    return Appendix(AppendixId(new_id()), "", title, groups=tuple(groups.values()), tasks=tasks)


def _in_other_sections(paragraphs: Sequence[Paragraph]) -> list[Item]:
    """Return the items of sections that give orders, beside those that only divide the work."""
    about = AHEAD if is_report(paragraphs) else ALL
    items = items_in(paragraphs, about=about)
    return [*in_sections_of_orders(i for i in items if not is_about(i.path, DIVIDING))]


def _kept(items: Sequence[Item]) -> list[Item]:
    """Return the items that are tasks: points, where there are none dashes.

    Under a heading that is the name of a body all it is told is a task, whatever the others bear.
    """
    items = [*_with_fields(items)]
    pointed = {item.path for item in items if item.ordinal.style is Style.POINT}
    kept: list[Item] = []
    for path, under in groupby(items, key=lambda item: item.path):
        of_points = path in pointed or (bool(pointed) and not _is_body(path))
        style = Style.POINT if of_points else Style.BULLET
        told = (Style.NUMBER, *((Style.POINT,) if of_points else (Style.BULLET, Style.NONE)))
        kept.extend(
            item for item in _joined([*under], style) if item.fields or item.ordinal.style in told
        )
    return kept


def _is_body(path: Sequence[Paragraph]) -> bool:
    """Say whether the innermost heading is the name of a body."""
    return bool(path) and bool(body_of(path[-1].text))


def _with_fields(items: Sequence[Item]) -> Iterator[Item]:
    """Put the dashes that only say who and when ("Thời gian: …") into the task over them."""
    own = map(_with_own, _under_points(items))
    for path, group in groupby(own, key=lambda item: item.path):
        under = [*group]
        bare = bool(path) and not any(item.fields for item in under)
        fields = fields_of([text for item in under for text in item.texts]) if bare else None
        if fields is None:
            yield from under
        else:
            yield Item(path[-1].ordinal, path[:-1], [path[-1].text], fields)


def _under_points(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items, with the dashes that say who and when within the point over them."""
    waiting = [*items]
    while waiting:
        item = waiting.pop(0)
        if item.ordinal.style is Style.POINT and not item.fields:
            dashes = [*takewhile(partial(_is_dash_under, item.path), waiting)]
            lines = [text for one in dashes for text in one.texts]
            if fields_of(lines) is not None:
                del waiting[: len(dashes)]
                item = replace(item, texts=[*item.texts, *lines])
        yield item


def _is_dash_under(path: tuple[Paragraph, ...], item: Item) -> bool:
    return item.ordinal.style is Style.BULLET and item.path == path


def _with_own(item: Item) -> Item:
    """Return an item with the fields that the lines after its first one, or its end, give."""
    own = None if item.fields or labelled(item.texts[0]) else fields_of(item.texts[1:])
    if own is None:
        return item if item.fields else replace(item, fields=closing(item.texts[-1]))
    return replace(item, texts=item.texts[:1], fields=own)


def items_in(
    paragraphs: Sequence[Paragraph], *, every: bool = False, about: re.Pattern[str] = _TASKS
) -> Iterator[Item]:
    """Yield the points and dashes under sections `about` tasks, with the plain paragraphs after.

    With `every` also the plain paragraphs that stand under no point and no body.
    """
    path: list[Paragraph] = []
    item: Item | None = None
    for paragraph, after in zip_longest(paragraphs, paragraphs[1:]):
        if paragraph.depth < 8:
            item = None
            path = [p for p in path if p.depth < paragraph.depth]
            means = _MEANS.match(fold(paragraph.text)) and not every
            if _is_sentence(paragraph, after) and is_about(path, about) and not means:
                told = parts_of(paragraph.text)
                yield Item(paragraph.ordinal, tuple(path), told, bracketed(paragraph.text))
            path.append(paragraph)
        elif not is_about(path, about) or closes(paragraph):
            continue
        elif paragraph.depth < 10:
            item = Item(paragraph.ordinal, tuple(path), [paragraph.text])
            yield item
        elif item is not None and item.ordinal.style is not Style.NONE:
            item.texts.append(paragraph.text)
        elif every or _is_body(path) or _is_task(paragraph, after, path):
            item = Item(NOTHING, tuple(path), parts_of(paragraph.text))
            yield item


def _is_task(paragraph: Paragraph, after: Paragraph | None, path: Sequence[Paragraph] = ()) -> bool:
    """Say whether a plain paragraph is labelled ("Thời gian: …"), stands before one, or orders.

    Under a numbered title it orders where it says who is to do it, and leads or by when.
    """
    text = paragraph.text
    following = after is not None and after.depth == paragraph.depth and labelled(after.text)
    if labelled(parts_of(text)[-1]) or following or is_order(text):
        return True
    titled = bool(path) and path[-1].ordinal.style is Style.NUMBER
    return titled and bool(subject_of(text)) and bool(" chủ trì" in text or deadline_in(text))


def is_about(path: Sequence[Paragraph], about: re.Pattern[str]) -> bool:
    """Say whether one of the headings open over a paragraph speaks of what `about` finds."""
    return any(about.search(fold(p.text)) for p in path if len(p.text) < LONGEST_HEADING)


def _is_sentence(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Say whether a numbered paragraph is a task itself and no heading of what follows."""
    alone = after is None or after.depth <= paragraph.depth
    ends = paragraph.text.rstrip().endswith((".", ";", ")"))
    return paragraph.ordinal.style is Style.NUMBER and alone and ends


def _joined(items: Sequence[Item], style: Style) -> Iterator[Item]:
    """Put the dashes under a point into it, and those of another sign under the first ones.

    Without a point over them they stay alone.
    """
    last: Item | None = None
    signs = (sign(item.ordinal) for item in items if item.ordinal.style is Style.BULLET)
    outer = next(signs, "") if style is Style.BULLET else ""
    for item in items:
        inside = item.ordinal.style is Style.BULLET and sign(item.ordinal) != outer
        if inside and last is not None and last.path == item.path:
            last.texts.append(f"{item.ordinal.text} {item.texts[0]}")
            last.texts.extend(item.texts[1:])
        else:
            last = item if item.ordinal.style in (style, Style.NONE) else None
            yield item


def _shared(paths: Sequence[tuple[Paragraph, ...]]) -> tuple[Paragraph, ...]:
    """Return the headings that stand over all tasks."""
    shared = paths[0]
    for path in paths[1:]:
        same = 0
        while same < min(len(shared), len(path)) and shared[same] == path[same]:
            same += 1
        shared = shared[:same]
    return shared


def _groups(items: Sequence[Item], outside: int) -> dict[tuple[Paragraph, ...], TaskGroup]:
    groups: dict[tuple[Paragraph, ...], TaskGroup] = {}
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


def _task(item: Item, groups: dict[tuple[Paragraph, ...], TaskGroup], outside: int) -> Task:
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


def _bodies(item: Item) -> tuple[str, str]:
    """Return who leads and who works along: as labelled, in the sentence, or by the heading."""
    if item.fields:
        lead, others = agencies_in(item.fields.get(R.CONTENT, ""))
        lead = item.fields.get(R.LEAD) or subject_of(item.texts[0]) or lead
        return lead, item.fields.get(R.COORDINATING, others)
    lead, coordinating = agencies_in(item.texts[0])
    if not item.path or lead:
        return lead or subject_of(item.texts[0]) or item.told, coordinating
    return body_of(item.path[-1].text), coordinating
