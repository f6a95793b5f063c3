"""Who signs in which capacity, and to whom papers go, each with the days it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import Office, SigningCapacity
from kehoach_desktop.domain.paper_frame import BLANK, PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.paper_signing import BY_ORDER, CHAIRMEN, OWN_ACTS
from kehoach_desktop.domain.span import Span
from kehoach_desktop.domain.text import fold, typed_day
from kehoach_desktop.i18n import _

OF_UNITS = ("truong", "pho", "quyen")
COMMITTEE = ("", "ubnd", "uy ban nhan dan")


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may sign from one day to another (None: from ever, until further notice).

    `capacity` is a SigningCapacity, "tl" or "tuq" with a `position`; in a unit that issues papers
    in its own name (`issuer`) "truong", "pho" or "quyen".
    """

    id: str
    name: str
    capacity: str
    position: str = ""
    issuer: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def span(self) -> Span:
        """The days on which it holds."""
        return Span(self.valid_from, self.valid_until)


@dataclass(frozen=True, slots=True)
class RecipientList:
    """To whom papers of a kind go (None: of every kind), as Nơi nhận without dash or mark.

    `archive` is the unit that drafts them, as in "Lưu: VT, VHXH" and in the symbol of its papers;
    `issuer` the unit that issues them in its own name, "" for the committee.
    """

    id: str
    kind: PaperKind | None
    recipients: tuple[str, ...] = ()
    archive: str = ""
    issuer: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def span(self) -> Span:
        """The days on which it holds."""
        return Span(self.valid_from, self.valid_until)


@dataclass(frozen=True, slots=True)
class SigningBook:
    """The signers and the lists of an office; an empty book leaves all to the office itself."""

    signers: tuple[Signer, ...] = ()
    lists: tuple[RecipientList, ...] = ()


class SignerRefused(KehoachError):
    """A paper is to be issued by somebody who may not sign that day, or on a day far ahead."""

    def __init__(self, doubts: Iterable[str]) -> None:
        super().__init__(
            _("{doubts} Chưa phát hành.").format(doubts=" ".join(doubts)),
            hint=_("Xem lại người ký, ngày ký, kế hoạch được dẫn, hoặc nêu lý do: --despite “…”."),
        )


def completed(asked: PaperRequest, office: Office, book: SigningBook, day: date) -> PaperRequest:
    """Return the request with signer, capacity, recipients and archive as they hold on `day`.

    What was given stays. Where signers are known and none may sign that day, the name is blank.
    """
    given = {**_recipients(asked, book, day), **_signing(asked, office, book, day), **asked.given}
    return replace(asked, given=given)


def _recipients(asked: PaperRequest, book: SigningBook, day: date) -> dict[str, str]:
    issuer = _issuer(asked)
    held = [one for one in book.lists if fold(one.issuer) == issuer and day in one.span]
    own = next((one for one in held if one.kind is asked.kind), None)
    general = next((one for one in held if one.kind is None), None)
    found: dict[str, str] = {}
    for one in filter(None, (general, own)):
        found |= {"recipients": "|".join(one.recipients)} if one.recipients else {}
        found |= {"drafting_unit": one.archive} if one.archive else {}
        found |= {"symbol": one.archive} if one.archive and issuer else {}
    return found


def _issuer(asked: PaperRequest) -> str:
    issuer = fold(asked.text("issuer"))
    return "" if issuer in COMMITTEE else issuer


def may_sign(asked: PaperRequest, book: SigningBook, day: date) -> tuple[Signer, ...]:
    """Return who may sign the paper on `day`, in the order of the book."""
    issuer = _issuer(asked)
    allowed = {*map(str, CHAIRMEN)} if asked.kind in OWN_ACTS and not issuer else None
    return tuple(
        one
        for one in book.signers
        if fold(one.issuer) == issuer
        and day in one.span
        and (allowed is None or one.capacity in allowed)
    )


def _signing(asked: PaperRequest, office: Office, book: SigningBook, day: date) -> dict[str, str]:
    issuer = _issuer(asked)
    if asked.kind is PaperKind.MINUTES or not any(fold(s.issuer) == issuer for s in book.signers):
        return {}
    fit = [one for one in may_sign(asked, book, day) if _fits(one, asked)]
    usual = "" if issuer else office.capacity.value
    chosen = next((one for one in fit if one.capacity == usual), next(iter(fit), None))
    if chosen is None:
        return {} if asked.text("signer") else {"signer": BLANK}
    named = {"signer": chosen.name, "capacity": chosen.capacity, "position": chosen.position}
    return {key: value for key, value in named.items() if value}


def _fits(signer: Signer, asked: PaperRequest) -> bool:
    name, capacity = asked.text("signer"), fold(asked.text("capacity")).replace(" ", "_")
    position = asked.text("position")
    return (
        (not name or fold(signer.name) == fold(name))
        and (not capacity or signer.capacity == capacity)
        and (not position or not signer.position or fold(signer.position) == fold(position))
    )


def doubts_of(asked: PaperRequest, book: SigningBook, day: date) -> tuple[str, ...]:
    """Return what speaks against who signs: not of the book, not on that day, not so.

    Nothing where the book knows no signer of the issuer.
    """
    issuer, name = _issuer(asked), asked.text("signer")
    known = [one for one in book.signers if fold(one.issuer) == issuer]
    if asked.kind is PaperKind.MINUTES or not known:
        return ()
    when = typed_day(day)
    if name in ("", BLANK):
        return (_("Không có ai được ký ngày {day}.").format(day=when),)
    same = [one for one in known if fold(one.name) == fold(name)]
    if not same:
        return (_("{name} không có trong danh sách người ký.").format(name=name),)
    if not any(day in one.span for one in same):
        return (_("{name} không được ký ngày {day}.").format(name=name, day=when),)
    if not any(_fits(one, asked) for one in same if day in one.span):
        return (_("{name} không ký với thẩm quyền này ngày {day}.").format(name=name, day=when),)
    return ()


def capacities(*, of_unit: bool) -> tuple[str, ...]:
    """Return the capacities a signer may have."""
    return OF_UNITS if of_unit else (*map(str, SigningCapacity), *BY_ORDER)
