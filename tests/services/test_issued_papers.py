"""Issue, edit and correct in any order: every issued paper is written anew equal."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from kehoach_desktop import wiring
from kehoach_desktop.app import open_store
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.issued_paper import (
    AlreadyReplaced,
    IssuedPaper,
    NumberTaken,
    OtherKind,
    Relation,
    UnknownPaper,
)
from kehoach_desktop.domain.office import SAMPLE_OFFICE
from kehoach_desktop.domain.paper_correction import (
    Corrected,
    NothingToCorrect,
    replacing,
    standing_alone,
)
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.rebuilt_paper import Likeness
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.domain.signed_copy import NotASignedCopy, SignedState
from kehoach_desktop.domain.snapshot import MadePaper, WrittenPaper, frozen, thawed
from kehoach_desktop.services.correcting import CorrectionRequest, NotTheOriginal
from kehoach_desktop.services.issuing import Mends, frame_in
from kehoach_desktop.services.verbs import Verbs
from tests.books import On
from tests.documents.binh_minh import OFFICE, quang_tri
from tests.documents.paper_samples import GIVEN, sample

OCTOBER = ReportingPeriod.parse("2025-10")
REPORT, NOTICE = PaperKind.MONTHLY_REPORT, PaperKind.NOTICE
CLOCK = On(date(2025, 10, 24))


class Office:
    """An office with a plan, and what a clerk does in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = open_store(folder / "so.khxa", make=True, writing=True, patience=0)
        self.verbs = Verbs(self.store, CLOCK)
        self.verbs.offices.keep(SAMPLE_OFFICE)
        self.verbs.planning.accept(ImportDraft(quang_tri()))
        rows = self.verbs.reporting.view(OCTOBER).rows()
        self.tasks = [row.task.id for row in rows]

    def answer(self, task: int, result: str) -> None:
        entry = ProgressEntry(self.tasks[task], OCTOBER.key, TaskStatus.IN_PROGRESS, result=result)
        self.verbs.reporting.record(entry)

    def issue(self, kind: PaperKind, day: date) -> IssuedPaper:
        asked = PaperRequest(kind, GIVEN.get(kind, {}), issued_on=day)
        period = OCTOBER if kind is REPORT else None
        first = self.verbs.papers.made(asked, period).paper
        number = self.verbs.issuing.next_number(frame_in(first), day.year)
        made = self.verbs.papers.made(replace(asked, number=number), period).paper
        given = '{"given": {}, "period": %s, "all": false}'
        data = given % ('"2025-10"' if period else "null")
        if kind is NOTICE:
            from json import dumps

            data = dumps({"given": dict(asked.given), "period": None, "all": False})
        return self.verbs.issuing.issue(made, wiring.written(made), data)

    def correct(self, paper: str, relation: Relation, day: date, **given: str) -> IssuedPaper:
        asked = CorrectionRequest(paper, relation, "Nhập nhầm", given, issued_on=day)
        first = self.verbs.correcting.correction(asked)
        number = self.verbs.issuing.next_number(frame_in(first.paper), day.year)
        made = self.verbs.correcting.correction(replace(asked, number=number))
        mends = Mends(paper, relation, made.corrected)
        return self.verbs.issuing.issue(made.paper, wiring.written(made.paper), made.data, mends)

    def result_of(self, made: MadePaper | None, task: int) -> str:
        assert isinstance(made, PeriodReport)
        row = next(row for row in made.view.rows() if row.task.id == self.tasks[task])
        return row.entry.result


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


class Issuing(RuleBasedStateMachine):
    """Whatever a clerk does afterwards, the register tells what was issued."""

    papers = Bundle("papers")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.office = Office(self.folder)
        self.day = date(2025, 10, 1)
        self.kept: dict[str, bytes] = {}

    def _next_day(self) -> date:
        self.day += timedelta(days=1)
        return self.day

    def _keep(self, paper: IssuedPaper) -> str:
        self.kept[paper.id] = self.office.verbs.issuing.issued(paper.id)[1]
        return paper.id

    @rule(task=st.integers(0, 5), result=st.sampled_from(["Mở 02 lớp, 87 người", "Đạt 84,18%"]))
    def edit(self, task: int, result: str) -> None:
        self.office.answer(task, result)

    @rule(signer=st.sampled_from(["Trần Văn Mẫu", "Hồ Thị Bích Ngọc"]))
    def change_the_signer(self, signer: str) -> None:
        self.office.verbs.offices.keep(replace(SAMPLE_OFFICE, signer=signer))

    @rule(target=papers, kind=st.sampled_from([REPORT, NOTICE]))
    def issue(self, kind: PaperKind) -> str:
        return self._keep(self.office.issue(kind, self._next_day()))

    @rule(target=papers, paper=papers, relation=st.sampled_from(list(Relation)[1:]))
    def correct(self, paper: str, relation: Relation):  # type: ignore[no-untyped-def]
        try:
            return self._keep(self.office.correct(paper, relation, self._next_day()))
        except (NothingToCorrect, AlreadyReplaced, NotTheOriginal):
            return multiple()

    @invariant()
    def every_paper_is_written_anew_equal(self) -> None:
        for paper, file in self.kept.items():
            verdict = self.office.verbs.issuing.rebuild(paper, wiring.written)
            assert verdict.likeness is Likeness.EQUAL
            assert self.office.verbs.issuing.issued(paper)[1] == file

    def teardown(self) -> None:
        self.office.store.close()
        shutil.rmtree(self.folder)


def test_issue_edit_correct_in_any_order() -> None:
    few = settings(
        max_examples=8,
        stateful_step_count=8,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Issuing, settings=few)


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind is not REPORT])
def test_a_paper_of_every_kind_freezes_and_thaws_equal(kind: PaperKind) -> None:
    made = sample(kind, OFFICE, issued=True).made

    assert thawed(frozen(made)) == made
    held = IssuedPaper("1", kind, "", 7, "07/UBND", date(2025, 10, 20), "", "", "")
    assert standing_alone(replacing(Corrected(held, made, made, (), "Nhập nhầm"))) == made


def test_a_corrected_figure_stands_in_the_table_old_to_new_and_counts_from_then_on(
    office: Office,
) -> None:
    with closing(office.store):
        office.answer(0, "Nộp trực tuyến 431 hồ sơ, đạt 84,18%.")
        first = office.issue(REPORT, date(2025, 10, 20))
        office.answer(0, "Nộp trực tuyến 413 hồ sơ, đạt 80,66%.")
        told = office.verbs.correcting.changes(first.id)
        second = office.correct(first.id, Relation.AMENDS, date(2025, 10, 21))
        stands = office.verbs.issuing.as_it_stands(first.id)

        changed = {(change.before, change.after) for change in told}
        assert ("Nộp trực tuyến 431 hồ sơ", "Nộp trực tuyến 413 hồ sơ") in changed
        assert ("đạt 84,18%", "đạt 80,66%") in changed
        assert (second.relation, second.kind) == (Relation.AMENDS, REPORT)
        (told_of_october,) = office.verbs.issuing.figures(2025)
        assert (told_of_october.paper.id, told_of_october.period) == (first.id, OCTOBER)
        assert office.result_of(stands, 0) == "Nộp trực tuyến 413 hồ sơ, đạt 80,66%."
        assert office.result_of(office.verbs.issuing.snapshot(first.id), 0).endswith("84,18%.")
        with pytest.raises(NothingToCorrect):
            office.correct(first.id, Relation.AMENDS, date(2025, 10, 22))


def test_the_figures_of_a_year_are_those_of_the_later_paper(office: Office) -> None:
    with closing(office.store):
        office.answer(0, "Đang làm.")
        office.issue(REPORT, date(2025, 10, 20))
        entry = ProgressEntry(
            office.tasks[0], OCTOBER.key, TaskStatus.DONE, date(2025, 10, 18), result="Đã xong."
        )
        (before,) = office.verbs.issuing.figures(2025)
        office.verbs.reporting.record(entry)
        (unchanged,) = office.verbs.issuing.figures(2025)
        later = office.correct(before.paper.id, Relation.REPLACES, date(2025, 10, 21))
        (after,) = office.verbs.issuing.figures(2025)

    assert (before.counts.done, unchanged.counts.done, after.counts.done) == (0, 0, 1)
    assert after.paper.id == later.id


def test_faulty_form_is_put_right_by_a_letter_and_only_by_the_first_paper(office: Office) -> None:
    with closing(office.store):
        first = office.issue(NOTICE, date(2025, 10, 20))
        letter = office.correct(
            first.id, Relation.CORRECTS, date(2025, 10, 21), subject="Kết luận tại cuộc họp"
        )

        assert letter.kind is PaperKind.LETTER
        assert "đính chính Thông báo số 01/TB-UBND" in letter.subject.replace("\u00a0", " ")
        with pytest.raises(NotTheOriginal, match="01/TB-UBND"):
            office.correct(letter.id, Relation.AMENDS, date(2025, 10, 22))


def test_a_replaced_paper_is_not_replaced_again_nor_by_another_kind(office: Office) -> None:
    with closing(office.store):
        office.answer(0, "Mở 02 lớp.")
        first = office.issue(REPORT, date(2025, 10, 20))
        office.answer(0, "Mở 03 lớp.")
        new = office.correct(first.id, Relation.REPLACES, date(2025, 10, 21))
        assert office.verbs.correcting.changes(new.id) == ()
        office.answer(0, "Mở 04 lớp.")
        told = office.verbs.correcting.changes(new.id)
        assert {(change.before, change.after) for change in told} == {("Mở 03 lớp", "Mở 04 lớp")}
        with pytest.raises(AlreadyReplaced, match="02/BC-UBND"):
            office.correct(first.id, Relation.REPLACES, date(2025, 10, 22))

        asked = PaperRequest(NOTICE, GIVEN[NOTICE], 9, date(2025, 10, 23))
        made = office.verbs.papers.made(asked).paper
        second = office.verbs.issuing.register(2025)[0].papers[1]
        with pytest.raises(OtherKind, match="báo cáo"):
            office.verbs.issuing.refuse(made, Mends(second.id))


def test_what_may_not_be_issued_leaves_no_line_in_the_register(office: Office) -> None:
    issuing, papers = office.verbs.issuing, office.verbs.papers
    with closing(office.store):
        first = office.issue(NOTICE, date(2025, 10, 20))
        later = office.correct(
            first.id, Relation.REPLACES, date(2025, 10, 21), subject="Kết luận tại cuộc họp"
        )
        held = issuing.register(2025)
        asked = PaperRequest(NOTICE, GIVEN[NOTICE], first.number, date(2025, 10, 22))
        taken = papers.made(asked).paper
        fresh = papers.made(replace(asked, number=later.number + 1)).paper
        for refusal, made, mends in (
            (NumberTaken, taken, Mends()),
            (AlreadyReplaced, fresh, Mends(first.id)),
            (UnknownPaper, fresh, Mends("khong-co")),
        ):
            with pytest.raises(refusal):
                issuing.issue(made, wiring.written(made), "{}", mends)
            assert issuing.register(2025) == held
        next_year = papers.made(replace(asked, issued_on=date(2026, 1, 5))).paper
        assert issuing.issue(next_year, wiring.written(next_year), "{}").number == first.number


def test_a_later_program_with_other_words_does_not_call_the_paper_tampered(office: Office) -> None:
    def reworded(made: MadePaper) -> WrittenPaper:
        assert isinstance(made, PeriodReport)
        told = made.blocks[0].text.replace("Thực hiện", "Triển khai")
        words = replace(made, blocks=(replace(made.blocks[0], text=told), *made.blocks[1:]))
        anew = wiring.written(words)
        return replace(anew, maker=replace(anew.maker, program="9.0.0"))

    with closing(office.store):
        paper = office.issue(REPORT, date(2025, 10, 20))
        verdict = office.verbs.issuing.rebuild(paper.id, reworded)

    assert verdict.likeness is Likeness.OTHER_MAKER
    assert verdict.sound
    assert any("Triển khai" in (new or "") for _old, new in verdict.lines)


def test_a_paper_whose_kept_data_was_changed_is_told_tampered(office: Office) -> None:
    with closing(office.store):
        office.answer(0, "Mở 02 lớp.")
        paper = office.issue(REPORT, date(2025, 10, 20))
    with closing(sqlite3.connect(office.folder / "so.khxa")) as raw, raw:
        (kept,) = raw.execute("SELECT snapshot FROM issued_paper").fetchone()
        changed = zlib.decompress(kept).decode().replace("Mở 02 lớp", "Mở 09 lớp")
        raw.execute("UPDATE issued_paper SET snapshot = ?", (zlib.compress(changed.encode()),))
    with closing(open_store(office.store.path, make=False, writing=False, patience=0)) as store:
        verdict = Verbs(store, CLOCK).issuing.rebuild(paper.id, wiring.written)

    assert verdict.likeness is Likeness.TAMPERED
    assert not verdict.sound
    assert any("02 lớp" in (old or "") and "09 lớp" in (new or "") for old, new in verdict.lines)


def test_the_signed_copy_is_kept_and_its_loss_or_change_is_told(office: Office) -> None:
    keeper = wiring.signed_copies(office.store.path)
    with closing(office.store):
        issuing = office.verbs.issuing
        paper = office.issue(NOTICE, date(2025, 10, 20)).id
        wrong = office.folder / "anh.pdf"
        wrong.write_bytes(b"GIF89a")
        right = office.folder / "ban ky.pdf"
        right.write_bytes(b"%PDF-1.7 ban ky")

        assert issuing.signed(paper, keeper)[0] is SignedState.NONE
        for refused in (wrong, office.folder / "khong co.pdf"):
            with pytest.raises(NotASignedCopy, match="PDF"):
                issuing.attach_signed(paper, refused, date(2025, 10, 21), keeper)
        copy = issuing.attach_signed(paper, right, date(2025, 10, 21), keeper)
        held = keeper.find(copy.sha256)
        assert held is not None
        assert issuing.signed(paper, keeper) == (SignedState.HELD, copy)
        held.write_bytes(b"%PDF-1.7 sua")
        assert issuing.signed(paper, keeper)[0] is SignedState.CHANGED
        held.unlink()
        assert issuing.signed(paper, keeper)[0] is SignedState.MISSING


def test_an_unreadable_snapshot_is_refused_in_a_sentence() -> None:
    for text in ("", "{}", '{"": "Paper"}', "[1]"):
        with pytest.raises(KehoachError, match="không còn đọc được"):
            thawed(text)


@pytest.mark.parametrize(
    "change", ["number = 9", "issued_on = '2025-10-02'", "kind = 'thong_bao'", "file = x'504b'"]
)
def test_a_line_of_the_register_that_was_changed_is_told_tampered(
    office: Office, change: str
) -> None:
    with closing(office.store):
        paper = office.issue(REPORT, date(2025, 10, 20))
    with closing(sqlite3.connect(office.folder / "so.khxa")) as raw, raw:
        raw.execute(f"UPDATE issued_paper SET {change}")
    with closing(open_store(office.store.path, make=False, writing=False, patience=0)) as store:
        verdict = Verbs(store, CLOCK).issuing.rebuild(paper.id, wiring.written)

    assert verdict.likeness is Likeness.TAMPERED
