"""The report on the teams: every figure with its scope, a silent village named and in no total."""

from __future__ import annotations

from dataclasses import replace

from kehoach_desktop.domain.decision import DecisionKind
from kehoach_desktop.domain.figure_sheet import FigureSheet
from kehoach_desktop.domain.narrative import write_report_text
from kehoach_desktop.domain.narrative_figures import figure_sentences, village_word
from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_book import make_paper
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import Block
from kehoach_desktop.domain.team_round import TeamRound
from tests.documents.binh_minh import OFFICE
from tests.documents.paper_samples import a_period, sources
from tests.documents.team_samples import a_round

QUARTER = ReportingPeriod.parse("2025-Q3")


def report(*, silent: str = "Thượng Lâm", teams: TeamRound | None = None, **given: str) -> Paper:
    told = replace(
        sources(PaperKind.TEAM_REPORT),
        view=replace(a_period(PaperKind.TEAM_REPORT, answered=False), period=QUARTER),
        teams=teams or a_round(QUARTER, silent=silent),
    )
    return make_paper(PaperRequest(PaperKind.TEAM_REPORT, given), told)


def text(paper: Paper) -> str:
    return "\n".join(block.text for block in paper.contents if isinstance(block, Block))


def test_the_report_says_who_is_missing_and_leaves_him_out_of_every_total() -> None:
    told = text(report(next="Mỗi tổ tổ chức ít nhất 01 buổi tuyên truyền"))
    assert "Xã có 12 thôn, 12 Tổ công nghệ số cộng đồng với 60 thành viên." in told
    assert "12/12 tổ được thành lập, kiện toàn tại Quyết định số 87/QĐ-UBND ngày 12/9/2025." in told
    assert "11/12 thôn có số liệu; thôn Thượng Lâm chưa có số liệu" in told
    assert "1. Buổi tuyên truyền: 67 buổi." in told
    assert "4. Tài khoản định danh mức 2: 2.010 tài khoản." in told
    assert "chưa bao gồm thôn này" in told
    assert "NHIỆM VỤ QUÝ IV NĂM 2025" in told
    assert "1. Đôn đốc thôn Thượng Lâm gửi số liệu" in told
    assert told.count("./.") == 1


def test_the_appendix_has_a_row_for_each_village_and_its_sum_closes() -> None:
    (appendix,) = report().appendices
    *villages, total = appendix.table.rows
    assert len(villages) == 12
    silent = next(row.cells for row in villages if row.cells[1] == "Thôn Thượng Lâm")
    assert silent[2:] == ("05", "-", "-", "-", "-", "-", "Chưa có số liệu")
    for place in range(2, 8):
        counted = (row.cells[place].replace(".", "") for row in villages)
        whole = sum(int(cell) for cell in counted if cell != "-")
        assert int(total.cells[place].replace(".", "")) == whole
    assert total.cells[-1] == "11/12 thôn có số liệu"
    assert appendix.closing == "Tổng số: 12 thôn"


def test_where_nothing_is_known_nothing_is_told_as_none() -> None:
    told = replace(
        sources(PaperKind.TEAM_REPORT),
        view=replace(a_period(PaperKind.TEAM_REPORT, answered=False), period=QUARTER),
        teams=TeamRound(FigureSheet(QUARTER, (), {}), ()),
    )
    words = text(make_paper(PaperRequest(PaperKind.TEAM_REPORT), told))

    assert "Chưa có số liệu về Tổ công nghệ số cộng đồng." in words
    assert "Chưa có số liệu về khó khăn, vướng mắc." in words
    assert "tại Phụ lục kèm theo" in words
    assert " 0 " not in words


def test_a_whole_round_lacks_nothing_and_what_nobody_wrote_is_a_gap() -> None:
    made = report(silent="")
    told = text(made)
    assert "12/12 thôn có số liệu. Kết quả" in told
    assert "không nêu khó khăn" in told
    assert made.gaps == ("next",)
    assert made.appendices[0].table.rows[-1].cells[-1] == ""


def test_the_month_tells_the_figures_where_there_are_any() -> None:
    view = a_period(PaperKind.MONTHLY_REPORT, answered=True)
    without = [block.text for block in write_report_text(OFFICE, view)]
    figures = figure_sentences(a_round(QUARTER).sheet)
    told = [b.text for b in write_report_text(OFFICE, replace(view, figures=figures))]
    added = [line for line in told if line not in without]
    assert "Hoạt động của Tổ công nghệ số cộng đồng" in added[0]
    assert added[1].startswith("Trong kỳ, 11/12 thôn có số liệu; thôn Thượng Lâm")
    assert "- Hồ sơ trực tuyến hỗ trợ nộp: 2.680 hồ sơ." in added
    assert figure_sentences(a_round(ReportingPeriod.parse("2025-10")).sheet) != ()


def test_villages_are_called_what_they_are() -> None:
    assert village_word(["Thôn Đông", "Thôn Tây"]) == "thôn"
    assert village_word(["Tổ dân phố số 4", "Khu phố 2"]) == "tổ dân phố, khu phố"
    assert village_word([]) == "thôn"


def test_a_new_team_lacks_its_founding_decision_and_a_changed_one_that_on_its_change() -> None:
    whole = a_round(QUARTER)
    first, second, *others = whole.states
    new = replace(first, decision=None, owed=DecisionKind.ESTABLISHMENT)
    changed = replace(second, owed=DecisionKind.REORGANISATION)
    told = text(report(teams=replace(whole, states=(new, changed, *others))))
    new_one, changed_one = (t.area.replace("Thôn", "thôn") for t in (new, changed))

    assert f"01 tổ chưa có quyết định thành lập: {new_one}." in told
    assert f"01 tổ có thay đổi, chưa có quyết định: {changed_one}." in told
    assert f"Trình quyết định thành lập tổ {new_one}." in told
    assert f"Trình quyết định kiện toàn tổ {changed_one}." in told
