"""Which blocks of capacity and position may be signed (Nghị định 30/2020/NĐ-CP, Điều 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.words import AGENCY, CAPACITY
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import _

Fault = tuple[str, str]
PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q)(?:\s*\.\s*|\s+)(.*)", re.IGNORECASE)
SLASHED = re.compile(r"(?:T\s*/\s*[ML]|K\s*/\s*T|T\.\s*[ML]\.|K\.\s*T\.)")
COLLECTIVE = re.compile(r"(uy ban|ubnd|hoi dong|hdnd|ban |dang uy|thuong truc|tap the|to |doan )")
UNIT_HEAD = re.compile(
    r"(chanh van phong|truong phong|truong ban|giam doc|truong cong an|chi huy truong|"
    r"chanh thanh tra|to truong|doi truong|cuc truong|vu truong|chi cuc truong|thu truong)"
)
OWN_UNIT = re.compile(r"(phong|van phong|trung tam|cong an|so|ban|chi cuc|truong|tram|to|doi)\b")


def is_office(key: str) -> bool:
    """Say whether a folded line names a capacity or a position, not a person."""
    return bool(CAPACITY.match(key)) or bool(re.match(r"(tm|kt|tl|tuq|q)\s*\.|(t/[ml]|k/t)\b", key))


def block_faults(said: Sequence[str], anatomy: Anatomy) -> Iterator[Fault]:
    """Yield the rule broken and a sentence for each fault of a block of lines."""
    lines = [line.upper() for line in said]
    yield from _deputies(lines, anatomy)
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("QUYỀN "):
            message = _("Ghi “{name}”, không ghi “{text}”.")
            said = message.format(name=f"Q. {line.removeprefix('QUYỀN ')}", text=line)
            yield "signature-capacity", said
        if SLASHED.match(line):
            message = _("“{text}”: quyền hạn viết tắt bằng dấu chấm (TM., KT., TL.).")
            yield "signature-capacity", message.format(text=line)
        shape = PREFIX.match(line)
        if shape is None:
            continue
        if not re.match(r"(TM|KT|TL|TUQ|Q)\. \S", line):
            message = _("Viết “{text}” với dấu chấm và một dấu cách sau chữ viết tắt.")
            yield "signature-capacity", message.format(text=f"{shape[1]}. {shape[2]}")
        yield from _prefix_faults(shape[1], fold(shape[2]), fold(following), line)
    yield from _authority(lines, anatomy)


def _deputies(lines: Sequence[str], anatomy: Anatomy) -> Iterator[Fault]:
    """Yield a deputy who signs for nobody; minutes are signed by those who were there."""
    for before, line in zip(["", *lines], lines, strict=False):
        head = fold(line).removeprefix("pho ")
        if not line.startswith("PHÓ ") or anatomy.kind == "BIÊN BẢN":
            continue
        if not fold(before).startswith(("kt", "k/t", "tuq")) and head:
            message = _("Trên “{line}” phải có “KT. …”: cấp phó ký thay cấp trưởng.")
            yield "signature-capacity", message.format(line=line)


def _prefix_faults(prefix: str, whom: str, following: str, line: str) -> Iterator[Fault]:
    collective = bool(COLLECTIVE.match(whom))
    if prefix == "TM":
        if whom.startswith(("ubnd", "hdnd")):
            message = _("“{line}”: tên cơ quan sau TM. ghi đầy đủ, không viết tắt.")
            yield "signature-capacity", message.format(line=line)
        if not collective:
            message = _("“{line}” sai: TM. chỉ đứng trước tên tập thể, cơ quan.")
            yield "signature-capacity", message.format(line=line)
        elif not following:
            yield "signature-capacity", _("Dưới “{line}” thiếu chức vụ người ký.").format(line=line)
        return
    if collective:
        message = _("“{line}” sai: {prefix}. đứng trước chức vụ của người đứng đầu.")
        yield "signature-capacity", message.format(line=line, prefix=prefix)
    if whom.startswith("pho ") and prefix in {"KT", "TL", "Q"}:
        message = _(
            "“{line}” sai: {prefix}. đứng trước chức vụ của cấp trưởng, không phải cấp phó."
        )
        yield "signature-capacity", message.format(line=line, prefix=prefix)
    yield from _position_faults(prefix, whom, following, line)


def _position_faults(prefix: str, whom: str, following: str, line: str) -> Iterator[Fault]:
    deputy = following.split()[:2] == ["pho", *whom.split()[:1]] or following.endswith(" pho")
    if prefix == "KT" and not deputy:
        message = _("Dưới “{line}” phải là chức vụ cấp phó của chức vụ ấy.").format(line=line)
        yield "signature-capacity", message
    if prefix in {"TL", "TUQ"}:
        head = following.removeprefix("kt. ").removeprefix("kt.").strip()
        if prefix == "TUQ" and following.startswith("kt"):
            yield "signature-capacity", _("Người được ủy quyền không được giao lại cho cấp phó ký.")
        if not UNIT_HEAD.match(head) and not (prefix == "TUQ" and following):
            message = _("Dưới “{line}” phải là chức vụ người đứng đầu đơn vị.").format(line=line)
            yield "signature-capacity", message


def _authority(lines: Sequence[str], anatomy: Anatomy) -> Iterator[Fault]:
    """Yield where the block does not fit the body that issues the paper."""
    if not lines or anatomy.kind == "BIÊN BẢN":
        return
    first = fold(lines[0])
    unit = issued_by_unit(anatomy)
    collective = first.startswith(("tm. uy ban", "tm. ubnd"))
    if (
        anatomy.authority is not None
        and anatomy.authority.key.startswith("chu tich")
        and collective
    ):
        message = _("Quyết định của Chủ tịch thì không ký “{line}”.").format(line=lines[0])
        yield "signature-authority", message
    by_committee = anatomy.authority is not None and anatomy.authority.key.startswith(
        ("uy ban", "ubnd")
    )
    if by_committee and not first.startswith("tm."):
        message = _("Quyết định của Ủy ban nhân dân thì ký “TM. ỦY BAN NHÂN DÂN”.")
        yield "signature-authority", message
    issuers = " ".join(line.key for line in anatomy.head.agencies)
    other = {"uy ban": "tm. hoi dong", "hoi dong": "tm. uy ban"}
    if any(issuers.startswith(own) and first.startswith(tm) for own, tm in other.items()):
        message = _("“{line}” không phải cơ quan ban hành ở đầu văn bản.").format(line=lines[0])
        yield "signature-authority", message
    if unit and (collective or first.startswith("tl. chu tich")):
        message = _("Cơ quan ban hành là đơn vị trực thuộc, không ký “{line}”.").format(
            line=lines[0]
        )
        yield "signature-authority", message
    if not unit and anatomy.head.agencies and UNIT_HEAD.match(first) and _is_committee(anatomy):
        message = _("Người đứng đầu đơn vị ký văn bản của Ủy ban nhân dân phải ghi “TL. CHỦ TỊCH”.")
        yield "signature-authority", message


def issued_by_unit(anatomy: Anatomy) -> bool:
    """Say whether a unit of the body named above it issues the paper."""
    keys = [line.key for line in anatomy.head.agencies if AGENCY.match(line.key.upper())]
    return any(OWN_UNIT.match(key) for key in keys[1:])


def _is_committee(anatomy: Anatomy) -> bool:
    return anatomy.head.agencies[0].key.startswith(("uy ban nhan dan", "ubnd"))
