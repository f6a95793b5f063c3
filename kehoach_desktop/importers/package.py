"""The zip that an office file is: unpacked in memory, counted, and refused where it is no such."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from kehoach_desktop.importers.errors import (
    DamagedFile,
    FileTooBig,
    PasswordProtected,
    SuspiciousFile,
)

FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
PICTURES = ("media/", "embeddings/", "thumbnails/", "pictures/")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a package may unpack to: bytes of one part, bytes of all parts, number of parts."""

    part: int = 64 << 20
    total: int = 150 << 20
    members: int = 4000


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Package:
    """The XML parts of an office file, by name."""

    parts: dict[str, bytes]

    def part(self, name: str) -> bytes:
        """Return the part of that name, empty where there is none."""
        return self.parts.get(name, b"")


def unpack(data: bytes, name: str, limits: Limits = LIMITS) -> Package:
    """Return the XML parts of the zip in `data`; pictures are never unpacked.

    Sizes are counted as the bytes come, never believed; check sums are checked. Raises the
    UnreadableFile that says what is wrong.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = _members(archive, name, limits)
            return Package(_unpacked(archive, members, name, limits))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, OSError) as broken:
        raise DamagedFile(name) from broken
    except (NotImplementedError, RuntimeError) as strange:
        raise SuspiciousFile(name) from strange


def _members(archive: zipfile.ZipFile, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > limits.members:
        raise FileTooBig(name)
    if any(member.flag_bits & 1 for member in members):
        raise PasswordProtected(name)
    distinct = {member.filename for member in members}
    offsets = {member.header_offset for member in members}
    if min(len(distinct), len(offsets)) < len(members):
        raise SuspiciousFile(name)
    return members


def _unpacked(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str, limits: Limits
) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    room = limits.total
    for member in members:
        if member.filename.endswith(("/", ".bin")) or _is_picture(member.filename):
            continue
        with archive.open(member) as stream:
            part = stream.read(min(limits.part, room) + 1)
            if len(part) > min(limits.part, room):
                raise FileTooBig(name)
        room -= len(part)
        parts[member.filename] = _checked(part, member.filename, name)
    return parts


def _is_picture(member: str) -> bool:
    return any(folder in member.lower() for folder in PICTURES)


def _checked(part: bytes, member: str, name: str) -> bytes:
    if not member.lower().endswith((".xml", ".rels", ".vml")):
        return part
    if part.startswith(UTF16) or FORBIDDEN.search(part):
        raise SuspiciousFile(name)
    return part


def ending(package: Package, tail: str) -> bytes:
    """Return the first part whose name ends with `tail`, empty where there is none."""
    return next((data for part, data in package.parts.items() if part.endswith(tail)), b"")
