"""The decision on a single matter (quyết định cá biệt) with the lists that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kehoach_desktop.domain.narrative_citation import cited_in_full
from kehoach_desktop.domain.narrative_wording import sentence
from kehoach_desktop.domain.paper import Article, Column, Paper, PaperAppendix, Row, Table
from kehoach_desktop.domain.paper_frame import BLANK
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import decided_by_committee, frame_of
from kehoach_desktop.domain.paper_texts import closed, run_on, subject_lines_of
from kehoach_desktop.domain.text import NBSP, clean, fold, squeeze, two_digits

LAW = "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
LISTS = ("list", "list_2", "list_3")
LEAST_WEIGHT, MOST_WEIGHT = 5, 32
_CELLS = re.compile(r"[\t;|]")
_CENTRED = ("stt", "tt", "nam sinh", "ngay sinh", "gioi tinh", "so")


def grounds_of(asked: PaperRequest, sources: Sources) -> tuple[str, ...]:
    """Return the căn cứ: those given, else the law, the plans of the store, and who proposed it."""
    given = asked.lines("grounds")
    view = sources.view
    cited = (cited_in_full(view, p.plan, introduce=False) for p in view.plans)
    plans = tuple(f"Căn cứ {text.split(' (sau đây')[0]}" for text in cited)
    grounds = tuple(_ground(line) for line in given) or (f"Căn cứ {LAW}", *plans)
    return (*grounds, f"Theo đề nghị của {asked.ended('proposer')}")


def _ground(line: str) -> str:
    text = line.rstrip(" .;,")
    known = text.startswith(("Căn cứ", "Thực hiện", "Xét", "Theo"))
    return text if known else f"Căn cứ {text}"


def decision(
    asked: PaperRequest, sources: Sources, lists: tuple[PaperAppendix, ...] | None = None
) -> Paper:
    """Return the decision (NĐ 30/2020, Phụ lục III, mẫu 1.2).

    `lists` go with it in the place of those that were typed.
    """
    office = sources.office
    whole = f"Ủy ban nhân dân {office.full_name}"
    author = whole if decided_by_committee(asked) else f"Chủ tịch {whole}"
    first, *rest = subject_lines_of(asked)
    subject = (re.sub(r"^[Vv]/v ", "Về việc ", first), *rest)
    if not subject[0].startswith(("Về ", "Ban hành", "Phê duyệt", "Công bố", BLANK)):
        subject = (f"Về việc {subject[0][:1].lower()}{subject[0][1:]}", *subject[1:])
    lists = tuple(_lists(asked)) if lists is None else lists
    articles = _articles(asked, lists)
    frame = frame_of(asked, sources, subject, (), f"Như Điều{NBSP}{len(articles)}")
    return Paper(
        replace(frame, author=author),
        articles,
        grounds_of(asked, sources),
        author.upper(),
        lists,
    )


def _articles(asked: PaperRequest, lists: tuple[PaperAppendix, ...]) -> tuple[Article, ...]:
    texts = [_without_number(line) for line in asked.lines("articles")] or [BLANK]
    if lists and not any("phu luc" in fold(text) for text in texts):
        where = "các Phụ lục" if len(lists) > 1 else "Phụ lục"
        texts[0] = f"{texts[0].rstrip(' .;')} (danh sách tại {where} kèm theo Quyết định này)"
    force = asked.text("force", "Quyết định này có hiệu lực kể từ ngày ký")
    who = run_on(asked, "executors")
    last = f"{sentence(force)} {who} chịu trách nhiệm thi hành Quyết định này"
    made = [Article(number, sentence(text)) for number, text in enumerate(texts, start=1)]
    return (*made, Article(len(made) + 1, closed(last)))


def _without_number(line: str) -> str:
    return re.sub(r"^Điều\s+\d+\s*[.:]\s*", "", line)


def _lists(asked: PaperRequest) -> Iterator[PaperAppendix]:
    for key in LISTS:
        rows = _rows_of(asked.given.get(key, ""))
        if len(rows) > 1:
            head, *body = rows
            people = [row for row in body if not row.heading]
            title = asked.blank(f"{key}_title")
            count = f"Danh sách này có {two_digits(len(people))} người"
            columns = _columns(head.cells, [row.cells for row in people])
            yield PaperAppendix(title, Table(columns, tuple(body)), count)


def _rows_of(text: str) -> list[Row]:
    """Return the rows of a list: a line each, its cells divided by a tab or ";".

    On a single line "|" divides the rows, as it divides the lines of every other key. A line with
    one cell, or with a number and one cell, is a heading over the rows under it.
    """
    typed = clean(text).strip()
    lines = typed.splitlines() if "\n" in typed else typed.split("|")
    lines = [line for line in lines if line.strip(" ;\t|")]
    cells = [tuple(squeeze(cell) for cell in _CELLS.split(line)) for line in lines]
    width = len(cells[0]) if cells else 0
    return [_row(row, width) for row in cells]


def _row(cells: tuple[str, ...], width: int) -> Row:
    filled = [cell for cell in cells if cell]
    if width > 2 and len(filled) == 1:
        return Row(("", filled[0]), heading=True)
    if width > 3 and len(filled) == 2 and len(cells) == 2:
        return Row((filled[0], filled[1]), heading=True)
    return Row((*cells, *[""] * (width - len(cells)))[:width])


def _columns(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> tuple[Column, ...]:
    """Return the columns, each as wide as its longest words ask for within limits."""
    columns = []
    for index, name in enumerate(head):
        longest = max((len(row[index]) for row in rows), default=0)
        weight = min(max(longest, max(map(len, name.split()), default=0) + 2), MOST_WEIGHT)
        columns.append(Column(name, max(weight, LEAST_WEIGHT), fold(name) in _CENTRED))
    return tuple(columns)
