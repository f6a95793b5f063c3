"""The shape of what keeps return forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kehoach_desktop.domain.correction import Correction
    from kehoach_desktop.domain.plan import PlanId, TaskId
    from kehoach_desktop.domain.return_form import LateClaim, OtherWord, Receipt, SentForm


class FormShelf(Protocol):
    """Keeps which return forms went out, which came home, and what units said of being late."""

    def store_id(self) -> str:
        """Return the id by which forms know this store, "" before the first one went out."""
        ...

    def put_store_id(self, store: str) -> None:
        """Keep the id by which forms know this store; it is kept once."""
        ...

    def sent(self, period: str) -> Sequence[SentForm]:
        """Return the forms of a period that went out, the earliest first."""
        ...

    def put_sent(self, form: SentForm) -> None:
        """Keep that a form went out."""
        ...

    def receipts(self, period: str) -> Sequence[Receipt]:
        """Return the files taken in for a period, the earliest first."""
        ...

    def put_receipt(self, receipt: Receipt) -> None:
        """Keep that a file was taken in."""
        ...

    def drop_receipt(self, receipt: Receipt) -> None:
        """Forget the last file taken in with that sum of words from that unit."""
        ...

    def file_sums(self) -> Collection[str]:
        """Return the SHA-256 of every file that needs no second look."""
        ...

    def put_file(self, period: str, sha256: str, file: str) -> None:
        """Keep that a file needs no second look; kept twice it is kept once."""
        ...

    def drop_file(self, period: str, sha256: str) -> None:
        """Forget a file: it is new again."""
        ...

    def corrections(self, period: str) -> Sequence[Correction]:
        """Return what changed a period after it was closed or reported, the earliest first."""
        ...

    def put_correction(self, correction: Correction) -> None:
        """Keep a correction, in the place of the one with its id."""
        ...

    def drop_correction(self, correction: Correction) -> None:
        """Forget a correction that was taken back."""
        ...

    def other_words(self, period: str) -> Sequence[OtherWord]:
        """Return what units answered in a period that contradicts another's answer."""
        ...

    def other_words_of_plan(self, plan: PlanId) -> Sequence[OtherWord]:
        """Return such answers about the tasks of a plan, in every period."""
        ...

    def put_other_word(self, said: OtherWord) -> None:
        """Keep what a unit answered against another, in the place of its earlier word."""
        ...

    def drop_other_word(self, period: str, task: TaskId, unit: str) -> None:
        """Forget what a unit answered against another."""
        ...

    def claims(self, period: str) -> Sequence[LateClaim]:
        """Return what units said of being late in a period."""
        ...

    def claims_of_plan(self, plan: PlanId) -> Sequence[LateClaim]:
        """Return what units said of the tasks of a plan being late, in every period."""
        ...

    def put_claim(self, claim: LateClaim) -> None:
        """Keep a unit's word that a task is late, in the place of its earlier one."""
        ...

    def drop_claim(self, period: str, task: TaskId, unit: str) -> None:
        """Forget a unit's word, which its newer answer does not repeat."""
        ...
