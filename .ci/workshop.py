"""What the workshop stands on: a Python, locked packages, Debian's libraries, a hidden screen."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST, TOO_NEW = (3, 11), (3, 14)
COVERS = {"run": ("run",), "dev": ("dev", "run")}  # the lock for developers holds the other

# What Qt loads from a Debian system, and the package each library comes in.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Times New Roman by its widths; the older package lacks the Vietnamese letters.
SERIFS = {"liberation": "fonts-liberation", "liberation2": "fonts-liberation2"}
FONTS = Path("/usr/share/fonts/truetype")
PROGRAMS = {"libswlo.so": "libreoffice-writer-nogui", "libsclo.so": "libreoffice-calc-nogui"}
OFFICE = Path("/usr/lib/libreoffice/program")


def set_up(kind: str) -> None:
    """Bring `.venv` to the state of the lock named `kind` ("run" or "dev"), if it is not there."""
    lock, stamp = lock_of(kind), stamp_of(kind)
    if not (PYTHON.exists() and stamp.exists() and stamp.read_text() == state_of(lock)):
        make_venv()
        print(f"dev.py: installing what {lock.name} pins (once)…")
        pip = [PYTHON, "-m", "pip", "install", "-q", "--no-input", "--require-hashes", "-r", lock]
        if not quietly(pip):
            stop("the dependencies could not be installed. Is there a network?")
        see_the_checkout()
        for covered in COVERS[kind]:
            stamp_of(covered).write_text(state_of(lock_of(covered)))
    if sys.platform == "linux":
        install({package for name, package in QT_LIBRARIES.items() if not loads(name)})


def lock_of(kind: str) -> Path:
    """Return the file that pins what `kind` needs."""
    return ROOT / "requirements" / f"{kind}.lock"


def stamp_of(kind: str) -> Path:
    """Return the file that says which state of the lock is installed."""
    return VENV / f"stamp-{kind}"


def state_of(lock: Path) -> str:
    """Return what changes when the lock does."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def make_venv() -> None:
    """Make `.venv` with a Python that fits, unless a working one is there."""
    if PYTHON.exists() and fits(str(PYTHON)):
        return
    python = fitting_python()
    if not has_venv(python):
        install({"python3-venv"})
    print(f"dev.py: making .venv with {python}")
    if not quietly([python, "-m", "venv", "--clear", VENV]):
        stop("no virtual environment could be made with this Python.")


def fitting_python() -> str:
    """Return a Python of a version the project runs on, the running one if it is."""
    names = [sys.executable, *(f"python3.{minor}" for minor in range(TOO_NEW[1] - 1, 10, -1))]
    found = next(filter(fits, names), "")
    if not found:
        stop("the project needs Python 3.11, 3.12 or 3.13, and none of them was found.")
    return found


def fits(python: str) -> bool:
    """Say whether `python` starts and is of a version the project runs on."""
    asked = f"import sys; sys.exit(not {OLDEST} <= sys.version_info[:2] < {TOO_NEW})"
    return succeeds(python, "-c", asked)


def has_venv(python: str) -> bool:
    """Say whether `python` can make virtual environments: Debian packs that apart."""
    return succeeds(python, "-c", "import ensurepip, venv")


def see_the_checkout() -> None:
    """Let the Python of `.venv` find the package from any folder."""
    asked = [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    Path(site, "kehoach_checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def loads(library: str) -> bool:
    """Say whether the system has the shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_oracle() -> None:
    """Install what the tests look at papers with; the program itself never needs it."""
    wanted = {package for folder, package in SERIFS.items() if not (FONTS / folder).is_dir()}
    for library, package in PROGRAMS.items():
        if not (OFFICE / library).is_file():
            wanted.add(package)
    install(wanted)


def install(packages: set[str]) -> None:
    """Install Debian packages as root; where that cannot be, say which are missing and go on."""
    if not packages or not shutil.which("apt-get"):
        return
    listed = sorted(packages)
    if os.geteuid() == 0:
        print(f"dev.py: installing {' '.join(listed)}…")
        environment = {"DEBIAN_FRONTEND": "noninteractive"}
        quietly(["apt-get", "-q", "update"], **environment)
        command = ["apt-get", "-q", "install", "-y", "--no-install-recommends", *listed]
        if quietly(command, **environment):
            return
    print(f"dev.py: MISSING; install with: sudo apt-get install {' '.join(listed)}")


@contextlib.contextmanager
def display() -> Iterator[str]:
    """Give the name of a screen nobody looks at, of the size an office has."""
    if not shutil.which("Xvfb"):
        install({"xvfb"})
    if not shutil.which("Xvfb"):
        stop("a hidden screen needs Xvfb, and it is missing.")
    number, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(number) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def tell(*command: object, **environment: str) -> int:
    """Run a command in the open and return its exit code."""
    words = [str(word) for word in command]
    try:
        return subprocess.run(words, env={**os.environ, **environment}, check=False).returncode
    except KeyboardInterrupt:
        return 130


def succeeds(*command: str) -> bool:
    """Say whether a command can be started and exits with 0."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def quietly(command: Sequence[object], **environment: str) -> bool:
    """Run a command unheard and say whether it went well; if not, show its last words."""
    words = [str(word) for word in command]
    heard = subprocess.run(
        words,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if heard.returncode:
        print("\n".join(heard.stdout.decode("utf-8", "replace").splitlines()[-15:]))
    return heard.returncode == 0


def stop(sentence: str) -> NoReturn:
    """End with a sentence."""
    sys.exit(f"dev.py: {sentence}")
