"""The moment another process shows its window, seen from outside by the X server."""

from __future__ import annotations

import ctypes
import time
from ctypes import POINTER, c_char_p, c_int, c_long, c_ulong, c_void_p
from pathlib import Path

SUBSTRUCTURE_NOTIFY = 1 << 19
MAP_NOTIFY = 19


class _AnyEvent(ctypes.Structure):
    _fields_ = [("kind", c_int), ("rest", c_long * 24)]


class FirstWindow:
    """Watches the hidden screen for a window that is put on it."""

    def __init__(self) -> None:
        self._x = _library()
        self._screen = self._x.XOpenDisplay(None)
        if not self._screen:
            message = "no X server: start this with dev.py bench"
            raise SystemExit(message)
        root = self._x.XDefaultRootWindow(self._screen)
        self._x.XSelectInput(self._screen, root, SUBSTRUCTURE_NOTIFY)
        self._x.XSync(self._screen, 0)

    def forget(self) -> None:
        """Drop what was seen so far."""
        while self._x.XPending(self._screen):
            self._next()

    def wait(self, seconds: float) -> float:
        """Return the time, on the clock of `time.perf_counter`, at which a window is mapped.

        Ends the measuring with a sentence when none is within `seconds`.
        """
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            while self._x.XPending(self._screen):
                if self._next() == MAP_NOTIFY:
                    return time.perf_counter()
            time.sleep(0.001)
        message = f"no window within {seconds:.0f} s: start the program by hand to see why"
        raise SystemExit(message)

    def _next(self) -> int:
        event = _AnyEvent()
        self._x.XNextEvent(self._screen, ctypes.byref(event))
        return int(event.kind)


def memory_of(process: int | str) -> int:
    """Return the kilobytes a process has for itself, with its share of what others have too."""
    rollup = Path("/proc", str(process), "smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))


def _library() -> ctypes.CDLL:
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
    x.XDefaultRootWindow.restype, x.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
    x.XSelectInput.argtypes = [c_void_p, c_ulong, c_long]
    x.XSync.argtypes = [c_void_p, c_int]
    x.XPending.argtypes = [c_void_p]
    x.XNextEvent.argtypes = [c_void_p, POINTER(_AnyEvent)]
    return x
