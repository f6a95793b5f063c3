"""A plan that came without number or day is given them afterwards, and papers cite it so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kehoach_desktop.app import open_store
from kehoach_desktop.domain.office import SAMPLE_OFFICE
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import PlanId, TaskId
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.services.plan_refusals import UnknownPlan
from kehoach_desktop.services.verbs import Verbs
from tests.books import FRIDAY

DATA = Path(__file__).parents[1] / "data"
OCTOBER = ReportingPeriod.parse("2025-10")


@pytest.fixture
def verbs(tmp_path: Path) -> Iterator[Verbs]:
    store = open_store(tmp_path / "so.khxa", make=True, writing=True, patience=0)
    made = Verbs(store, FRIDAY)
    made.offices.keep(SAMPLE_OFFICE)
    path = DATA / "dong_thap.xlsx"
    made.planning.accept(assemble(read_source(path.read_bytes(), path.name)))
    yield made
    store.close()


def text_of(verbs: Verbs) -> str:
    text = "\n".join(block.text for block in verbs.reporting.report(OCTOBER).blocks)
    return text.replace("\xa0", " ")


def test_the_report_cites_the_plan_with_the_number_and_day_it_was_given(verbs: Verbs) -> None:
    (plan,) = verbs.planning.plans()
    assert plan.document.number is None
    assert "Kế hoạch số 183/KH-UBND" not in text_of(verbs)
    named = replace(plan.document, number=" 183/KH-UBND ", date=date(2025, 6, 12))

    assert verbs.planning.name(plan.id, named) == plan.document

    (after,) = verbs.planning.plans()
    assert after == replace(plan, document=replace(named, number="183/KH-UBND"))
    assert "Kế hoạch số 183/KH-UBND ngày 12 tháng 6 năm 2025" in text_of(verbs)


def test_naming_goes_into_the_journal_and_back(verbs: Verbs) -> None:
    (plan,) = verbs.planning.plans()
    named = replace(plan.document, number="183/KH-UBND", date=date(2025, 6, 12))
    before = verbs.planning.name(plan.id, named)
    row = verbs.planning.history(TaskId(plan.id))[0]
    assert row.command == "name_plan"
    assert (row.before or {})["number"] is None
    assert (row.after or {})["number"] == "183/KH-UBND"
    assert (row.after or {})["date"] == "2025-06-12"

    verbs.planning.name(plan.id, before)

    assert verbs.planning.plans() == (plan,)


def test_the_same_once_more_leaves_no_row_and_an_unknown_plan_is_refused(verbs: Verbs) -> None:
    (plan,) = verbs.planning.plans()
    rows = verbs.planning.history(TaskId(plan.id))
    verbs.planning.name(plan.id, plan.document)
    assert verbs.planning.history(TaskId(plan.id)) == rows
    with pytest.raises(UnknownPlan):
        verbs.planning.name(PlanId("x"), plan.document)


def test_whoever_opens_the_store_reads_it(verbs: Verbs, tmp_path: Path) -> None:
    (plan,) = verbs.planning.plans()
    verbs.planning.name(plan.id, replace(plan.document, number="183/KH-UBND"))
    store = open_store(tmp_path / "so.khxa", make=False, writing=False, patience=0)
    (read,) = Verbs(store, FRIDAY).planning.plans()
    store.close()
    assert read.short_name == "Kế hoạch số 183/KH-UBND"
