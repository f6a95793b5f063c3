"""A book of its own for every round of forms, and the forms that went out of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach_desktop.app import Verbs
from tests.exchange.twelve_forms import Round, open_verbs, send_out


@pytest.fixture
def verbs(tmp_path: Path) -> Iterator[Verbs]:
    with open_verbs(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="session")
def went_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Round]:
    """A book and its twelve forms, written once: each test works on a copy."""
    folder = tmp_path_factory.mktemp("went-out")
    with open_verbs(folder) as verbs:
        return folder, send_out(verbs, folder)


@pytest.fixture
def sent(went_out: tuple[Path, Round], tmp_path: Path) -> Iterator[Round]:
    folder, first = went_out
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    with open_verbs(tmp_path) as verbs:
        files = {unit: tmp_path / path.name for unit, path in first.files.items()}
        yield Round(verbs, first.forms, files)
