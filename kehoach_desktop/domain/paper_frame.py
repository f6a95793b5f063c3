"""What stands around the text of every paper: who writes it, its number and day, who signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.text import NBSP, official_date

GAP = NBSP * 6
BLANK = "…………"


class PaperKind(StrEnum):
    """The papers an office writes; the value also names the template."""

    WEEKLY_REPORT = "bao_cao_tuan"
    MONTHLY_REPORT = "bao_cao_thang"
    QUARTERLY_REPORT = "bao_cao_quy"
    HALF_YEAR_REPORT = "bao_cao_6_thang"
    NINE_MONTH_REPORT = "bao_cao_9_thang"
    YEARLY_REPORT = "bao_cao_nam"
    AD_HOC_REPORT = "bao_cao_dot_xuat"
    TEAM_REPORT = "bao_cao_to_cnscd"
    PLAN = "ke_hoach"
    LETTER = "cong_van"
    SUBMISSION = "to_trinh"
    NOTICE = "thong_bao"
    INVITATION = "giay_moi"
    MINUTES = "bien_ban"
    DECISION = "quyet_dinh"


@dataclass(frozen=True, slots=True)
class PaperType:
    """The type of a paper (tên loại) inside a sentence and in its symbol; a letter has none."""

    name: str
    abbreviation: str = ""


REPORT = PaperType("Báo cáo", "BC")
# The abbreviations are those of NĐ 30/2020, Phụ lục III.
TYPES = {
    **{kind: REPORT for kind in PaperKind if kind.value.startswith("bao_cao")},
    PaperKind.PLAN: PaperType("Kế hoạch", "KH"),
    PaperKind.LETTER: PaperType("Công văn"),
    PaperKind.SUBMISSION: PaperType("Tờ trình", "TTr"),
    PaperKind.NOTICE: PaperType("Thông báo", "TB"),
    PaperKind.INVITATION: PaperType("Giấy mời", "GM"),
    PaperKind.MINUTES: PaperType("Biên bản", "BB"),
    PaperKind.DECISION: PaperType("Quyết định", "QĐ"),
}


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who writes the paper: its name in full and for short, its letterhead, its symbol.

    `parent` is the body over a unit that writes in its own name; a committee has none (NĐ 30/2020,
    Phụ lục I, II.2).
    """

    name: str
    short_name: str
    lines: tuple[str, ...]
    symbol: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines of authority and position in capitals, and the name under them."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around the text.

    `subject` is the trích yếu in its lines; `recipients` are those of Nơi nhận without dash or
    mark, `first_recipient` what stands over them ("Như trên", "Như Điều 3"); `archive` is the last
    line. `number` and `issued_on` are None in a draft, which leaves gaps and bears the month
    `dated`. `author` is who is named as having issued it, where that is not the issuer;
    `body_size` the size of the text in points, 0 as the template has it.
    """

    kind: PaperKind
    issuer: Issuer
    place: str
    subject: tuple[str, ...]
    signature: Signature
    dated: date
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    first_recipient: str = ""
    archive: str = "Lưu: VT"
    number: int | None = None
    issued_on: date | None = None
    author: str = ""
    drafting_unit: str = ""
    second_signature: Signature | None = None
    body_size: int = 0

    @property
    def number_and_symbol(self) -> str:
        """` 05/BC-UBND`, with a gap for the number of a draft (NĐ 30/2020, Phụ lục I, II.3)."""
        number = f"{NBSP}{self.number:02d}" if self.number else GAP
        kind = TYPES[self.kind].abbreviation
        if kind:
            return f"{number}/{kind}-{self.issuer.symbol}"
        return f"{number}/{'-'.join(filter(None, (self.issuer.symbol, self.drafting_unit)))}"

    @property
    def day(self) -> str:
        """The day of issue in full; a draft leaves a gap for the day of the month."""
        if self.issued_on:
            return official_date(self.issued_on)
        return official_date(self.dated).replace(f"ngày {self.dated.day:02d}", f"ngày{GAP}")

    @property
    def attached(self) -> str:
        """What an appendix says it goes with: "(Kèm theo Kế hoạch số … của …)"."""
        name = TYPES[self.kind].name
        author = self.author or self.issuer.name
        return f"(Kèm theo {name} số{self.number_and_symbol} {self.day} của {author})"


def committee(office: Office) -> Issuer:
    """Return the office's People's Committee as the issuer."""
    unit, name = office.unit.upper(), office.name.upper()
    return Issuer(
        f"Ủy ban nhân dân {office.full_name}",
        office.people_committee,
        ("ỦY BAN NHÂN DÂN", f"{unit} {name}"),
        "UBND",
    )


def unit_of(office: Office, name: str, symbol: str) -> Issuer:
    """Return a unit of the office that writes in its own name."""
    parent = f"UBND {office.unit.upper()} {office.name.upper()}"
    return Issuer(name, name, (name.upper(),), symbol or BLANK, parent)


def addressees_of(text: str) -> tuple[str, ...]:
    """Return whom a paper goes to; several are divided by semicolons or lines."""
    names = text.replace("\n", ";").split(";")
    return tuple(name.strip(" .-") for name in names if name.strip(" .-"))


def recipients_of(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of Nơi nhận as they are kept: without dash, mark or "Như trên"."""
    bare = (line.strip().removeprefix("- ").rstrip(" ;.") for line in lines)
    return tuple(line for line in bare if line and line != "Như trên")
