"""A slice of the broken files of `dev.py bench broken`, read through the child process."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from kehoach_desktop import paths
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.importers.errors import UnreadableFile
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.reading import SourceReader
from tests.importers.broken.families import FAMILIES
from tests.importers.broken.pieces import Broken
from tests.importers.building import contents, told

OF_EACH = 2


@pytest.mark.parametrize("family", FAMILIES)
def test_a_broken_file_is_read_whole_or_refused_with_a_way_out(family: str, tmp_path: Path) -> None:
    reader = SourceReader(paths.worker_command())
    for broken in islice(FAMILIES[family](), OF_EACH):
        (path := tmp_path / broken.name).write_bytes(broken.data or b"")
        answer = answered(reader, path)
        if isinstance(answer, UnreadableFile):
            assert answer.hint.startswith("Hãy"), broken.name
        else:
            tasks = len([*answer.plan.tasks()])
            severe = any(f.severity is not Severity.INFO for f in answer.findings)
            assert broken.tasks in (None, tasks), broken.name
            assert tasks or severe, broken.name


def answered(reader: SourceReader, path: Path) -> ImportDraft | UnreadableFile:
    try:
        return assemble(reader.read(path))
    except UnreadableFile as refused:
        return refused


def the(family: str, name: str) -> Broken:
    return next(broken for broken in FAMILIES[family]() if broken.name == name)


@pytest.mark.parametrize(
    ("family", "name"),
    [
        ("places", "so_dong_1.xlsx"),
        ("word tables", "o_trong.docx"),
        ("word parts", "kieu_vong.docx"),
        ("separated", "ky_tu_0.csv"),
        ("separated", "utf16_thieu_byte.csv"),
    ],
)
def test_a_small_fault_costs_no_task(family: str, name: str) -> None:
    broken = the(family, name)
    assert broken.data is not None

    assert len(contents(assemble(read_source(broken.data, name)))) == 2


@pytest.mark.parametrize("name", ["nua_utf8.csv", "lat_byte.csv", "ky_tu_0.csv"])
def test_spoilt_letters_are_told(name: str) -> None:
    broken = the("separated", name)
    assert broken.data is not None

    assert any("bị hỏng" in line for line in told(assemble(read_source(broken.data, name))))


def test_a_page_that_ends_inside_its_table_is_told() -> None:
    page = the("pages", "utf8.xls").data
    assert page is not None
    cut = page[: page.rindex(b"<tr>")]

    assert any("kết thúc giữa bảng" in line for line in told(assemble(read_source(cut, "a.xls"))))
    assert told(assemble(read_source(page, "a.xls"))) == []


@pytest.mark.parametrize(
    ("family", "name", "words"),
    [
        ("members", "xlsb.xlsx", "nhị phân"),
        ("members", "nen.zip", "tệp nén"),
        ("other kinds", "nen.rar", "tệp nén"),
        ("opendocument", "van_ban.odt", "LibreOffice"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(family: str, name: str, words: str) -> None:
    broken = the(family, name)

    with pytest.raises(UnreadableFile, match=words):
        read_source(broken.data or b"", name)
