"""How the command line is called by tests: words in, exit code, JSON and sentences out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kehoach_desktop import app

Run = Callable[..., Any]


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "sổ của xã" / "so.khxa")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; return (exit code, the JSON of stdout or its text, stderr)."""

    def call(*words: str | Path) -> tuple[int, Any, str]:
        capsys.readouterr()
        try:
            code = app.main([str(word) for word in words])
        except SystemExit as stopped:
            code = int(str(stopped.code))
        said = capsys.readouterr()
        answer = json.loads(said.out) if "--json" in words and said.out else said.out
        return code, answer, said.err

    return call
