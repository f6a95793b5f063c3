"""What the window remembers for itself: its place, look and language; never facts of the office."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from kehoach_desktop import paths
from kehoach_desktop.ui import theme

LANGUAGES = ("vi", "en")
AUTO = "auto"


def _kept() -> QSettings:
    return QSettings(str(paths.data_dir() / "cua-so.ini"), QSettings.Format.IniFormat)


def _put(key: str, value: Any) -> None:
    _kept().setValue(key, value)


def language() -> str:
    """Return the language of the screens, "vi" or "en"."""
    kept = str(_kept().value("language", "vi"))
    return kept if kept in LANGUAGES else "vi"


def put_language(chosen: str) -> None:
    """Remember the language for the next start."""
    _put("language", chosen)


def theme_choice() -> str:
    """Return what was chosen: "auto", "light" or "dark"."""
    kept = str(_kept().value("theme", AUTO))
    return kept if kept in (theme.LIGHT, theme.DARK) else AUTO


def put_theme_choice(chosen: str) -> None:
    """Remember the look."""
    _put("theme", chosen)


def theme_name() -> str:
    """Return the look to wear: the chosen one, else that of the system."""
    if (chosen := theme_choice()) != AUTO:
        return chosen
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    scheme = QGuiApplication.styleHints().colorScheme()
    return theme.DARK if scheme == Qt.ColorScheme.Dark else theme.LIGHT


def zoom() -> int:
    """Return the size of text in percent."""
    kept = str(_kept().value("zoom", 100))
    return int(kept) if kept.isdigit() else 100


def put_zoom(percent: int) -> None:
    """Remember the size of text."""
    _put("zoom", percent)


def geometry(name: str) -> QByteArray:
    """Return the remembered place of a window or splitter, empty if there is none."""
    kept = _kept().value(f"geometry/{name}")
    return kept if isinstance(kept, QByteArray) else QByteArray()


def put_geometry(name: str, place: QByteArray) -> None:
    """Remember the place of a window or splitter."""
    _put(f"geometry/{name}", place)


def folder(*purposes: str) -> Path:
    """Return the folder last used for the first of `purposes` that has one, else the documents."""
    for purpose in purposes:
        kept = Path(str(_kept().value(f"folder/{purpose}", "")))
        if kept.is_absolute() and kept.is_dir():
            return kept
    from PySide6.QtCore import QStandardPaths

    documents = QStandardPaths.StandardLocation.DocumentsLocation
    place = Path(QStandardPaths.writableLocation(documents))
    return place if place.is_dir() else Path.home()


def watched() -> Path | None:
    """Return the folder that returned forms arrive in, None where none was chosen."""
    kept = str(_kept().value("watched", ""))
    return Path(kept) if kept else None


def put_watched(folder: Path | None) -> None:
    """Remember the folder that returned forms arrive in."""
    _put("watched", str(folder) if folder else "")


def put_folder(purpose: str, used: Path) -> None:
    """Remember the folder used for `purpose`."""
    _put(f"folder/{purpose}", str(used))
