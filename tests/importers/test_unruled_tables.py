"""Tables of a PDF without lines between their columns: read by place, and told so."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import HEADER, contents, source, table, told
from tests.importers.comparing import DATA

BY_PLACE = "Bảng không kẻ dòng: cột và dòng được chia theo chỗ đặt chữ"


def draft_of(path: Path) -> ImportDraft:
    return assemble(read_source(path.read_bytes(), path.name))


@pytest.mark.parametrize("path", sorted((DATA / "other_provinces").glob("k*_ke*.pdf")))
def test_each_page_read_by_place_is_told(path: Path) -> None:
    draft = draft_of(path)
    pages = {f.place for f in draft.findings if f.message.startswith(BY_PLACE)}

    assert "Trang 1" in pages
    assert all(f.severity is Severity.CHECK for f in draft.findings if f.place in pages)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("khong_ke_giua_o.pdf", "không rõ mỗi nhiệm vụ bắt đầu từ đâu"),
        ("khong_ke_sat_cot.pdf", "không tách được cột"),
    ],
)
def test_what_cannot_be_told_apart_is_said_and_not_guessed(name: str, words: str) -> None:
    draft = draft_of(DATA / name)

    assert contents(draft) == []
    assert any(words in line and "cần bản Word hoặc Excel" in line for line in told(draft))


def test_a_ruled_table_is_no_table_without_lines() -> None:
    assert not any(BY_PLACE in line for line in told(draft_of(DATA / "quang_tri.pdf")))


def test_a_task_that_begins_with_ky_is_no_signature() -> None:
    rows = ("1 | Mở lớp | Sở A | | | 31/12/2025", " | Kỹ năng số cho dân | Sở B | | | 31/12/2025")

    assert contents(assemble(source(table(HEADER, *rows)))) == ["Mở lớp", "Kỹ năng số cho dân"]
