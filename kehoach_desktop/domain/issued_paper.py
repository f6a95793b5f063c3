"""A paper as it was issued: its place in the register, its data, and the file that was signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.paper_frame import TYPES, Frame, PaperKind
from kehoach_desktop.domain.plan import new_id
from kehoach_desktop.i18n import _, mark


class Relation(StrEnum):
    """What a paper is to the one it names (NĐ 30/2020, Điều 18).

    Faulty content is amended or replaced by a paper of the same kind, faulty form is put right by
    a letter.
    """

    NONE = ""
    REPLACES = "thay_the"
    AMENDS = "sua_doi"
    CORRECTS = "dinh_chinh"


RELATION_WORDS = {
    Relation.REPLACES: mark("thay thế"),
    Relation.AMENDS: mark("sửa đổi"),
    Relation.CORRECTS: mark("đính chính"),
}


class NumberTaken(KehoachError):
    """The number was given in that year already."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            _("Số {symbol} đã cấp cho văn bản khác trong năm; chưa ghi gì.").format(symbol=symbol),
            hint=_("Xem sổ văn bản đi: kehoach register."),
        )


class NothingToIssue(KehoachError):
    """A paper with blanks cannot be issued."""

    def __init__(self, gaps: Iterable[str]) -> None:
        super().__init__(
            _("Văn bản còn để trống: {gaps}; chưa phát hành.").format(gaps=", ".join(gaps)),
            hint=_("Điền đủ rồi phát hành, hoặc in dự thảo bằng lệnh: kehoach paper."),
        )


class UnknownPaper(KehoachError):
    """No paper of that id was issued."""

    def __init__(self, paper: str) -> None:
        super().__init__(
            _("Không có văn bản mang mã “{id}” trong sổ văn bản đi.").format(id=paper),
            hint=_("Xem mã văn bản: kehoach register."),
        )


class OtherKind(KehoachError):
    """A paper is replaced or amended by one of its own kind only (NĐ 30/2020, Điều 18)."""

    def __init__(self, symbol: str, kind: PaperKind) -> None:
        super().__init__(
            _("Văn bản {symbol} chỉ được thay thế, sửa đổi bằng {kind}; chưa ghi gì.").format(
                symbol=symbol, kind=TYPES[kind].name.lower()
            ),
            hint=_("Sai thể thức thì đính chính bằng công văn."),
        )


class AlreadyReplaced(KehoachError):
    """Another paper took the place of this one already."""

    def __init__(self, symbol: str, by: str) -> None:
        super().__init__(
            _("Văn bản {symbol} đã được thay thế bằng {by}; chưa ghi gì.").format(
                symbol=symbol, by=by
            ),
            hint=_("Sửa tiếp thì sửa văn bản {by}.").format(by=by),
        )


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A line of the register; `series` is what its number runs in, within the year.

    `data` is what was asked for, as JSON text; `sha256` that of the file; `replaces` the id of the
    paper this one corrects, or "", and `relation` how it does.
    """

    id: str
    kind: PaperKind
    series: str
    number: int
    symbol: str
    issued_on: date
    subject: str
    signer: str
    sha256: str
    data: str = "{}"
    replaces: str = ""
    relation: Relation = Relation.NONE

    @property
    def year(self) -> int:
        """The year whose numbers it belongs to."""
        return self.issued_on.year


@dataclass(frozen=True, slots=True)
class Series:
    """The papers of a year that share one run of numbers, and the numbers left out."""

    name: str
    papers: tuple[IssuedPaper, ...]

    @property
    def gaps(self) -> tuple[int, ...]:
        """The numbers below the highest that no paper bears."""
        given = {paper.number for paper in self.papers}
        return tuple(n for n in range(1, max(given, default=0)) if n not in given)

    @property
    def out_of_order(self) -> tuple[IssuedPaper, ...]:
        """The papers dated before one with a lower number."""
        latest, found = date.min, []
        for paper in self.papers:
            if paper.issued_on < latest:
                found.append(paper)
            latest = max(latest, paper.issued_on)
        return tuple(found)


def series_of(frame: Frame) -> str:
    """Return the run of numbers a paper belongs to: "BC-UBND", "UBND" for letters."""
    return "-".join(filter(None, (TYPES[frame.kind].abbreviation, frame.issuer.symbol)))


def as_issued(
    frame: Frame,
    file: bytes,
    data: str,
    replaces: str = "",
    relation: Relation = Relation.REPLACES,
) -> IssuedPaper:
    """Return the line of the register for a paper. Raises NothingToIssue without number or day."""
    if frame.number is None or frame.issued_on is None:
        raise NothingToIssue(("number", "date"))
    return IssuedPaper(
        new_id(),
        frame.kind,
        series_of(frame),
        frame.number,
        "".join(frame.number_and_symbol.split()),
        frame.issued_on,
        " ".join(" ".join(frame.subject).split()),
        frame.signature.name,
        fingerprint(file),
        data,
        replaces,
        relation if replaces else Relation.NONE,
    )


def refuse_relation(paper: IssuedPaper, old: IssuedPaper, later: IssuedPaper | None) -> None:
    """Raise OtherKind or AlreadyReplaced where `paper` may not stand for `old`.

    `later` is what replaced the old paper already.
    """
    own = (Relation.REPLACES, Relation.AMENDS)
    if paper.relation in own and paper.kind is not old.kind:
        raise OtherKind(old.symbol, old.kind)
    if later is not None:
        raise AlreadyReplaced(old.symbol, later.symbol)


def fingerprint(file: bytes) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return sha256(file).hexdigest()


def in_series(papers: Iterable[IssuedPaper]) -> tuple[Series, ...]:
    """Return the papers by their series, in the order of their numbers."""
    parted: dict[str, list[IssuedPaper]] = {}
    for paper in sorted(papers, key=lambda paper: (paper.series, paper.number)):
        parted.setdefault(paper.series, []).append(paper)
    return tuple(Series(name, tuple(inside)) for name, inside in parted.items())
