"""The program finds what it brought along in each of its three homes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kehoach_desktop import paths

ROOT = Path(__file__).parents[1]


def test_in_a_checkout_the_neighbours_of_the_package_are_its_home() -> None:
    assert paths.home() == ROOT
    assert paths.templates() == ROOT / "templates_docx"
    assert paths.catalogues() == ROOT / "i18n"
    assert {"dong_thap.xlsx", "quang_tri.docx"} <= {p.name for p in paths.sample_dir().iterdir()}


def test_in_a_wheel_the_home_lies_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_home").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resources() == tmp_path / "_home" / "resources"


def test_in_a_bundle_the_home_is_the_bundle_and_the_worker_the_program_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.templates() == tmp_path / "templates_docx"
    assert paths.worker_command() == [sys.executable, "--read-worker"]


def test_the_environment_moves_the_data_folder_and_nothing_is_made_by_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEHOACH_DATA", str(tmp_path / "ổ đĩa"))
    assert paths.default_store() == tmp_path / "ổ đĩa" / "so.khxa"
    assert paths.backups_of(paths.default_store()) == tmp_path / "ổ đĩa" / "sao-luu"
    assert paths.log_file().parent == paths.data_dir()
    assert [*tmp_path.iterdir()] == []


def test_without_a_word_the_data_lie_in_the_folder_of_the_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("KEHOACH_DATA")
    assert paths.data_dir().name == "kehoach_desktop"
    assert paths.data_dir().is_relative_to(Path.home())
