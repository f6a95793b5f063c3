"""Word, where this PC has it: it saves a paper as the PDF that the office would print."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

POWERSHELL = r"System32\WindowsPowerShell\v1.0\powershell.exe"
WORD = r"Word.Application\CurVer"
# The paths come by the environment: nothing in a file name is ever read as a command. A Word of its
# own opens the paper read-only, its macros off (3), and leaves as a PDF (17).
SCRIPT = (
    "$ErrorActionPreference='Stop'; $word = New-Object -ComObject Word.Application; "
    "try { $word.Visible = $false; $word.DisplayAlerts = 0; $word.AutomationSecurity = 3; "
    "$paper = $word.Documents.Open($env:KEHOACH_PAPER, $false, $true, $false); "
    "$paper.ExportAsFixedFormat($env:KEHOACH_PDF, 17); $paper.Close($false) } "
    "finally { $word.Quit($false) }"
)


def find_word() -> Path | None:
    """Return what lets Word save a PDF, None where the registry knows of no Word."""
    if sys.platform != "win32":
        return None
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, WORD))
    except OSError:
        return None
    shell = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), POWERSHELL)
    return shell if shell.is_file() else None


def word_command(shell: Path) -> list[str]:
    """Return the command by which Word saves the PDF."""
    quiet = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]
    return [str(shell), *quiet, "-Command", SCRIPT]


def word_environment(paper: Path, pdf: Path) -> Mapping[str, str]:
    """Return the environment that tells the command which paper, and where its PDF goes."""
    return {**os.environ, "KEHOACH_PAPER": str(paper), "KEHOACH_PDF": str(pdf)}
