"""What is counted in the villages: each indicator with its measure, and how it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.activity import (
    AT_HOME,
    AT_THE_CENTRE,
    PROPAGANDA,
    TRAINING,
    IndicatorId,
)
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.i18n import _, mark


class Nature(StrEnum):
    """Whether the figures of periods are added, or each stands for all that is there by then."""

    IN_PERIOD = "in_period"
    CUMULATIVE = "cumulative"


class Drawn(StrEnum):
    """What an activity of the right kind adds to an indicator."""

    NOTHING = "nothing"
    EVENTS = "events"
    PEOPLE = "people"


NATURE_WORDS = {
    Nature.IN_PERIOD: mark("phát sinh trong kỳ"),
    Nature.CUMULATIVE: mark("lũy kế đến cuối kỳ"),
}
DRAWN_WORDS = {
    Drawn.NOTHING: mark("không, chỉ ghi tay"),
    Drawn.EVENTS: mark("số buổi"),
    Drawn.PEOPLE: mark("số lượt người dự"),
}


class ImpossibleIndicator(KehoachError):
    """An indicator would add what cannot be added, or has no name."""


class MixedMeasures(ImpossibleIndicator):
    """Figures of two measures would be added."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(
            _("Không cộng “{one}” với “{other}”: hai đơn vị tính khác nhau.").format(
                one=one, other=other
            ),
            hint=_("Một người có thể được hỗ trợ nhiều lượt; hãy để thành hai chỉ tiêu."),
        )


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something counted; `measure` is its unit ("lượt", "người"), never mixed with another.

    `drawn` says what activities of `kinds` add to it; `parts` are the indicators whose sum it is.
    Where it is not `by_village`, the commune gives one figure. A `retired` one keeps its figures.
    """

    id: IndicatorId
    name: str
    measure: str
    nature: Nature = Nature.IN_PERIOD
    drawn: Drawn = Drawn.NOTHING
    kinds: tuple[str, ...] = ()
    parts: tuple[IndicatorId, ...] = ()
    by_village: bool = True
    retired: bool = False

    @property
    def is_cumulative(self) -> bool:
        """Whether a figure stands for all that is there at the end of its period."""
        return self.nature is Nature.CUMULATIVE


@dataclass(frozen=True, slots=True)
class FigureKey:
    """Which figure: of what, of which village ("" for the commune itself), of which period."""

    indicator: IndicatorId
    unit: str
    period: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a paper or a person gave; `dated` is the day of that paper, where known."""

    key: FigureKey
    value: int
    source: str
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached by the end of the period of its key."""

    key: FigureKey
    value: int


def _shipped() -> tuple[Indicator, ...]:
    def made(key: str, name: str, measure: str, *kinds: str, drawn: Drawn = Drawn.NOTHING) -> (
        Indicator
    ):  # fmt: skip
        return Indicator(IndicatorId(key), name, measure, drawn=drawn, kinds=kinds)

    people, events = Drawn.PEOPLE, Drawn.EVENTS
    return (
        made(
            "buoi_tuyen_truyen", mark("Buổi tuyên truyền"), mark("buổi"), PROPAGANDA, drawn=events
        ),
        made(
            "luot_tuyen_truyen",
            mark("Lượt người được tuyên truyền"),
            mark("lượt"),
            PROPAGANDA,
            drawn=people,
        ),
        made("lop_huong_dan", mark("Lớp tập huấn, hướng dẫn"), mark("lớp"), TRAINING, drawn=events),
        made("nguoi_huong_dan", mark("Người được hướng dẫn kỹ năng số"), mark("người")),
        made("ho_tro_tai_nha", mark("Lượt hỗ trợ tại nhà"), mark("lượt"), AT_HOME, drawn=people),
        made(
            "ho_tro_trung_tam",
            mark("Lượt hỗ trợ tại Trung tâm PVHCC"),
            mark("lượt"),
            AT_THE_CENTRE,
            drawn=people,
        ),
        replace(
            made("luot_ho_tro", mark("Lượt hỗ trợ"), mark("lượt")),
            parts=(IndicatorId("ho_tro_tai_nha"), IndicatorId("ho_tro_trung_tam")),
        ),
        made("vneid_muc_2", mark("Tài khoản định danh mức 2"), mark("tài khoản")),
        made("ho_so_dvctt", mark("Hồ sơ trực tuyến hỗ trợ nộp"), mark("hồ sơ")),
        made("thanh_toan", mark("Tài khoản thanh toán không tiền mặt"), mark("tài khoản")),
        made("chu_ky_so", mark("Chữ ký số cá nhân"), mark("chữ ký số")),
        made("ho_len_san", mark("Hộ lên sàn thương mại điện tử"), mark("hộ")),
    )


SHIPPED = _shipped()
"""The indicators an office begins with; it changes, adds to and retires them."""


def indicators_of(kept: Iterable[Indicator]) -> dict[IndicatorId, Indicator]:
    """Return the shipped indicators and the office's own, an office's wording over the shipped."""
    return {indicator.id: indicator for indicator in (*SHIPPED, *kept)}


def checked_indicator(wanted: Indicator, others: Mapping[IndicatorId, Indicator]) -> Indicator:
    """Return the indicator as it may be kept. Raises ImpossibleIndicator, MixedMeasures."""
    made = replace(
        wanted, name=squeeze(clean(wanted.name)), measure=squeeze(clean(wanted.measure)).casefold()
    )
    if not made.name or not made.measure:
        raise ImpossibleIndicator(_("Chỉ tiêu phải có tên và đơn vị tính."))
    if "%" in made.measure:
        raise ImpossibleIndicator(
            _("Tỷ lệ phần trăm của các thôn không cộng được với nhau."),
            hint=_("Lập hai chỉ tiêu: số đạt được và tổng số."),
        )
    for held in others.values():
        if held.id != made.id and fold(held.name) == fold(made.name) and not held.retired:
            raise ImpossibleIndicator(_("Đã có chỉ tiêu “{name}”.").format(name=_(held.name)))
    _check_drawing(made)
    _check_parts(made, others)
    return made


def _check_drawing(made: Indicator) -> None:
    if made.drawn is Drawn.NOTHING:
        return
    if made.is_cumulative:
        raise ImpossibleIndicator(_("Số lũy kế không cộng từ hoạt động; hãy ghi tay từng kỳ."))
    if made.drawn is Drawn.PEOPLE and fold(made.measure) == "nguoi":
        # One person may come to several activities: their sum counts visits.
        raise MixedMeasures("lượt", made.measure)


def _check_parts(made: Indicator, others: Mapping[IndicatorId, Indicator]) -> None:
    for key in made.parts:
        part = others.get(key)
        if part is None or part.parts or key == made.id:
            raise ImpossibleIndicator(_("Chỉ tiêu tổng chỉ cộng các chỉ tiêu đơn đang có."))
        if fold(part.measure) != fold(made.measure):
            raise MixedMeasures(part.measure, made.measure)
        if part.nature is not made.nature:
            raise ImpossibleIndicator(_("Không cộng số trong kỳ với số lũy kế."))
    for whole in others.values():
        if made.id in whole.parts and fold(whole.measure) != fold(made.measure):
            raise MixedMeasures(made.measure, whole.measure)
