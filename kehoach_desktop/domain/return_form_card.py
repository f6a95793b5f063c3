"""Whose a returned file is: by its cards and what was sent, else by the lines over its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.return_form import Card, Returned, SentForm
from kehoach_desktop.domain.return_form_heading import periods_named, same_unit, unit_named
from kehoach_desktop.domain.return_form_outcome import Doubt, Question, Reason, Refusal


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file comes from as far as it can be told; `sent` is its form as it went out."""

    period: str
    unit: str
    form: str = ""
    sent: SentForm | None = None
    questions: tuple[Question, ...] = ()
    refused: Refusal | None = None


def origin(
    returned: Returned,
    asked: ReportingPeriod,
    store: str,
    sent: Sequence[SentForm],
    units: Sequence[str],
) -> Origin:
    """Return whose file `returned` is, refused where it is another store's, month's or unit's.

    A card counts only when its sum fits, or when it is that of a form we sent. Without one the
    lines over the table tell; where they name no period, the one asked for is meant.
    """
    card, form, questions = _trusted(returned, sent)
    if card is not None and card.store and card.store != store:
        refusal = Refusal(Reason.OTHER_STORE, card.unit or card.form)
        return Origin(card.period, card.unit, card.form, None, questions, refusal)
    named = unit_named(returned.headings, units)
    if card is None:
        found = _by_heading(returned, asked, named)
        return Origin(found.period, named, "", None, questions, found.refused)
    unit = form.unit if form else card.unit
    refused = _refusal(card, unit, named, asked, units)
    return Origin(card.period, unit, card.form, form, questions, refused)


def _trusted(
    returned: Returned, sent: Sequence[SentForm]
) -> tuple[Card | None, SentForm | None, tuple[Question, ...]]:
    hidden, line = returned.card, returned.line
    if hidden and line and hidden.form != line.form:
        text = f"{hidden.line}; {line.line}"
        return None, None, (Question(Doubt.CARD_CONFLICT, text),)
    card = hidden or line
    if card is None:
        return None, None, ()
    held = next((s for s in sent if s.form == card.form), None)
    if held is not None and (held.checksum, held.period) == (card.checksum, card.period):
        return card, held, ()
    if hidden is not None and hidden.fits and (line is None or line.checksum == hidden.checksum):
        return hidden, None, ()
    doubt = Doubt.CARD_UNKNOWN if held is None and hidden is None else Doubt.CARD_ALTERED
    return None, None, (Question(doubt, card.line),)


def _by_heading(returned: Returned, asked: ReportingPeriod, unit: str) -> Origin:
    named = [p.key for p in periods_named(returned.headings, asked)]
    if not named or asked.key in named:
        return Origin(asked.key, unit)
    refusal = Refusal(Reason.WRONG_PERIOD, named[0])
    return Origin(named[0], unit, refused=refusal)


def _refusal(
    card: Card, unit: str, named: str, asked: ReportingPeriod, units: Sequence[str]
) -> Refusal | None:
    if card.period != asked.key:
        return Refusal(Reason.WRONG_PERIOD, card.period)
    others = [u for u in units if not same_unit(u, unit)]
    if unit and any(same_unit(named, other) for other in others):
        return Refusal(Reason.WRONG_UNIT, f"{named} / {unit}")
    return None
