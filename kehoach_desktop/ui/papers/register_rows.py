"""The lines of the register as the screen shows them, and how they are searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.issued_paper import RELATION_WORDS, IssuedPaper, Relation, Series
from kehoach_desktop.domain.paper_frame import TYPES, PaperKind
from kehoach_desktop.domain.signed_copy import SIGNED_WORDS, SignedState
from kehoach_desktop.domain.text import fold, numbers_in_words, two_digits, typed_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui.list_model import SHOWN, Column, Heading
from kehoach_desktop.ui.table_cells import Role


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """An issued paper with what became of it: its signed copy, the papers that put it right."""

    paper: IssuedPaper
    signed: SignedState = SignedState.NONE
    corrected_by: tuple[IssuedPaper, ...] = ()
    corrects: str = ""

    def standing(self) -> str:
        """Return what became of the paper, in one line."""
        told = [
            _("{how} bằng {symbol}").format(
                how=_(RELATION_WORDS[later.relation]), symbol=later.symbol
            )
            for later in self.corrected_by
        ]
        if self.corrects:
            how = _(RELATION_WORDS[self.paper.relation])
            told.append(_("{how} {symbol}").format(how=how, symbol=self.corrects))
        return "; ".join((*told, _(SIGNED_WORDS[self.signed])))

    def holds(self, words: str, kind: PaperKind | None) -> bool:
        """Say whether the paper is of that kind and bears all of the words, marks left out."""
        if kind is not None and self.paper.kind is not kind:
            return False
        paper = self.paper
        text = fold(f"{paper.symbol} {paper.subject} {paper.signer} {self.standing()}")
        return all(word in text for word in fold(words).split())


def shown_rows(
    register: Sequence[Series], rows: dict[str, RegisterRow], words: str, kind: PaperKind | None
) -> Iterator[Heading | RegisterRow]:
    """Yield the papers that are looked for under the headings of their series."""
    for series in register:
        inside = [rows[p.id] for p in series.papers if rows[p.id].holds(words, kind)]
        if inside:
            yield Heading(_("Sổ {series}").format(series=series.name), _note(series))
            yield from reversed(inside)


def _note(series: Series) -> str:
    told = [
        counted("{count} văn bản", len(series.papers)).format(count=two_digits(len(series.papers)))
    ]
    if series.gaps:
        numbers = numbers_in_words(series.gaps)
        told.append(_("bỏ trống số {numbers}").format(numbers=numbers))
    if series.out_of_order:
        symbols = ", ".join(paper.symbol for paper in series.out_of_order)
        told.append(_("ngày lùi so với số trước: {symbols}").format(symbols=symbols))
    return "; ".join(told)


def _tone(row: RegisterRow) -> str:
    replaced = any(later.relation is Relation.REPLACES for later in row.corrected_by)
    return "text3" if replaced else "text"


def _signed_tone(row: RegisterRow) -> str:
    broken = row.signed in (SignedState.MISSING, SignedState.CHANGED)
    return "red" if broken else "text2"


COLUMNS = (
    Column(
        lambda: _("Số, ký hiệu"),
        {SHOWN: lambda row: row.paper.symbol, Role.STRONG: lambda _row: True, Role.TONE: _tone},
    ),
    Column(lambda: _("Ngày"), {SHOWN: lambda row: typed_day(row.paper.issued_on)}),
    Column(lambda: _("Loại"), {SHOWN: lambda row: TYPES[row.paper.kind].name}),
    Column(lambda: _("Trích yếu"), {SHOWN: lambda row: row.paper.subject, Role.TONE: _tone}),
    Column(lambda: _("Người ký"), {SHOWN: lambda row: row.paper.signer}),
    Column(lambda: _("Tình trạng"), {SHOWN: lambda row: row.standing(), Role.TONE: _signed_tone}),
)
