"""The office that uses the program: what it is called, who signs, to whom its papers go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import mark


class OfficeKind(StrEnum):
    """The three kinds of commune since 01/7/2025."""

    COMMUNE = "xa"
    WARD = "phuong"
    SPECIAL_ZONE = "dac_khu"


KIND_WORDS = {
    OfficeKind.COMMUNE: mark("xã"),
    OfficeKind.WARD: mark("phường"),
    OfficeKind.SPECIAL_ZONE: mark("đặc khu"),
}


class SigningCapacity(StrEnum):
    """In whose place the signer signs (NĐ 30/2020, Điều 13 and Phụ lục I, II.7)."""

    CHAIRMAN = "chu_tich"
    DEPUTY = "pho_chu_tich"
    ACTING = "quyen_chu_tich"
    CHIEF_OF_OFFICE = "chanh_van_phong"
    DEPUTY_CHIEF = "pho_chanh_van_phong"
    AUTHORISED = "uy_quyen"


CAPACITY_WORDS = {
    SigningCapacity.CHAIRMAN: mark("Chủ tịch (TM. Ủy ban nhân dân)"),
    SigningCapacity.DEPUTY: mark("Phó Chủ tịch (KT. Chủ tịch)"),
    SigningCapacity.ACTING: mark("Quyền Chủ tịch (Q. Chủ tịch)"),
    SigningCapacity.CHIEF_OF_OFFICE: mark("Chánh Văn phòng (TL. Chủ tịch)"),
    SigningCapacity.DEPUTY_CHIEF: mark("Phó Chánh Văn phòng (TL., KT.)"),
    SigningCapacity.AUTHORISED: mark("Chánh Văn phòng (TUQ. Chủ tịch)"),
}

SIGNATURE_BLOCKS = {
    SigningCapacity.CHAIRMAN: ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    SigningCapacity.DEPUTY: ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    SigningCapacity.ACTING: ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
    SigningCapacity.CHIEF_OF_OFFICE: ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
    SigningCapacity.DEPUTY_CHIEF: ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    SigningCapacity.AUTHORISED: ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
}

# Special zones of fewer than 1 000 people, which have no people's council (Luật 72/2025/QH15,
# Điều 28).
_WITHOUT_COUNCIL = frozenset(["bach long vi", "con co", "hoang sa", "truong sa"])


@dataclass(frozen=True, slots=True)
class Office:
    """The particulars every paper needs.

    `name` is without its kind ("Bình Minh"); `place` stands in the date line; `addressee` is whom
    monthly reports go up to (empty: none); `recipients` are the lines of Nơi nhận without dash or
    stop, the last one ("Lưu: VT, …") is made from `drafting_unit`; `reporting_day` is the day of
    the month before which the report is due; `cutoff_day` the last day of figures (0: month's end);
    `unit_capital` whether the kind takes a capital before the name (None: as the name proposes).
    """

    kind: OfficeKind = OfficeKind.COMMUNE
    name: str = ""
    province: str = ""
    place: str = ""
    signer: str = ""
    capacity: SigningCapacity = SigningCapacity.CHAIRMAN
    addressee: str = ""
    recipients: tuple[str, ...] = ()
    drafting_unit: str = "VP"
    reporting_day: int = 20
    cutoff_day: int = 0
    unit_capital: bool | None = None
    is_sample: bool = False

    @property
    def unit(self) -> str:
        """The kind as it stands inside a sentence: "xã", "phường", "đặc khu"."""
        return KIND_WORDS[self.kind]

    @property
    def full_name(self) -> str:
        """The commune inside a sentence: "xã Bình Minh"; "Phường 1", "Phường Điện Biên Phủ".

        The common noun takes a capital before the name of a person, a number or an event (NĐ
        30/2020, Phụ lục II, III.1.b): as the office has set it, else as the name proposes.
        """
        capital = self.unit_capital
        if capital is None:
            capital = proposes_capital(self.name)
        unit = self.unit
        return f"{unit[:1].upper() + unit[1:] if capital else unit} {self.name}"

    @property
    def date_line_place(self) -> str:
        """The place of the date line; the commune's name unless the office set another."""
        if self.place:
            return self.place
        return self.full_name if self.full_name[:1].isupper() else self.name

    @property
    def people_committee(self) -> str:
        """The issuing body inside a sentence: "UBND xã Bình Minh"."""
        return f"UBND {self.full_name}"

    @property
    def signature_block(self) -> tuple[str, ...]:
        """The lines of authority and position over the signature, in capitals."""
        return SIGNATURE_BLOCKS[self.capacity]

    @property
    def archive_line(self) -> str:
        """The last line of Nơi nhận: "Lưu: VT, VHXH"."""
        return f"Lưu: VT, {self.drafting_unit}" if self.drafting_unit else "Lưu: VT"

    @property
    def has_council(self) -> bool:
        """Whether the place elects a people's council."""
        return self.kind is not OfficeKind.SPECIAL_ZONE or fold(self.name) not in _WITHOUT_COUNCIL

    @property
    def usual_recipients(self) -> tuple[str, ...]:
        """The lines of Nơi nhận most communes have, worded for this kind."""
        council = f", TTr. HĐND {self.unit}" if self.has_council else f" {self.unit}"
        return (f"TTr. Đảng ủy{council} (để b/c)", f"Chủ tịch, các PCT UBND {self.unit}")

    @property
    def complete(self) -> bool:
        """Whether a paper can be written: the commune has its name."""
        return bool(self.name)


# Family names; places begin with some of them too, so two syllables say too little.
_FAMILY_NAMES = frozenset(
    [
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Huỳnh",
        "Hoàng",
        "Phan",
        "Vũ",
        "Võ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Lý",
        "Đinh",
        "Lương",
        "Trương",
        "Tôn",
        "Mạc",
        "Tô",
        "Tạ",
        "Đoàn",
        "Cao",
        "Chu",
        "Châu",
        "Hà",
        "Trịnh",
        "Mai",
        "Đào",
    ]
)
_SURELY_FAMILIES = frozenset(["Nguyễn", "Trần", "Lê", "Phạm", "Ngô", "Bùi", "Đặng"])
_SYLLABLES_OF_A_PERSON = 3
# Heroes by their bynames and victories: nothing in such a name tells it from that of a place.
_BYNAMES = frozenset({"Điện Biên Phủ", "Hai Bà Trưng", "Bà Triệu", "Quang Trung", "Hùng Vương"})


def proposes_capital(name: str) -> bool:
    """Say whether a commune's name looks like that of a person, a number or an event.

    A proposal only: "Đinh Trang Hòa" is a place though it looks like a person. A person's name is
    of capitals alone: "Hà Đông – Kiến Hưng", "Tô Hiệu và vùng phụ cận" are places.
    """
    syllables = name.split()
    if not syllables:
        return False
    first, named = syllables[0], all(syllable.istitle() for syllable in syllables)
    person = named and first in _FAMILY_NAMES and len(syllables) >= _SYLLABLES_OF_A_PERSON
    short = first in _SURELY_FAMILIES and len(syllables) > 1
    return name[:1].isdigit() or person or short or name in _BYNAMES


SAMPLE_OFFICE = Office(
    kind=OfficeKind.COMMUNE,
    name="Suối Mây",
    province="Quảng Trị",
    place="Suối Mây",
    signer="Trần Văn Mẫu",
    capacity=SigningCapacity.DEPUTY,
    addressee="Sở Khoa học và Công nghệ",
    recipients=(
        "TTr. Đảng ủy, TTr. HĐND xã (để b/c)",
        "Chủ tịch, các PCT UBND xã",
        "Các phòng, Công an xã, Trung tâm PVHCC (để t/h)",
    ),
    drafting_unit="VHXH",
    reporting_day=20,
    cutoff_day=0,
    is_sample=True,
)
