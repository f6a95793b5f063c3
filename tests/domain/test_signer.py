"""Who signs a paper on its day, out of those whom the book knows."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach_desktop.domain.office import Office, SigningCapacity
from kehoach_desktop.domain.paper_frame import BLANK, PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.signer import Signer, SigningBook, completed

SEPTEMBER_END, OCTOBER = date(2025, 9, 30), date(2025, 10, 1)
CHAIRMAN = Signer("1", "Lê Văn Mẫu", SigningCapacity.CHAIRMAN)
DEPUTY = Signer("2", "Võ Thị Lan Chi", SigningCapacity.DEPUTY, valid_until=SEPTEMBER_END)
OF_UNIT = Signer("3", "Hồ Văn Tá", "truong", issuer="Phòng Kinh tế")
BOOK = SigningBook((CHAIRMAN, DEPUTY, OF_UNIT))


def signs(
    day: date, usual: SigningCapacity, book: SigningBook = BOOK, **given: str
) -> tuple[str, str]:
    office = Office(name="Bình Minh", capacity=usual)
    asked = completed(PaperRequest(PaperKind.NOTICE, given), office, book, day)
    return asked.text("signer"), asked.text("capacity")


def test_whoever_signs_for_the_office_as_a_rule_goes_before_the_first_of_the_book() -> None:
    assert signs(SEPTEMBER_END, SigningCapacity.DEPUTY) == (DEPUTY.name, "pho_chu_tich")
    assert signs(SEPTEMBER_END, SigningCapacity.CHAIRMAN) == (CHAIRMAN.name, "chu_tich")


def test_from_the_day_after_his_last_another_signs() -> None:
    assert signs(OCTOBER, SigningCapacity.DEPUTY) == (CHAIRMAN.name, "chu_tich")


def test_a_unit_that_issues_in_its_own_name_is_signed_for_by_its_own() -> None:
    assert signs(OCTOBER, SigningCapacity.DEPUTY, issuer="phòng kinh tế") == (
        OF_UNIT.name,
        "truong",
    )


@pytest.mark.parametrize("given", [{}, {"capacity": "pho_chu_tich"}])
def test_where_nobody_of_the_book_may_sign_the_name_is_blank(given: dict[str, str]) -> None:
    book = SigningBook((DEPUTY,))
    assert signs(OCTOBER, SigningCapacity.DEPUTY, book, **given)[0] == BLANK


def test_a_name_that_was_given_stays_whoever_may_sign() -> None:
    assert signs(OCTOBER, SigningCapacity.DEPUTY, signer="Trần Văn Lạ")[0] == "Trần Văn Lạ"
