"""What holds for any table: no row is lost, and the order of columns does not matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as some

from kehoach_desktop.domain.draft import Merge, Source, SourceRow, SourceTable
from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.importers.headings import SYNONYMS
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import HEADER, cells, source

ORDINALS = some.sampled_from(
    ["", "A", "B", "I", "II", "1", "2", "1.1", "a)", "(1)", "-", "X", "Phần I"]
)
WORDS = some.text(alphabet="abcdđeéhijk ,.;:LMNĐ0123", max_size=12)
ROWS = some.lists(some.tuples(ORDINALS, WORDS, WORDS, WORDS, WORDS, WORDS), max_size=25)
TASKS = (
    ("1", "Rà soát văn bản", "Sở Tư pháp", "Các sở", "Báo cáo", "31/12/2025"),
    ("2", "Mở lớp kỹ năng số", "UBND cấp xã", "Sở Nội vụ", "Kế hoạch", "Tháng 8/2025"),
    ("3", "Lắp trạm phát sóng", "Sở KH&CN", "", "Trạm", "Thường xuyên"),
)
ROLES = ("ordinal", "content", "lead", "coordinating", "deliverable", "deadline")


def sheet(rows: Sequence[Sequence[str]], merges: Sequence[Merge] = ()) -> Source:
    kept = tuple(SourceRow(n, tuple(row)) for n, row in enumerate(rows, 1))
    return source(SourceTable("Bảng 1", kept, tuple(merges)))


def fields(draft: ImportDraft) -> list[tuple[str, ...]]:
    return [
        (t.ordinal, t.content, t.lead_agencies_text, t.coordinating_text, t.deliverable, when)
        for _appendix, t in draft.plan.tasks()
        for when in [t.deadline.wording]
    ]


def rows_named(draft: ImportDraft) -> set[int]:
    places = [f.place for f in draft.findings] + [t.place for _a, t in draft.plan.tasks()]
    named = {int(found[1]) for place in places if (found := re.search(r"dòng (\d+)$", place))}
    for place in places:
        if found := re.search(r"dòng (\d+)-(\d+)$", place):
            named.update(range(int(found[1]), int(found[2]) + 1))
    return named


@settings(max_examples=120, deadline=None)
@given(ROWS, some.lists(some.tuples(some.integers(1, 20), some.integers(0, 5)), max_size=3))
def test_no_row_is_lost(rows: list[tuple[str, ...]], spots: list[tuple[int, int]]) -> None:
    merges = [
        Merge(top, left, min(top + 1, len(rows)), left) for top, left in spots if top < len(rows)
    ]
    draft = assemble(sheet([cells(HEADER), *rows], merges))
    headings = sum(len(appendix.groups) for appendix in draft.plan.appendices)
    filled = {n for n, row in enumerate(rows, 2) if any(text.strip() for text in row)}

    assert len(filled - rows_named(draft)) <= headings


@given(some.permutations(range(6)))
def test_columns_may_stand_in_any_order(order: list[int]) -> None:
    rows = [cells(HEADER), *TASKS]
    draft = assemble(sheet([[row[column] for column in order] for row in rows]))

    assert fields(draft) == list(TASKS)


@given(some.lists(some.integers(0, 4), max_size=6))
def test_blank_rows_change_nothing(places: list[int]) -> None:
    rows = [list(row) for row in (cells(HEADER), *TASKS)]
    for place in places:
        rows.insert(place, [""] * 6)

    assert fields(assemble(sheet(rows))) == list(TASKS)


def spelt(word: str) -> some.SearchStrategy[str]:
    ways: list[Callable[[str], str]] = [str.upper, str.title, lambda w: w.replace(" ", "  ")]
    return some.sampled_from([way(word) for way in ways])


NAMED = [
    some.sampled_from(
        [word for word in SYNONYMS[role] if word not in ("#", "so", "don vi", "time")]
    ).flatmap(spelt)
    for role in list(SYNONYMS)[:6]
]


@settings(max_examples=80, deadline=None)
@given(some.tuples(*NAMED))
def test_any_synonym_of_a_header_gives_the_same_tasks(header: tuple[str, ...]) -> None:
    assert fields(assemble(sheet([header, *TASKS]))) == list(TASKS)
