"""Files are replaced whole or not at all, whatever call the disk refuses."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop import files
from kehoach_desktop.files import replace_file, safe_name

OLD = b"the report of last month"
NEW = b"the report of this month"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "Báo cáo.docx"
    path.write_bytes(OLD)
    return path


def write_new(draft: BinaryIO) -> None:
    for piece in (NEW[:5], NEW[5:9], NEW[9:]):
        draft.write(piece)


def refusing(code: int) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return refuse


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_the_new_file_takes_the_place_of_the_old(target: Path) -> None:
    assert replace_file(target, write_new) == target
    assert target.read_bytes() == NEW
    assert names_in(target.parent) == ["Báo cáo.docx"]


def test_a_first_file_is_written(tmp_path: Path) -> None:
    assert replace_file(tmp_path / "mới.docx", write_new).read_bytes() == NEW


def test_the_finished_file_is_checked_before_it_replaces(target: Path) -> None:
    seen: list[tuple[bytes, bytes, str]] = []
    replace_file(
        target, write_new, lambda p: seen.append((p.read_bytes(), target.read_bytes(), p.suffix))
    )
    assert seen == [(NEW, OLD, ".docx")]


def test_a_failed_check_leaves_the_old_file(target: Path) -> None:
    def is_a_zip(path: Path) -> None:
        zipfile.ZipFile(path).close()

    with pytest.raises(zipfile.BadZipFile):
        replace_file(target, write_new, is_a_zip)
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == ["Báo cáo.docx"]


@pytest.mark.parametrize("failing_write", [1, 2, 3])
@pytest.mark.parametrize(
    ("code", "known_as"),
    [
        (errno.ENOSPC, files.DiskFull),
        (errno.EIO, files.NotWritten),
        (errno.EACCES, files.FolderRefused),
    ],
)
def test_every_failing_write_leaves_the_old_file(
    target: Path, failing_write: int, code: int, known_as: type[files.NotWritten]
) -> None:
    def write(draft: BinaryIO) -> None:
        for number, piece in enumerate((NEW[:5], NEW[5:9], NEW[9:]), start=1):
            if number == failing_write:
                refusing(code)()
            draft.write(piece)

    with pytest.raises(known_as) as failure:
        replace_file(target, write)
    assert failure.type is known_as
    assert failure.value.sentence
    assert failure.value.hint
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == ["Báo cáo.docx"]


@pytest.mark.parametrize(
    ("call", "code", "known_as"),
    [
        ("fsync", errno.EIO, files.NotWritten),
        ("fsync", errno.ENOSPC, files.DiskFull),
        ("replace", errno.EACCES, files.TargetInUse),
        ("replace", errno.EPERM, files.TargetInUse),
        ("replace", errno.EBUSY, files.TargetInUse),
        ("replace", errno.EROFS, files.DiskLocked),
        ("replace", errno.EIO, files.NotWritten),
    ],
)
def test_every_refused_call_leaves_the_old_file(
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    code: int,
    known_as: type[files.NotWritten],
) -> None:
    monkeypatch.setattr(files, "replace_pauses", ())
    monkeypatch.setattr(os, call, refusing(code))
    with pytest.raises(known_as) as failure:
        replace_file(target, write_new)
    monkeypatch.undo()
    assert failure.type is known_as
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == ["Báo cáo.docx"]


def test_a_target_held_for_a_moment_is_tried_again(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_replace, tries = os.replace, iter((errno.EACCES, errno.EACCES, 0))

    def replace_at_third_try(beside: Path, place: Path) -> None:
        if code := next(tries):
            refusing(code)()
        real_replace(beside, place)

    monkeypatch.setattr(files, "replace_pauses", (0.0, 0.0))
    monkeypatch.setattr(os, "replace", replace_at_third_try)
    replace_file(target, write_new)
    assert target.read_bytes() == NEW


def test_a_disk_that_cannot_sync_a_folder_is_forgiven(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", refusing(errno.EINVAL))
    replace_file(target, write_new)
    assert target.read_bytes() == NEW


def test_an_unforeseen_fault_of_the_writer_passes_through(target: Path) -> None:
    def write(draft: BinaryIO) -> None:
        draft.write(NEW[:3])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_file(target, write)
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == ["Báo cáo.docx"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(files.FolderMissing, match="không-có"):
        replace_file(tmp_path / "không-có" / "a.docx", write_new)


def test_a_file_marked_as_only_to_be_read_is_not_replaced(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(files.FileLocked, match="chỉ đọc"):
        replace_file(target, write_new)
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == ["Báo cáo.docx"]


def test_a_folder_or_a_device_is_never_replaced(tmp_path: Path) -> None:
    with pytest.raises(files.NotAFile):
        replace_file(tmp_path, write_new)
    with pytest.raises(files.NotAFile):
        replace_file(Path(os.devnull), write_new)


def test_a_name_too_long_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(files.NameRefused):
        replace_file(tmp_path / ("dài" * 100 + ".docx"), write_new)


def test_a_link_keeps_pointing_at_the_file_it_replaces(target: Path, tmp_path: Path) -> None:
    folder = tmp_path / "khác"
    folder.mkdir()
    link = folder / "lối tắt.docx"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system gives no links to its users")
    assert replace_file(link, write_new) == link
    assert link.is_symlink()
    assert target.read_bytes() == NEW


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BC thang 10-2025 UBND xã Mỹ An.docx", "BC thang 10-2025 UBND xã Mỹ An.docx"),
        ("Báo cáo 12/2026: kỳ 1", "Báo cáo 12-2026- kỳ 1"),
        ("CON", "_CON"),
        ("nul.docx", "_nul.docx"),
        ("  hai   dòng\nmột tên . ", "hai dòng một tên"),
        ("...", "tep"),
        ("", "tep"),
        ("Ba\u0301o ca\u0301o.docx", "Báo cáo.docx"),
    ],
)
def test_a_generated_name_is_one_every_disk_takes(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name("Báo cáo kết quả thực hiện " * 10 + ".docx")
    assert name.endswith(".docx")
    assert len(name) <= files.LONGEST_NAME


@given(st.text())
def test_any_text_gives_a_name_that_stays_as_it_is(text: str) -> None:
    name = safe_name(text)
    assert safe_name(name) == name
    assert 0 < len(name) <= files.LONGEST_NAME
    assert not set(name) & set('<>:"/\\|?*\n\0')
    assert len(name.encode()) < 256
