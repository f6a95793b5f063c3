"""Clauses on reporting become proposed duties."""

from __future__ import annotations

import json

import pytest

from kehoach_desktop.cli.proposal_json import of_reporting
from kehoach_desktop.domain.draft import Source
from kehoach_desktop.importers.duty_clauses import proposed_duties
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from tests.importers.comparing import DATA


def given(name: str) -> Source:
    return read_source((DATA / name).read_bytes(), name)


def keys(*paragraphs: str) -> list[str]:
    duties, _findings = proposed_duties(paragraphs)
    return [duty.rule.key if duty.rule else "on request" for duty in duties]


@pytest.mark.parametrize(
    ("clause", "rule"),
    [
        ("Định kỳ trước ngày 22 hằng tháng báo cáo về Sở Nội vụ.", "monthly before 22"),
        ("Báo cáo kết quả trước 8h00 thứ 6 hàng tuần.", "weekly fri 08:00"),
        ("Gửi báo cáo tuần về Văn phòng vào thứ Năm (trước 15 giờ 30).", "weekly thu 15:30"),
        ("Báo cáo nhanh trước 16 giờ hằng ngày.", "daily 16:00"),
        ("Định kỳ hằng tháng (trước ngày 25) tổng hợp, báo cáo.", "monthly before 25"),
        ("Báo cáo tháng gửi chậm nhất ngày 05 của tháng sau.", "monthly 5+1"),
        ("Báo cáo quý trước ngày 15 của tháng cuối quý.", "quarterly before 15"),
        ("Báo cáo quý trước ngày 05 tháng đầu quý sau.", "quarterly before 5+1"),
        ("Báo cáo 6 tháng đầu năm trước ngày 15/6.", "half_yearly before 15"),
        ("Báo cáo 9 tháng trước ngày 15 tháng 9.", "nine_months before 15"),
        ("Báo cáo năm trước ngày 15/12 hằng năm.", "yearly before 15/12"),
        ("Báo cáo tổng kết trước ngày 20/12/2025.", "ad_hoc before 2025-12-20"),
    ],
)
def test_the_words_of_a_time_name_its_rule(clause: str, rule: str) -> None:
    assert keys(clause) == [rule]


def test_several_reports_of_one_sentence_are_several_duties() -> None:
    clause = (
        "Các xã, phường báo cáo hằng tháng (trước ngày 20), hằng quý (trước ngày 20 tháng cuối "
        "quý), 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12) về Sở Nội vụ."
    )
    assert keys(clause) == [
        "monthly before 20",
        "quarterly before 20",
        "half_yearly before 15",
        "yearly before 15/12",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "Căn cứ Báo cáo số 12/BC-UBND ngày 20/8/2025 của UBND tỉnh.",
        "Thực hiện nghiêm chế độ báo cáo định kỳ, đột xuất.",
        "Hoàn thành số hóa trước ngày 20/12/2025.",
        "Hội nghị diễn ra vào thứ Tư ngày 12/11/2025 để nghe báo cáo.",
        "Sau khi xem xét báo cáo của Phòng Kinh tế, giao Công an xã rà soát trước ngày 15/10/2025.",
        "Theo báo cáo của các thôn, đến ngày 30/9/2025 đã cấp 1.200 thẻ.",
    ],
)
def test_other_days_are_no_duty(clause: str) -> None:
    assert keys(clause) == []


def test_a_day_no_month_has_is_doubted_aloud() -> None:
    duties, findings = proposed_duties(["Báo cáo năm trước ngày 31/11 hằng năm."])

    assert duties == ()
    assert [finding.message for finding in findings] == [
        "Không có ngày “trước ngày 31/11 hằng năm” trong lịch."
    ]


def test_two_days_for_one_report_are_a_contradiction() -> None:
    _duties, findings = proposed_duties(
        [
            "3. Chế độ báo cáo",
            "- UBND cấp xã báo cáo Sở Nội vụ trước ngày 15 hằng tháng.",
            "- UBND cấp xã báo cáo Sở Nội vụ trước ngày 20 hằng tháng.",
        ]
    )
    assert "“trước ngày 15 hằng tháng” và “trước ngày 20 hằng tháng”" in findings[0].message


def test_the_body_of_the_heading_owes_what_its_clauses_ask() -> None:
    (duty,), _findings = proposed_duties(
        ["2. Sở Nội vụ:", "Định kỳ hằng tháng (trước ngày 25) báo cáo UBND tỉnh về kết quả."]
    )
    assert (duty.sender, duty.recipient, duty.section) == ("Sở Nội vụ", "UBND tỉnh", "2")
    assert not duty.ours


@pytest.mark.parametrize("name", ["quang_tri.docx", "quang_tri.pdf"])
def test_quang_tri_asks_for_what_its_truth_says(name: str) -> None:
    truth = json.loads((DATA / "quang_tri.json").read_text("utf-8"))["document"]["reporting"]
    known = ("to", "recurrence", "day_of_month", "due")
    said = of_reporting(assemble(given(name)).duties)

    assert sorted(str([v.get(k) for k in known]) for v in said) == sorted(
        str([v.get(k) for k in known]) for v in truth
    )
    assert [v["ours"] for v in said] == [True, False, True]


def test_the_calendar_of_a_commune_is_read_with_its_contradiction() -> None:
    truth = json.loads((DATA / "ha_tinh_commune.json").read_text("utf-8"))["reporting_calendar"]
    draft = assemble(given("ha_tinh_commune.docx"))
    said = of_reporting(draft.duties)

    for value, wanted in zip(said, truth, strict=True):
        also = sorted(map(str, wanted.pop("also", [])))
        phrases = [f["phrase"] for f in value.get("also", [])]
        assert len(phrases) == len(also)
        assert {key: value.get(key) for key in wanted} == wanted
    assert any("hai hạn khác nhau: 20/12/2025, 15/12/2025" in f.message for f in draft.findings)


@pytest.mark.parametrize(
    ("clause", "sender", "rules"),
    [
        (
            "Định kỳ hằng tháng (trước ngày 18), các đơn vị báo cáo về Phòng Kinh tế.",
            "các đơn vị",
            ["monthly before 18"],
        ),
        ("Trước ngày 20 hằng tháng, các thôn báo cáo.", "các thôn", ["monthly before 20"]),
        ("Hằng ngày trước 16h00, Trạm Y tế xã báo cáo ca bệnh.", "Trạm Y tế xã", ["daily 16:00"]),
        ("Báo cáo quý: trước ngày 15 tháng cuối quý.", "", ["quarterly before 15"]),
        (
            "Trạm Y tế báo cáo định kỳ 02 lần/năm, trước ngày 15/6 và 15/12.",
            "Trạm Y tế",
            ["half_yearly before 15", "yearly before 15/12"],
        ),
        (
            "Các đơn vị báo cáo trước ngày 20/6 và 20/12 hằng năm.",
            "Các đơn vị",
            ["half_yearly before 20", "yearly before 20/12"],
        ),
        (
            "Các đơn vị báo cáo ngày 20/3, 20/6, 20/9 và 20/12 hằng năm.",
            "Các đơn vị",
            ["quarterly 20"],
        ),
    ],
)
def test_who_reports_is_told_behind_the_time_and_times_of_the_year_are_ends(
    clause: str, sender: str, rules: list[str]
) -> None:
    duties, _findings = proposed_duties([clause])

    assert [duty.rule.key for duty in duties if duty.rule] == rules
    assert {duty.sender for duty in duties} == {sender}


def test_times_of_the_year_that_no_calendar_has_are_told() -> None:
    duties, findings = proposed_duties(["Các thôn báo cáo trước ngày 31/6 và 31/12 hằng năm."])

    assert duties == ()
    assert any("Không có ngày" in finding.message for finding in findings)
