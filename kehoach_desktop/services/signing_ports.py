"""The shelf that signers and recipient lists ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kehoach_desktop.domain.signer import RecipientList, Signer, SigningBook


class SigningShelf(Protocol):
    """Keeps who signs and to whom papers go."""

    def book(self) -> SigningBook:
        """Return every signer and every list, in the order of adding."""
        ...

    def put_signer(self, signer: Signer) -> None:
        """Keep a signer, in the place of the one with the same id if there is one."""
        ...

    def remove_signer(self, signer: str) -> None:
        """Remove a signer."""
        ...

    def put_list(self, kept: RecipientList) -> None:
        """Keep a list, in the place of the one with the same id if there is one."""
        ...

    def remove_list(self, kept: str) -> None:
        """Remove a list."""
        ...
