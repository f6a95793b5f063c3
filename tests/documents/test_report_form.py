"""The rules of form (F01–F28) that apply to a report, measured on the printed pages."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from pathlib import Path

import pytest

from kehoach_desktop.documents.period_report import shipped_template, write_period_report
from kehoach_desktop.documents.template import check
from kehoach_desktop.domain.office import SIGNATURE_BLOCKS
from tests.documents.papers import reports, write_all
from tests.documents.pdf_measure import Page, Paper, convert, render

pytestmark = pytest.mark.libreoffice

REPORTS = reports()
NAMES = tuple(REPORTS)
MAIN = tuple(name for name in NAMES if not name.startswith("length_"))
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
MOTTO_AT_14 = 60.5  # mm, Times New Roman bold
EVERY_PAPER = pytest.mark.parametrize("name", MAIN)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("papers")
    return {**write_all(folder), "resaved": resaved(folder)}


def resaved(folder: Path) -> Path:
    """Write the draft from a template that another office program opened and saved."""
    convert([shipped_template()], folder, "docx")
    template = folder / shipped_template().name
    assert check(template) == ()
    return write_period_report(REPORTS["draft"], folder / "resaved.docx", template)


@pytest.fixture(scope="module")
def papers(files: dict[str, Path]) -> dict[str, Paper]:
    return render(list(files.values()), files["draft"].parent)


def head(paper: Paper) -> Page:
    return paper.pages[0]


def body_text(paper: Paper) -> str:
    return "\n".join(page.text for page in paper.body)


def xml_of(file: Path, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(file) as archive:
        return archive.read(part).decode()


@EVERY_PAPER
def test_f01_pages_are_a4_and_text_stays_inside_the_margins(
    papers: dict[str, Paper], name: str
) -> None:
    for page in papers[name].pages:
        assert sorted((round(page.width), round(page.height))) == [210, 297]
        text = [line for line in page.lines if line.top > 19]
        assert min(line.left for line in text) >= 30 - 0.3
        assert max(line.right for line in text) <= page.width - 15 + 0.3
        assert max(line.bottom for line in text) <= page.height - 20 + 0.3


def test_f02_everything_is_black_times_new_roman(
    files: dict[str, Path], papers: dict[str, Paper]
) -> None:
    styles = xml_of(files["draft"], "word/styles.xml")
    assert set(re.findall(r'w:(?:ascii|hAnsi|cs)="([^"]+)"', styles)) == {"Times New Roman"}
    assert "w:rFonts" not in xml_of(files["draft"])
    for page in papers["draft"].pages:
        assert page.colours <= {(0.0, 0.0, 0.0), (0.0,), (0,), 0, None}


@EVERY_PAPER
def test_f03_the_nation_stands_on_one_line_at_the_right(
    papers: dict[str, Paper], name: str
) -> None:
    line = head(papers[name]).line(NATION)

    assert (line.text, line.bold, line.sizes) == (NATION, True, {13.0})
    assert line.left > 90


@EVERY_PAPER
def test_f04_the_motto_is_bold_and_upright(papers: dict[str, Paper], name: str) -> None:
    line = head(papers[name]).line("Độc lập")

    assert (line.text, line.bold, line.italic, line.sizes) == (MOTTO, True, False, {14.0})


@EVERY_PAPER
def test_f05_line_under_motto_is_as_long_as_the_text(papers: dict[str, Paper], name: str) -> None:
    page = head(papers[name])
    motto = page.line("Độc lập")
    stroke = page.stroke_under(motto)

    assert stroke.width == pytest.approx(MOTTO_AT_14, rel=0.03)
    assert stroke.middle == pytest.approx(motto.middle, abs=0.7)


@EVERY_PAPER
def test_f06_the_issuing_agency_is_bold(papers: dict[str, Paper], name: str) -> None:
    page = head(papers[name])
    lines = [line for line in page.lines if line.right < 95 and line.top < 34]

    assert lines[0].text == "ỦY BAN NHÂN DÂN"
    assert " ".join(line.text for line in lines[1:]).startswith(("XÃ ", "PHƯỜNG ", "ĐẶC KHU "))
    assert all(line.bold and line.sizes == {13.0} for line in lines)


@EVERY_PAPER
def test_f07_line_under_the_agency_is_a_third_to_a_half(
    papers: dict[str, Paper], name: str
) -> None:
    page = head(papers[name])
    lines = [line for line in page.lines if line.right < 95 and line.top < 34]
    stroke = page.stroke_under(lines[-1])

    assert 1 / 3 <= stroke.width / max(line.width for line in lines) <= 1 / 2
    assert stroke.middle == pytest.approx(lines[0].middle, abs=0.7)


@EVERY_PAPER
def test_f08_number_and_symbol(papers: dict[str, Paper], name: str) -> None:
    report = REPORTS[name]
    number = f"{report.number:02d}" if report.number else " {5,}"

    assert re.fullmatch(rf"Số: ?{number}/BC-UBND", head(papers[name]).line("Số:").text)


@EVERY_PAPER
def test_f09_number_and_day_stand_on_one_row(papers: dict[str, Paper], name: str) -> None:
    page = head(papers[name])
    number, day = page.line("Số:"), day_line(page)

    assert number.bottom == pytest.approx(day.bottom, abs=0.8)


def day_line(page: Page):  # type: ignore[no-untyped-def]
    return next(line for line in page.lines if ", ngày" in line.text and line.left > 88)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("draft", r"Bình Minh, ngày +tháng 10 năm 2025"),
        ("issued", "Bình Minh, ngày 20 tháng 10 năm 2025"),
        ("ward", "Phường Điện Biên Phủ, ngày 05 tháng 01 năm 2026"),
        ("two_plans", "Phường Nguyễn Thị Minh Khai, ngày 09 tháng 3 năm 2026"),
        ("zone", r"Lý Sơn, ngày +tháng 10 năm 2025"),
    ],
)
def test_f10_the_day_has_its_noughts(papers: dict[str, Paper], name: str, day: str) -> None:
    assert re.fullmatch(day, day_line(head(papers[name])).text)


@EVERY_PAPER
def test_f11_the_day_is_italic(papers: dict[str, Paper], name: str) -> None:
    line = day_line(head(papers[name]))

    assert line.italic
    assert not line.bold
    assert line.sizes <= {13.0, 14.0}


@EVERY_PAPER
def test_f12_the_kind_is_bold_capitals_in_the_middle(papers: dict[str, Paper], name: str) -> None:
    line = head(papers[name]).line("BÁO CÁO")

    assert (line.text, line.bold, line.sizes) == ("BÁO CÁO", True, {14.0})
    assert line.middle == pytest.approx(30 + 165 / 2, abs=0.7)


@EVERY_PAPER
def test_f13_the_subject_is_bold_over_its_line(papers: dict[str, Paper], name: str) -> None:
    page = head(papers[name])
    kind = page.line("BÁO CÁO")
    subject = [line for line in page.lines if line.top > kind.bottom and line.bold]
    subject = [line for line in subject if line.top < page.stroke_under(kind).top]
    stroke = page.stroke_under(subject[-1])

    assert subject[0].text.startswith("Kết quả thực hiện")
    assert all(line.sizes == {14.0} for line in subject)
    assert 1 / 3 <= stroke.width / max(line.width for line in subject) <= 1 / 2
    assert stroke.middle == pytest.approx(30 + 165 / 2, abs=0.7)


@EVERY_PAPER
def test_f16_the_body_is_justified_and_indented(papers: dict[str, Paper], name: str) -> None:
    page = head(papers[name])
    opening = page.line("Thực hiện Kế hoạch")
    following = [line for line in page.lines if line.top > opening.bottom][:2]

    assert opening.left == pytest.approx(30 + 12.7, abs=0.4)
    assert opening.right == pytest.approx(195, abs=0.5)
    assert {round(line.left) for line in following} == {30}
    pitch = (following[1].bottom - following[0].bottom) / (14 * 25.4 / 72 * 1.15)
    assert 0.99 <= pitch <= 1.5


def test_f16_paragraphs_stand_six_points_apart(files: dict[str, Path]) -> None:
    styles = xml_of(files["draft"], "word/styles.xml")
    body = styles.split('w:styleId="Thânvănbản"')[1].split("</w:style>")[0]

    assert int(re.findall(r'w:before="(\d+)"', body)[0]) >= 120
    assert '<w:jc w:val="both"/>' in body


@EVERY_PAPER
def test_f17_the_text_has_one_size(papers: dict[str, Paper], name: str) -> None:
    sizes = {
        size
        for page in papers[name].body
        for line in page.lines
        if re.match(r"(Thực hiện Kế|I+V?\. |\d\. |[a-zđ]\) |- |\+ |Trên đây)", line.text)
        and line.left > 42
        for size in line.sizes
    }

    assert sizes == {14.0}


@EVERY_PAPER
def test_f18_the_end_mark_stands_once_in_the_text_and_once_in_each_appendix(
    papers: dict[str, Paper], name: str
) -> None:
    assert body_text(papers[name]).count("./.") == 1
    assert re.search(r"kính báo cáo\./\.", " ".join(body_text(papers[name]).split()))
    totals = re.findall(
        r"Tổng số: [\d.]+ nhiệm vụ\./\.", "\n".join(p.text for p in papers[name].appendix)
    )
    assert len(totals) == len(REPORTS[name].view.plans)
    assert papers[name].text.count("./.") == 1 + len(totals)


@EVERY_PAPER
def test_f19_recipients(papers: dict[str, Paper], name: str) -> None:
    page = papers[name].page_with("Nơi nhận:")
    title = page.line("Nơi nhận:")
    below = [line for line in page.lines if line.top > title.top + 1 and line.right < 112]
    listed = " ".join(line.text for line in below)

    assert (title.bold, title.italic, title.sizes) == (True, True, {12.0})
    assert {size for line in below for size in line.sizes} == {11.0}
    assert re.search(r"- Lưu: VT(, \w+)?\.$", listed)
    assert listed.startswith("- Như trên;") is bool(REPORTS[name].office.addressee)
    assert title.left == pytest.approx(30.5, abs=1)


@EVERY_PAPER
def test_f20_the_block_is_that_of_the_capacity(papers: dict[str, Paper], name: str) -> None:
    page = papers[name].page_with("Nơi nhận:")
    top = page.line("Nơi nhận:").top
    block = [line for line in page.lines if line.left > 112 and line.top > top - 2]
    expected = SIGNATURE_BLOCKS[REPORTS[name].office.capacity]

    assert tuple(line.text for line in block[:-1]) == expected
    assert all(line.bold and line.sizes == {14.0} for line in block)
    assert block[0].top == pytest.approx(top, abs=1.5)


@EVERY_PAPER
def test_f21_the_signer_has_room_to_sign_and_a_bold_name(
    papers: dict[str, Paper], name: str
) -> None:
    office = REPORTS[name].office
    page = papers[name].page_with(office.signer)
    line = page.line(office.signer)
    over = page.line(SIGNATURE_BLOCKS[office.capacity][-1])

    assert (line.bold, line.sizes) == (True, {14.0})
    assert line.middle == pytest.approx(over.middle, abs=0.7)
    assert 25 <= line.top - over.bottom <= 40


@EVERY_PAPER
def test_f22_pages_are_numbered_from_the_second_in_the_top_margin(
    papers: dict[str, Paper], name: str
) -> None:
    body = papers[name].body
    assert not [line for line in body[0].lines if line.top < 18]
    for number, page in enumerate(body[1:], start=2):
        shown = [line for line in page.lines if line.top < 19]
        assert [line.text for line in shown] == [str(number)]
        assert shown[0].sizes == {14.0}
        assert shown[0].middle == pytest.approx(30 + 165 / 2, abs=0.7)


@EVERY_PAPER
def test_f23_the_appendix_heading(papers: dict[str, Paper], name: str) -> None:
    count = len(REPORTS[name].view.plans)
    headings = [
        line
        for page in papers[name].appendix
        for line in page.lines
        if re.fullmatch(r"Phụ lục( [IVX]+)?", line.text) and line.bold
    ]
    expected = ["Phụ lục"] if count == 1 else ["Phụ lục I", "Phụ lục II"][:count]

    assert [line.text for line in headings] == expected
    assert all(line.sizes == {14.0} for line in headings)
    attached = papers[name].page_with("(Kèm theo").line("(Kèm theo")
    assert attached.italic
    assert papers[name].text.count("(Kèm theo") == count


@EVERY_PAPER
def test_f24_each_appendix_counts_its_own_pages(papers: dict[str, Paper], name: str) -> None:
    numbers: list[str] = []
    for page in papers[name].appendix:
        first = any(re.fullmatch(r"Phụ lục( [IVX]+)?", line.text) for line in page.lines)
        shown = [line.text for line in page.lines if line.top < 19]
        numbers = [] if first else [*numbers, *shown]
        assert shown == ([] if first else [str(len(numbers) + 1)])


@EVERY_PAPER
def test_f25_the_appendix_lies_across_and_repeats_its_head(
    papers: dict[str, Paper], name: str
) -> None:
    appendix = papers[name].appendix
    assert appendix
    for page in appendix:
        assert (round(page.width), round(page.height)) == (297, 210)
        assert page.has("STT") or page.has("Tổng số")


@EVERY_PAPER
def test_f26_a_report_is_addressed_only_when_it_goes_up(
    papers: dict[str, Paper], name: str
) -> None:
    addressee = REPORTS[name].office.addressee
    page = head(papers[name])

    assert page.has("Kính gửi") is bool(addressee)
    if ";" in addressee:
        first = page.line("- Sở Khoa học")
        assert page.line("- Văn phòng").left == pytest.approx(first.left, abs=0.2)
        assert first.left == pytest.approx(page.line("Kính gửi:").right, abs=3)
        assert first.text.endswith(";")
        assert page.line("- Văn phòng").text.endswith(".")


@EVERY_PAPER
def test_f27_all_text_is_composed(files: dict[str, Path], name: str) -> None:
    text = xml_of(files[name])

    assert unicodedata.is_normalized("NFC", text)


@EVERY_PAPER
def test_f28_no_placeholder_is_left(papers: dict[str, Paper], name: str) -> None:
    text = papers[name].text

    assert not re.search(r"\bNone\b|…/…|\{\{|\}\}|\bnan\b|\bnull\b", text)


@pytest.mark.parametrize("name", NAMES)
def test_the_signature_page_is_never_alone(papers: dict[str, Paper], name: str) -> None:
    page = papers[name].page_with("Nơi nhận:")
    top = page.line("Nơi nhận:").top
    text = [line for line in page.lines if 19 < line.top < top - 2]

    assert text
    assert page.has(REPORTS[name].office.signer)


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_empty(papers: dict[str, Paper], name: str) -> None:
    assert all(len(page.lines) > 1 for page in papers[name].pages)


def test_a_template_saved_by_another_program_keeps_the_form(papers: dict[str, Paper]) -> None:
    resaved = papers["resaved"]
    page = head(resaved)
    motto = page.line("Độc lập")

    assert page.line(NATION).text == NATION
    assert page.stroke_under(motto).width == pytest.approx(MOTTO_AT_14, rel=0.03)
    assert [page.lines[0].text for page in resaved.body[1:]] == [
        str(number) for number in range(2, len(resaved.body) + 1)
    ]
    assert [page.lines[0].text for page in resaved.appendix] == [
        "Phụ lục",
        *(str(number) for number in range(2, len(resaved.appendix) + 1)),
    ]
