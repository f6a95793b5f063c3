"""What every test stands on: no screen, no network, no home folder but its own."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = Path(tempfile.mkdtemp(prefix="kehoach-test-home-"))
OFFICE = shutil.which("soffice")
MISSING = "LibreOffice is missing"
TURNS = itertools.count()


def pytest_configure() -> None:
    for variable in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "XDG_RUNTIME_DIR"):
        os.environ[variable] = str(HOME)
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ.pop(variable, None)


def pytest_sessionfinish() -> None:
    # As the program does when its window closes: Qt frees the clipboard after Python has ended.
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            from kehoach_desktop.ui.clipboard import let_go

            let_go()


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if OFFICE or item.get_closest_marker("libreoffice") is None:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{MISSING}, and the gate leaves nothing out", pytrace=False)
    pytest.skip(MISSING)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    skipped = terminalreporter.stats.get("skipped", ())
    if left_out := [test.nodeid for test in skipped if MISSING in str(test.longrepr)]:
        terminalreporter.section("LEFT OUT: NO LIBREOFFICE ON THIS MACHINE", bold=True, red=True)
        terminalreporter.write_line("\n".join(left_out))


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    # Named, not made: a folder for every test costs a minute of the gate.
    monkeypatch.setenv("KEHOACH_DATA", str(HOME / f"du-lieu-{next(TURNS)}"))


def _refuse(*_: object) -> NoReturn:
    message = "the program is offline: nothing may connect"
    raise AssertionError(message)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)
