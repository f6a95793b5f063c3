"""Bytes of a text file as text: which of the encodings offices use this one is in."""

from __future__ import annotations

import re

from kehoach_desktop.domain.text import nfc

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


def read_text(data: bytes) -> str | None:
    """Return `data` as composed text, None where it is no text.

    A mark at the beginning decides, else what the file says of itself, else UTF-8, else the
    Vietnamese code page of Windows.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if b"\x00" in data[:4000]:
        return _without_mark(data)
    declared = DECLARED.search(data[:2000])
    names = [declared[1].decode("ascii")] if declared else []
    texts = (_decoded(data, encoding) for encoding in (*names, "utf-8", "cp1258"))
    return next((text for text in texts if text is not None), None)


def _without_mark(data: bytes) -> str | None:
    """Read UTF-16 without a mark, told by every second byte being nought."""
    even, odd = data[:4000:2].count(0), data[1:4000:2].count(0)
    if max(even, odd) < len(data[:4000]) / 5:
        return None
    return _decoded(data, "utf-16-be" if even > odd else "utf-16-le")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = nfc(data.decode(encoding))
    except (UnicodeDecodeError, LookupError):
        return None
    controls = sum(c < " " and c not in "\t\n\r\v\f" for c in text[:4000])
    return None if controls > 4 else text
