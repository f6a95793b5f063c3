"""Findings and mends as JSON lines and back: what the process that checks says to the program."""

from __future__ import annotations

import base64
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from kehoach_desktop.documents.check.mending import mend_paper
from kehoach_desktop.documents.check.paper import check_paper
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.paper_check import MendedPaper, PaperFinding, PaperMend
from kehoach_desktop.files import NotWritten, replace_file
from kehoach_desktop.i18n import _

CHUNK = 60_000  # a multiple of three: each line of letters is whole
Said = dict[str, Any]


class SamePlace(KehoachError):
    """The mended paper would take the place of the one it was made from."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Bản đã sửa không được ghi đè lên tệp gốc “{name}”.").format(name=path.name),
            hint=_("Hãy đặt tên khác cho bản đã sửa."),
        )


def check_aloud(_data: bytes, parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the findings of the paper whose package holds `parts` as lines."""
    yield from spoken(check_paper(parts))


def mend_aloud(data: bytes, parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the paper in `data` with its safe mends made, and what is left to see to, as lines."""
    mended = mend_paper(data, parts)
    for mend in mended.mends:
        yield _line("mend", **asdict(mend))
    for start in range(0, len(mended.content), CHUNK):
        letters = base64.b64encode(mended.content[start : start + CHUNK]).decode("ascii")
        yield _line("content", letters=letters)
    yield from spoken(mended.findings)


def spoken(findings: Iterable[PaperFinding]) -> Iterator[str]:
    """Yield the lines that carry `findings`; the last one closes them."""
    said = [_line("finding", **asdict(finding)) for finding in findings]
    yield from said
    yield _line("end", findings=len(said))


def heard(said: Iterable[Said]) -> tuple[PaperFinding, ...]:
    """Return the findings that the lines carry.

    Raises ValueError where the closing line is missing.
    """
    findings: list[PaperFinding] = []
    for line in said:
        if line["kind"] == "end" and line["findings"] == len(findings):
            return tuple(findings)
        findings.append(_finding(line))
    raise ValueError(len(findings))


def heard_mended(said: Iterable[Said]) -> MendedPaper:
    """Return the mended paper that the lines carry. Raises what `heard` raises."""
    content = bytearray()
    mends: list[PaperMend] = []
    rest: list[Said] = []
    for line in said:
        match line["kind"]:
            case "mend":
                mends.append(PaperMend(line["rule"], line["place"], line["before"], line["after"]))
            case "content":
                content += base64.b64decode(line["letters"], validate=True)
            case _:
                rest.append(line)
    return MendedPaper(bytes(content), tuple(mends), heard(rest))


def write_mended(mended: MendedPaper, source: Path, target: Path) -> MendedPaper:
    """Write the mended paper to `target`, never over `source`, and return it.

    Raises SamePlace where both are one file, NotWritten when the disk refuses.
    """
    if target.exists() and source.exists() and target.samefile(source):
        raise SamePlace(source)

    def put(draft: BinaryIO) -> None:
        draft.write(mended.content)

    replace_file(target, put, _reopen)
    return mended


def _reopen(path: Path) -> None:
    if not zipfile.is_zipfile(path):
        raise NotWritten(_("Tệp vừa ghi bị hỏng."), target=path)


def _line(kind: str, **values: object) -> str:
    return json.dumps({"kind": kind, **values}, ensure_ascii=False, separators=(",", ":"))


def _finding(line: Said) -> PaperFinding:
    severity = Severity(line["severity"])
    return PaperFinding(line["rule"], severity, line["place"], line["message"], line["source"])
