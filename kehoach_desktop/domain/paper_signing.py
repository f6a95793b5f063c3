"""Who writes a paper and who signs it: the block of capitals over the name (NĐ 30/2020, Đ13)."""

from __future__ import annotations

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import SIGNATURE_BLOCKS, Office, SigningCapacity
from kehoach_desktop.domain.paper_frame import (
    BLANK,
    Frame,
    Issuer,
    PaperKind,
    Signature,
    committee,
    recipients_of,
    unit_of,
)
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import _

COLLECTIVE = "TM. ỦY BAN NHÂN DÂN"
OWN_ACTS = (PaperKind.DECISION,)
# How the head of a unit is called; what is none of these is led by a head ("Trưởng …").
HEADS = {"van phong": "CHÁNH VĂN PHÒNG", "trung tam": "GIÁM ĐỐC", "ban": "TRƯỞNG BAN"}
BY_ORDER = {"tl": "TL. CHỦ TỊCH", "tuq": "TUQ. CHỦ TỊCH"}
CHAIRMEN = (SigningCapacity.CHAIRMAN, SigningCapacity.DEPUTY, SigningCapacity.ACTING)


SIZES = ("13", "14")


class UnknownSize(KehoachError):
    """The text of a paper has another size than 13 or 14."""

    def __init__(self, size: str) -> None:
        super().__init__(
            _("Cỡ chữ thân văn bản là 13 hoặc 14, không phải “{size}”.").format(size=size)
        )


class UnknownCapacity(KehoachError):
    """No signer signs in such a capacity."""

    def __init__(self, capacity: str, known: tuple[str, ...]) -> None:
        super().__init__(
            _("Không có thẩm quyền ký “{capacity}” cho văn bản này.").format(capacity=capacity),
            hint=_("Dùng một trong: {values}.").format(values=", ".join(known)),
        )


def issuer_of(office: Office, asked: PaperRequest) -> Issuer:
    """Return the unit that was given as issuer, else the committee."""
    unit = asked.text("issuer")
    if not unit or fold(unit) in ("ubnd", "uy ban nhan dan"):
        return committee(office)
    return unit_of(office, unit, asked.text("symbol"))


def signature_of(office: Office, asked: PaperRequest) -> Signature:
    """Return the block and the name under it.

    A unit in its own name is signed for by its head; a decision of the chairman by the chairman or
    for him; everything else as the office or the clerk has it. Raises UnknownCapacity.
    """
    issuer = issuer_of(office, asked)
    if issuer.parent:
        return Signature(_of_unit(issuer, asked), asked.blank("signer"))
    order = fold(asked.text("capacity"))
    if order in BY_ORDER:
        position = asked.blank("position").upper()
        return Signature((BY_ORDER[order], position), asked.blank("signer"))
    capacity = _capacity(office, asked)
    lines = SIGNATURE_BLOCKS[capacity]
    if asked.kind in OWN_ACTS and not decided_by_committee(asked):
        lines = tuple(line for line in lines if line != COLLECTIVE)
    own = office.signer if capacity is office.capacity else ""
    return Signature(lines, asked.text("signer", own) or BLANK)


def decided_by_committee(asked: PaperRequest) -> bool:
    """Say whether a decision is the committee's, not its chairman's."""
    return fold(asked.text("authority")).replace("_", " ") in ("uy ban", "uy ban nhan dan", "ubnd")


def _capacity(office: Office, asked: PaperRequest) -> SigningCapacity:
    given = fold(asked.text("capacity")).replace(" ", "_")
    allowed = CHAIRMEN if asked.kind in OWN_ACTS else tuple(SigningCapacity)
    if not given:
        return office.capacity if office.capacity in allowed else SigningCapacity.CHAIRMAN
    if given not in {capacity.value for capacity in allowed}:
        orders = () if asked.kind in OWN_ACTS else tuple(BY_ORDER)
        raise UnknownCapacity(given, (*(c.value for c in allowed), *orders))
    return SigningCapacity(given)


def head_title(unit: str) -> str:
    """Return how the head of a unit is called in capitals: "TRƯỞNG PHÒNG", "CHÁNH VĂN PHÒNG"."""
    key = fold(unit)
    known = next((title for start, title in HEADS.items() if key.startswith(f"{start} ")), "")
    return known or f"TRƯỞNG {unit.split(' ', maxsplit=1)[0].upper()}"


def _of_unit(issuer: Issuer, asked: PaperRequest) -> tuple[str, ...]:
    head = asked.text("position").upper() or head_title(issuer.name)
    blocks = {
        "": (head,),
        "truong": (head,),
        "pho": (f"KT. {head}", f"PHÓ {head}"),
        "quyen": (f"Q. {head}",),
    }
    capacity = fold(asked.text("capacity"))
    if capacity not in blocks:
        raise UnknownCapacity(capacity, tuple(filter(None, blocks)))
    return blocks[capacity]


def frame_of(
    asked: PaperRequest,
    sources: Sources,
    subject: tuple[str, ...],
    addressees: tuple[str, ...] = (),
    first_recipient: str = "",
) -> Frame:
    """Return what stands around the text, from what was given and from the office."""
    office = sources.office
    issuer = issuer_of(office, asked)
    drafting = asked.text("drafting_unit", _drafting(office, issuer))
    own = () if issuer.parent else office.recipients
    return Frame(
        asked.kind,
        issuer,
        asked.text("place", office.date_line_place),
        subject,
        signature_of(office, asked),
        sources.today,
        addressees,
        recipients_of(asked.entries("recipients") or own),
        first_recipient or ("Như trên" if addressees else ""),
        f"Lưu: VT, {drafting}" if drafting else "Lưu: VT",
        asked.number,
        asked.issued_on,
        drafting_unit=drafting,
        body_size=body_size_of(asked),
    )


def _drafting(office: Office, issuer: Issuer) -> str:
    """Return who drafts what nobody else is named for: a unit that issues drafts its own papers."""
    own = issuer.symbol if issuer.symbol != BLANK else ""
    return own if issuer.parent else office.drafting_unit


def body_size_of(asked: PaperRequest) -> int:
    """Return the size of the text in points, 0 where none was given.

    Raises UnknownSize for another than 13 and 14 (NĐ 30/2020, Phụ lục I, II.5).
    """
    given = asked.text("body_size").removesuffix("pt").strip()
    if given and given not in SIZES:
        raise UnknownSize(given)
    return int(given or 0)
