"""The placeholders a kind of template may use, and those it cannot do without."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The placeholders of a kind of template.

    `row_pairs` are prefixes whose specimen rows belong into one table; `table_prefixes` those that
    may stand in the appendix only.
    """

    known: frozenset[str]
    required: frozenset[str]
    row_pairs: tuple[tuple[str, str], ...] = ()
    table_prefixes: tuple[str, ...] = ()

    @property
    def of_appendix(self) -> frozenset[str]:
        """The placeholders that may stand in the appendix."""
        prefixes = ("pl.", *(f"{prefix}." for prefix in self.table_prefixes))
        named = {name for name in self.known if name.startswith(prefixes)}
        return frozenset(named | {"duong_ke_phu_luc"} & self.known)
