"""A folder for files that are looked at and not kept, gone when the program ends."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path


@cache
def _home() -> Path:
    made = Path(tempfile.mkdtemp(prefix="kehoach-"))
    # A file that is still open in Word stays behind; the system clears such folders.
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def scratch(name: str) -> Path:
    """Return the folder of that name; it is there."""
    folder = _home() / name
    folder.mkdir(exist_ok=True)
    return folder
