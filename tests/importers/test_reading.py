"""A file is read by a child that may be stopped; every file gets an answer."""

from __future__ import annotations

import sys
from pathlib import Path

import openpyxl
import pytest

from kehoach_desktop.importers import errors
from kehoach_desktop.importers.reading import SourceReader
from tests.importers.building import HEADER, document, saved, workbook
from tests.importers.comparing import DATA

READER = SourceReader([sys.executable, "-m", "kehoach_desktop.importers.child"])


@pytest.mark.parametrize("name", ["dong_thap.xlsx", "quang_tri.docx"])
def test_the_child_hands_over_what_lies_in_the_file(name: str) -> None:
    source = READER.read(DATA / name)

    assert source.name == name
    assert sum(len(table.rows) for table in source.tables) > 20


def test_line_breaks_typed_in_a_cell_come_along(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["STT", "Nhiệm vụ", "Kết quả"])
    book.active.append([1, "Rà soát", "Mở lớp\n  và tập huấn"])
    (tmp_path / "a.xlsx").write_bytes(saved(book))
    row = READER.read(tmp_path / "a.xlsx").tables[0].rows[1]

    assert row.cells[2] == "Mở lớp và tập huấn"
    assert row.typed(2) == "Mở lớp\nvà tập huấn"
    assert row.typed(1) == "Rà soát"


def test_a_file_is_known_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    disguised = tmp_path / "kế hoạch số 1.doc"
    disguised.write_bytes(workbook(HEADER, "1 | Một | Sở A"))

    assert READER.read(disguised).format == "xlsx"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WRONG = {
    "trống.xlsx": (b"", errors.EmptyFile),
    "cũ.doc": (OLE + "WordDocument".encode("utf-16-le"), errors.OldWordFile),
    "khóa.xlsx": (OLE + "EncryptedPackage".encode("utf-16le"), errors.PasswordProtected),
    "giàu.docx": (b"{\\rtf1\\ansi }", errors.RichTextFile),
    "ảnh.pdf": (b"\x89PNG\r\n\x1a\n0000", errors.PictureFile),
    "cụt.xlsx": (workbook(HEADER)[:900], errors.DamagedFile),
    "lạ.bin": (bytes(range(256)) * 20, errors.UnknownFormat),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_cannot_be_read_is_named_with_a_way_out(name: str, tmp_path: Path) -> None:
    content, kind = WRONG[name]
    (tmp_path / name).write_bytes(content)

    with pytest.raises(kind) as caught:
        READER.read(tmp_path / name)

    assert name in caught.value.sentence
    assert caught.value.hint


def test_a_folder_and_a_missing_file_are_no_files(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "không có.xlsx"):
        with pytest.raises(errors.FileMissing):
            READER.read(path)


def test_a_reading_can_be_stopped(tmp_path: Path) -> None:
    sleepy = SourceReader([sys.executable, "-c", "import time; time.sleep(60)"])

    with pytest.raises(errors.ReadingCancelled):
        sleepy.read(tmp_path / "a.xlsx", cancelled=lambda: True)


def test_a_reading_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    sleepy = SourceReader([sys.executable, "-c", "import time; time.sleep(60)"], time_limit=0.3)

    with pytest.raises(errors.ReadingTimedOut):
        sleepy.read(tmp_path / "a.xlsx")


def test_a_child_that_dies_is_an_error_like_any_other(tmp_path: Path) -> None:
    dying = SourceReader([sys.executable, "-c", "import os; os.abort()"])

    with pytest.raises(errors.ReaderFailed) as caught:
        dying.read(tmp_path / "a.xlsx")

    assert caught.value.hint


def test_where_the_fast_reader_dies_the_careful_one_answers(tmp_path: Path) -> None:
    program = (
        "import os, sys; from kehoach_desktop.importers import child\n"
        "child.main(sys.argv[1:]) if '--careful' in sys.argv else os.abort()"
    )
    path = tmp_path / "a.docx"
    path.write_bytes(document(HEADER, "1 | Một | Sở A"))

    assert SourceReader([sys.executable, "-c", program]).read(path).format == "docx"
