"""A book of its own for every test of the verbs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach_desktop.store.sqlite_store import SqliteStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    held = SqliteStore(tmp_path / "so.khxa", tmp_path / "sao-luu", make=True)
    yield held
    held.close()
