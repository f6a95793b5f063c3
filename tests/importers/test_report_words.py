"""The words of a report come back from Word, or it is said why they do not."""

from __future__ import annotations

import pytest

from kehoach_desktop.domain.draft import Source, SourceRow, SourceTable
from kehoach_desktop.domain.report import Block, BlockKind
from kehoach_desktop.importers.report_words import NotTheReport, words_of_report

HEAD = ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
COUNTS = ("TT", "Nhóm nhiệm vụ", "Tổng số", "Quá hạn")
FOOT = ("Nơi nhận:\n- Như trên;", "CHỦ TỊCH")
BEFORE = ("BÁO CÁO", "Kết quả tháng 10", "Kính gửi: Sở Khoa học và Công nghệ")
KNOWN = (Block(BlockKind.SECTION, "1. Tiến\u00a0độ"), Block(BlockKind.COUNTS_TABLE))


def table(cells: tuple[str, ...], *lead_in: str) -> SourceTable:
    return SourceTable("Bảng", (SourceRow(1, cells),), (), (), lead_in)


def source(*tables: SourceTable) -> Source:
    return Source("bc.docx", "docx", "", (), tables)


def test_paragraphs_come_back_with_their_kinds() -> None:
    edited = source(
        table(HEAD),
        table(COUNTS, *BEFORE, "I. KẾT QUẢ", "1. Tiến độ", "Xã có 20 nhiệm vụ như sau:"),
        table(FOOT, "a) Nhân lực số", "2. Hạ tầng số", "3. Đã mở 02 lớp."),
    )

    assert words_of_report(edited, KNOWN) == (
        Block(BlockKind.PART, "I. KẾT QUẢ"),
        KNOWN[0],
        Block(BlockKind.PARAGRAPH, "Xã có 20 nhiệm vụ như sau:"),
        Block(BlockKind.COUNTS_TABLE),
        Block(BlockKind.POINT, "a) Nhân lực số"),
        Block(BlockKind.SECTION, "2. Hạ tầng số"),
        Block(BlockKind.PARAGRAPH, "3. Đã mở 02 lớp."),
    )


@pytest.mark.parametrize(
    ("tables", "why"),
    [
        ((table(HEAD), table(COUNTS, *BEFORE, "Lời.")), "Nơi nhận"),
        ((table(HEAD), table(("A", "B"), *BEFORE, "Lời."), table(FOOT)), "bảng thêm vào"),
        ((table(HEAD), table(FOOT, *BEFORE)), "phần nội dung"),
    ],
)
def test_what_is_not_understood_is_refused(tables: tuple[SourceTable, ...], why: str) -> None:
    with pytest.raises(NotTheReport, match=why):
        words_of_report(source(*tables), KNOWN)
