"""Where things lie: the three homes of the program, and the folder of the person who uses it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

DATA_VARIABLE = "KEHOACH_DATA"
READ_WORKER = "--read-worker"
CHECK_WORKER = "--check-worker"
MEND = "--mend"
_PACKAGE = Path(__file__).resolve().parent


def home() -> Path:
    """Return the folder that holds templates, resources and catalogues.

    Frozen it is the bundle, in a wheel a folder inside the package, in a checkout the root.
    """
    if is_frozen():
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))
    installed = _PACKAGE / "_home"
    return installed if installed.is_dir() else _PACKAGE.parent


def is_frozen() -> bool:
    """Say whether the program runs as a bundle, without a Python of its own."""
    return bool(getattr(sys, "frozen", False))


def templates() -> Path:
    """Return the folder of the Word templates an office may restyle."""
    return home() / "templates_docx"


def office_templates() -> Path:
    """Return the folder where this office keeps the templates it restyled; it may not exist."""
    return data_dir() / "mau-van-ban"


def resources() -> Path:
    """Return the folder of the stylesheet, the icons and the sample commune."""
    return home() / "resources"


def sample_dir() -> Path:
    """Return the folder of the files the sample commune learns on."""
    return resources() / "mau"


def catalogues() -> Path:
    """Return the folder of the compiled translations."""
    return home() / "i18n"


def data_dir() -> Path:
    """Return the user's own folder for the store, the backups and the log; it may not exist yet.

    `KEHOACH_DATA` in the environment moves it, for a portable disk and for tests.
    """
    if chosen := os.environ.get(DATA_VARIABLE):
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("kehoach_desktop", appauthor=False)


def default_store() -> Path:
    """Return the store that is opened when none is named."""
    return data_dir() / "so.khxa"


def backups_of(store: Path) -> Path:
    """Return the folder where the backups of `store` are kept: beside it."""
    return store.parent / "sao-luu"


def originals_of(store: Path) -> Path:
    """Return the folder where the files that plans of `store` were read from are kept."""
    return store.parent / "tep-goc"


def evidence_of(store: Path) -> Path:
    """Return the folder where the files attached to answers in `store` are kept: beside it."""
    return store.parent / "minh-chung"


def signed_of(store: Path) -> Path:
    """Return the folder where the signed copies of issued papers of `store` are kept."""
    return store.parent / "ban-ky"


def log_file() -> Path:
    """Return the file of the running log."""
    return data_dir() / "nhat-ky.log"


def worker_command() -> list[str]:
    """Return the command that starts the process which reads files from outside."""
    if is_frozen():
        return [sys.executable, READ_WORKER]
    return [sys.executable, "-m", "kehoach_desktop.importers.child"]


def window_command(store: Path) -> list[str]:
    """Return the command that opens the window over the store at `store`."""
    start = [sys.executable] if is_frozen() else [sys.executable, "-m", "kehoach_desktop"]
    return [*start, "--store", str(store)]


def check_command() -> list[str]:
    """Return the command that starts the process which checks a paper from outside."""
    start = [sys.executable] if is_frozen() else [sys.executable, "-m", "kehoach_desktop"]
    return [*start, CHECK_WORKER]
