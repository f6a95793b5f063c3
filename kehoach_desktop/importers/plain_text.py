"""Bytes of a text file as text: which of the encodings offices use this one is in."""

from __future__ import annotations

import re

from kehoach_desktop.domain.text import nfc

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)

UNREADABLE = "\ufffd".encode()
SPOILT_AT_MOST = 20  # whole letters beyond ASCII for one that is spoilt


def read_text(data: bytes) -> str | None:
    """Return `data` as composed text, None where it is no text.

    A mark at the beginning decides, else what the file says of itself, else UTF-8, else the
    Vietnamese code page of Windows. Where a few bytes were spoilt the letters they made are
    U+FFFD, for `whole_file` to tell.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(_even(data) if encoding == "utf-16" else data, encoding)
    if b"\x00" in data[:4000]:
        return _without_mark(data) or _nearly_utf8(data.replace(b"\x00", UNREADABLE))
    declared = DECLARED.search(data[:2000])
    names = [declared[1].decode("ascii")] if declared else []
    texts = (_decoded(data, encoding) for encoding in (*names, "utf-8"))
    known = next((text for text in texts if text is not None), None)
    return known or _nearly_utf8(data) or _decoded(data, "cp1258")


def _nearly_utf8(data: bytes) -> str | None:
    """Read UTF-8 in which a few bytes were spoilt, None where it is no such text."""
    text = nfc(data.decode("utf-8", "replace"))
    spoilt = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text) - spoilt
    controls = sum(c < " " and c not in "\t\n\r\v\f" for c in text)
    return text if whole > SPOILT_AT_MOST * spoilt and controls * 200 < len(text) else None


def _even(data: bytes) -> bytes:
    """Return UTF-16 without the half of a letter that a broken download may end in."""
    return data[: len(data) // 2 * 2]


def _without_mark(data: bytes) -> str | None:
    """Read UTF-16 without a mark, told by every second byte being nought."""
    even, odd = data[:4000:2].count(0), data[1:4000:2].count(0)
    if max(even, odd) < len(data[:4000]) / 5:
        return None
    return _decoded(_even(data), "utf-16-be" if even > odd else "utf-16-le")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = nfc(data.decode(encoding))
    except (UnicodeDecodeError, LookupError):
        return None
    controls = sum(c < " " and c not in "\t\n\r\v\f" for c in text[:4000])
    return None if controls > 4 else text
