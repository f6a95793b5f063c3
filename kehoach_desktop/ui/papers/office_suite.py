"""The office programs of this PC: they turn a .docx into the PDF that will be printed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.papers.scratch import scratch
from kehoach_desktop.ui.papers.word_print import find_word, word_command, word_environment

SUITE = "LibreOffice"
PATIENCE = 60.0  # seconds, the first start of a cold disk included
_TICK = 0.05
_NAMES = ("soffice", "libreoffice")
_WINDOWS = ("LibreOffice/program/soffice.exe",)
_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"


class NoPdf(KehoachError):
    """The program that prints did not make a PDF."""

    def __init__(self) -> None:
        super().__init__(
            _("Không chuyển được văn bản sang PDF."),
            hint=_("Mở văn bản bằng Word rồi chọn Lưu thành PDF."),
        )


class CalledOff(KehoachError):
    """The conversion was called off."""

    def __init__(self) -> None:
        super().__init__(_("Đã dừng chuyển văn bản sang PDF."))


def find() -> Path | None:
    """Return the program that makes PDFs on this PC, None where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return Path(found)
    homes = (os.environ.get("PROGRAMFILES"), os.environ.get("PROGRAMFILES(X86)"))
    places = [Path(home, place) for home in homes if home for place in _WINDOWS]
    return next((place for place in (*places, Path(_MAC)) if place.is_file()), None)


class Suite:
    """Holds how the programs are found; a test without one puts its own way in the place.

    `find` is for looking at a paper while it is written: Word starts too slowly for that.
    """

    find: Callable[[], Path | None] = staticmethod(find)
    find_word: Callable[[], Path | None] = staticmethod(find_word)


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper as a PDF, and the program that made it."""

    data: bytes
    program: str


def print_to_pdf(paper: Path, cancelled: Callable[[], bool] = lambda: False) -> Printed:
    """Return the paper as a PDF, by Word where it is installed, else by LibreOffice; for a job.

    Where Word does not manage, LibreOffice is asked. Raises NoPdf, CalledOff.
    """
    shell, suite = Suite.find_word(), Suite.find()
    if shell is not None:
        try:
            return Printed(_by_word(shell, paper, cancelled), "Word")
        except NoPdf:
            if suite is None:
                raise
    if suite is None:
        raise NoPdf
    return Printed(to_pdf(suite, paper, cancelled), SUITE)


def _by_word(shell: Path, paper: Path, cancelled: Callable[[], bool]) -> bytes:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        pdf = Path(place) / "ban-in.pdf"
        child = _run(word_command(shell), word_environment(paper.resolve(), pdf))
        _wait(child, cancelled)
        if child.returncode or not pdf.is_file():
            raise NoPdf
        return pdf.read_bytes()


def to_pdf(program: Path, paper: Path, cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """Return the paper as LibreOffice, `program`, prints it; for a job, it takes seconds.

    The program runs with a profile of its own, so that one that is open is left alone, and is
    killed when `cancelled`. Raises NoPdf, CalledOff.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        # Making a profile takes longer than the rest: it serves for the whole sitting.
        child = _start(program, paper, folder, scratch("libreoffice"))
        _wait(child, cancelled)
        made = folder / f"{paper.stem}.pdf"
        if child.returncode or not made.is_file():
            raise NoPdf
        return made.read_bytes()


def _start(program: Path, paper: Path, folder: Path, profile: Path) -> subprocess.Popen[bytes]:
    quiet = ("--headless", "--norestore", "--nolockcheck", "--nodefault")
    words = [f"-env:UserInstallation={profile.as_uri()}", *quiet]
    asked = ["--convert-to", "pdf", "--outdir", str(folder), str(paper)]
    return _run([str(program), *words, *asked])


def _run(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as refusal:
        raise NoPdf from refusal


def _wait(child: subprocess.Popen[bytes], cancelled: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while child.poll() is None:
        if cancelled():
            _kill(child)
            raise CalledOff
        if time.monotonic() > end:
            _kill(child)
            raise NoPdf
        time.sleep(_TICK)


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the program with what it started: its first process only starts another."""
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(child.pid)]
        subprocess.run(tree, check=False, capture_output=True)
    else:
        import signal

        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
