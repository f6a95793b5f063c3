"""An issued paper written anew, held against the file that was issued."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum

from kehoach_desktop.i18n import mark

TEXT = "word/document.xml"
_PARAGRAPH = re.compile(r"</w:p>")
_WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


class Likeness(StrEnum):
    """How the paper written anew compares with what was issued."""

    EQUAL = "equal"
    RESTYLED = "restyled"
    OTHER_MAKER = "other_maker"
    TAMPERED = "tampered"
    NOT_KEPT = "not_kept"


LIKENESS_WORDS = {
    Likeness.EQUAL: mark("dựng lại giống hệt bản đã phát hành"),
    Likeness.RESTYLED: mark("dựng lại đúng từng chữ; chỉ khác mẫu trình bày"),
    Likeness.OTHER_MAKER: mark("tệp còn nguyên; lập bởi bản chương trình hoặc mẫu khác"),
    Likeness.TAMPERED: mark("không khớp bản đã phát hành: đã bị sửa"),
    Likeness.NOT_KEPT: mark("phát hành trước khi giữ dữ liệu; chỉ đối chiếu được tệp"),
}


@dataclass(frozen=True, slots=True)
class RebuiltPaper:
    """The verdict, and the lines that differ: as issued (None: not there), as written anew."""

    likeness: Likeness
    lines: tuple[tuple[str | None, str | None], ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing speaks against the paper being the one that was issued."""
        return self.likeness is not Likeness.TAMPERED


def rebuilt(kept: bytes, anew: bytes, *, same_maker: bool) -> RebuiltPaper:
    """Compare the file that was issued with the same paper written anew.

    A template restyled since gives another look to the same words; another version of the program
    or a template with other words may give other words to the same paper (not `same_maker`).
    """
    if kept == anew:
        return RebuiltPaper(Likeness.EQUAL)
    before, after = lines_of(kept), lines_of(anew)
    if before == after:
        return RebuiltPaper(Likeness.RESTYLED)
    verdict = Likeness.TAMPERED if same_maker else Likeness.OTHER_MAKER
    return RebuiltPaper(verdict, tuple(_differing(before, after)))


def lines_of(file: bytes) -> list[str]:
    """Return the words of a Word file of ours, a paragraph a line; none for a broken file."""
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            text = archive.read(TEXT).decode()
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError):
        return []
    told = ("".join(_WORDS.findall(part)) for part in _PARAGRAPH.split(text))
    return [html.unescape(line) for line in told if line]


def _differing(before: list[str], after: list[str]) -> list[tuple[str | None, str | None]]:
    from difflib import SequenceMatcher

    found: list[tuple[str | None, str | None]] = []
    for kind, i, j, m, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for index in range(max(j - i, n - m)):
            old = before[i + index] if i + index < j else None
            new = after[m + index] if m + index < n else None
            found.append((old, new))
    return found
