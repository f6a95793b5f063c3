"""The verbs around signers and recipient lists: add one, end one, remove a mistake."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.plan import new_id
from kehoach_desktop.domain.signer import RecipientList, Signer, SigningBook, capacities
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.i18n import _
from kehoach_desktop.services.ports import Shelves, Store


class UnknownSigner(KehoachError):
    """No signer, or no list, has that id or name."""

    def __init__(self, named: str) -> None:
        super().__init__(
            _("Không có “{name}” trong danh sách.").format(name=named),
            hint=_("Xem mã: kehoach signers, kehoach recipients."),
        )


class ImpossibleSigner(KehoachError):
    """A signer without a name, in a capacity there is none of, or with days the wrong way round."""

    def __init__(self, *, of_unit: bool) -> None:
        super().__init__(
            _("Người ký phải có họ tên, thẩm quyền đúng, ngày cuối không trước ngày đầu."),
            hint=_("Thẩm quyền: {known}; “tl”, “tuq” cần chức vụ.").format(
                known=", ".join(capacities(of_unit=of_unit))
            ),
        )


class EmptyList(KehoachError):
    """A list names nobody and no unit, or ends before it begins."""

    def __init__(self) -> None:
        super().__init__(_("Nơi nhận phải có ít nhất một dòng hoặc đơn vị soạn; chưa ghi gì."))


class Signing:
    """Who signs and to whom papers go."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def book(self, on: date | None = None) -> SigningBook:
        """Return the signers and lists, or those that hold `on` that day."""
        with self._store.reading() as shelves:
            book = shelves.signing.book()
        if on is None:
            return book
        return SigningBook(
            tuple(one for one in book.signers if on in one.span),
            tuple(one for one in book.lists if on in one.span),
        )

    def add(self, signer: Signer) -> Signer:
        """Keep a new signer, or one with its id anew, and return it. Raises ImpossibleSigner."""
        kept = replace(
            signer,
            id=signer.id or new_id(),
            name=squeeze(clean(signer.name)),
            position=squeeze(clean(signer.position)),
            issuer=squeeze(clean(signer.issuer)),
        )
        of_unit = bool(kept.issuer)
        by_order = kept.capacity in ("tl", "tuq")
        right = kept.name and kept.capacity in capacities(of_unit=of_unit)
        if not right or kept.span.is_empty or (by_order and not kept.position):
            raise ImpossibleSigner(of_unit=of_unit)
        with self._store.command("set_signer") as shelves:
            shelves.signing.put_signer(kept)
        return kept

    def end(self, signer: str, on: date) -> Signer:
        """Let `on` be the last day of a signer (id or name); return it.

        Raises UnknownSigner, and ImpossibleSigner for a day before the first one.
        """
        with self._store.command("end_signer") as shelves:
            ended = replace(_signer(shelves, signer), valid_until=on)
            if ended.span.is_empty:
                raise ImpossibleSigner(of_unit=bool(ended.issuer))
            shelves.signing.put_signer(ended)
        return ended

    def remove(self, signer: str) -> Signer:
        """Remove a signer added by mistake (id or name). Raises UnknownSigner."""
        with self._store.command("remove_signer") as shelves:
            held = _signer(shelves, signer)
            shelves.signing.remove_signer(held.id)
        return held

    def keep_list(self, recipients: RecipientList) -> RecipientList:
        """Keep a list and return it; the one of the same kind, issuer and days gives way.

        Raises EmptyList.
        """
        lines = tuple(squeeze(clean(line)) for line in recipients.recipients if line.strip())
        kept = replace(recipients, recipients=lines, archive=squeeze(clean(recipients.archive)))
        if not (kept.recipients or kept.archive) or kept.span.is_empty:
            raise EmptyList
        with self._store.command("set_recipients") as shelves:
            same = (one for one in shelves.signing.book().lists if _same_place(one, kept))
            kept = replace(kept, id=kept.id or next((one.id for one in same), new_id()))
            shelves.signing.put_list(kept)
        return kept

    def remove_list(self, kept: str) -> RecipientList:
        """Remove a list (its id). Raises UnknownSigner."""
        with self._store.command("remove_recipients") as shelves:
            held = next((one for one in shelves.signing.book().lists if one.id == kept), None)
            if held is None:
                raise UnknownSigner(kept)
            shelves.signing.remove_list(held.id)
        return held


def _signer(shelves: Shelves, named: str) -> Signer:
    signers = shelves.signing.book().signers
    by_name = [one for one in signers if fold(one.name) == fold(named)]
    found = next((one for one in signers if one.id == named), None)
    if found is None and len(by_name) == 1:
        return by_name[0]
    if found is None:
        raise UnknownSigner(named)
    return found


def _same_place(one: RecipientList, other: RecipientList) -> bool:
    return (one.kind, fold(one.issuer), one.valid_from, one.valid_until) == (
        other.kind,
        fold(other.issuer),
        other.valid_from,
        other.valid_until,
    )
