"""The rules of form (F01–F28) on papers of every kind, measured on the printed pages."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach_desktop.domain.paper import Paper as PaperValue
from kehoach_desktop.domain.paper_frame import TYPES, PaperKind
from tests.documents.paper_samples import Sample, samples, write_samples
from tests.documents.papers import wants_every
from tests.documents.pdf_measure import Line, Page, Paper, render

pytestmark = pytest.mark.libreoffice

SAMPLES = samples(every=wants_every())
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
DATED = [name for name in SAMPLES if not name.startswith("bien_ban")]
TITLED = [name for name in SAMPLES if not name.startswith("cong_van")]
EVERY = pytest.mark.parametrize("name", SAMPLES)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_samples(SAMPLES, tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def papers(files: dict[str, Path]) -> dict[str, Paper]:
    return render(list(files.values()), next(iter(files.values())).parent)


def text_pages(paper: Paper) -> tuple[Page, ...]:
    """The pages before the first appendix."""
    starts = [i for i, page in enumerate(paper.pages) if any(map(is_appendix_head, page.lines))]
    return paper.pages[: starts[0]] if starts else paper.pages


def is_appendix_head(line: Line) -> bool:
    return line.bold and re.fullmatch(r"Phụ lục( [IVX]+)?", line.text) is not None


def appendices_of(one: Sample) -> int:
    return len(one.made.appendices) if isinstance(one.made, PaperValue) else 1


def body_lines(paper: Paper) -> Iterator[Line]:
    """The lines of running text: those that begin at the indent and are justified."""
    for page in text_pages(paper):
        end = next((line.top for line in page.lines if line.text == "Nơi nhận:"), page.height)
        yield from (line for line in page.lines if 19 < line.top < end and line.left < 55)


@EVERY
def test_f01_pages_are_a4_and_text_stays_inside_the_margins(
    papers: dict[str, Paper], name: str
) -> None:
    for page in papers[name].pages:
        assert sorted((round(page.width), round(page.height))) == [210, 297]
        text = [line for line in page.lines if line.top > 19]
        assert min(line.left for line in text) >= 30 - 0.3
        assert max(line.right for line in text) <= page.width - 15 + 0.3
        assert max(line.bottom for line in text) <= page.height - 20 + 0.3


@EVERY
def test_f02_everything_is_black_times(papers: dict[str, Paper], name: str) -> None:
    for page in papers[name].pages:
        assert page.colours <= {(0.0, 0.0, 0.0), (0.0,), (0,), 0, None}
        assert all("Liberation" in font or "Times" in font for font in page.fonts)


@EVERY
def test_f03_f04_f05_nation_and_motto(papers: dict[str, Paper], name: str) -> None:
    page = papers[name].pages[0]
    nation, motto = page.line(NATION), page.line("Độc lập")

    assert (nation.text, nation.bold, nation.sizes) == (NATION, True, {13.0})
    assert (motto.text, motto.bold, motto.italic, motto.sizes) == (MOTTO, True, False, {14.0})
    assert page.stroke_under(motto).width == pytest.approx(motto.width, rel=0.03)


@EVERY
def test_f06_f07_the_agency_is_bold_its_parent_is_not(papers: dict[str, Paper], name: str) -> None:
    page = papers[name].pages[0]
    number = page.line("Số:")
    lines = [line for line in page.lines if line.right < 95 and line.bottom < number.top]
    own = name.startswith("to_trinh")

    bold = [line.bold for line in lines]
    assert bold == sorted(bold)
    assert (False in bold) is own
    stroke = page.stroke_under(lines[-1])
    longest = max(line.width for line in lines if line.bold)
    assert 1 / 3 - 0.03 <= stroke.width / longest <= 1 / 2 + 0.03


@EVERY
def test_f08_number_and_symbol(papers: dict[str, Paper], name: str) -> None:
    one, line = SAMPLES[name], papers[name].pages[0].line("Số:")
    kind = TYPES[one.kind].abbreviation
    symbol = f"{kind}-(UBND|VHXH)" if kind else r"UBND(-\w+)?"

    assert re.fullmatch(rf"Số: +{'05' if one.issued else ''}/{symbol}", line.text)
    assert line.sizes == {13.0}


@pytest.mark.parametrize("name", DATED)
def test_f09_f10_f11_day_and_number_stand_on_one_row(papers: dict[str, Paper], name: str) -> None:
    page = papers[name].pages[0]
    day = next(line for line in page.lines if ", ngày" in line.text and line.left > 88)

    assert day.italic
    assert day.bottom == pytest.approx(page.line("Số:").bottom, abs=0.8)
    issued = SAMPLES[name].issued
    assert re.search(
        r"ngày 09 tháng 01 năm 2026$" if issued else r"ngày +tháng \d+ năm 20\d\d$", day.text
    )


def test_minutes_bear_no_place_and_day(papers: dict[str, Paper]) -> None:
    name = next(name for name in SAMPLES if name.startswith("bien_ban"))
    number = papers[name].pages[0].line("Số:")

    assert not [
        x
        for x in papers[name].pages[0].lines
        if x.left > 95 and x.top > number.top - 1 and x.top < number.bottom
    ]


@pytest.mark.parametrize("name", TITLED)
def test_f12_f13_type_and_subject_are_bold_over_a_line(papers: dict[str, Paper], name: str) -> None:
    page = papers[name].pages[0]
    title = page.line(TYPES[SAMPLES[name].kind].name.upper())
    middle = 30 + 165 / 2
    below = [line for line in page.lines if line.top > title.top + 1]
    subject = []
    for line in below:
        if not (line.bold and abs(line.middle - middle) < 1):
            break
        subject.append(line)
    stroke = next(s for s in page.strokes if s.top > title.bottom)
    over = [line for line in subject if line.top < stroke.top]

    assert (title.bold, title.sizes) == (True, {14.0})
    assert title.middle == pytest.approx(middle, abs=0.7)
    assert over
    assert all(line.sizes == {14.0} for line in over)
    assert 1 / 3 - 0.03 <= stroke.width / max(line.width for line in over) <= 1 / 2 + 0.03


def test_f14_a_letter_has_its_subject_under_the_number(papers: dict[str, Paper]) -> None:
    name = next(name for name in SAMPLES if name.startswith("cong_van"))
    page = papers[name].pages[0]
    about, number = page.line("V/v"), page.line("Số:")

    assert (about.bold, about.italic, about.sizes) == (False, False, {12.0})
    assert about.middle == pytest.approx(number.middle, abs=0.7)
    assert 2.0 <= about.top - number.bottom + 1 <= 4.5
    assert not page.has("CÔNG VĂN")


@pytest.mark.parametrize("name", [n for n in SAMPLES if n.startswith(("ke_hoach", "quyet_dinh"))])
def test_f15_grounds_are_italic_and_end_with_a_full_stop(
    papers: dict[str, Paper], name: str
) -> None:
    lines = list(body_lines(papers[name]))
    grounds = [line for line in lines if line.italic]
    joined = " ".join(line.text for line in grounds)

    assert joined.startswith("Căn cứ Luật")
    assert re.search(r"; Theo đề nghị của [^;]+\.$", joined)


@EVERY
def test_f16_f17_the_text_has_one_size_and_the_indent(papers: dict[str, Paper], name: str) -> None:
    head = [line for line in papers[name].pages[0].lines if line.top < 55]
    lines = [
        line
        for line in body_lines(papers[name])
        if abs(line.left - 42.7) < 0.6 and line.sizes != {12.0} and line not in head
    ]

    assert lines
    weekly = SAMPLES[name].kind is PaperKind.WEEKLY_REPORT
    assert {size for line in lines for size in line.sizes} == {13.0 if weekly else 14.0}


@EVERY
def test_f18_the_end_mark_stands_once_in_the_text_and_once_in_each_appendix(
    papers: dict[str, Paper], name: str
) -> None:
    text = "\n".join(page.text for page in text_pages(papers[name]))

    assert text.count("./.") == 1
    assert papers[name].text.count("./.") == 1 + appendices_of(SAMPLES[name])


@EVERY
def test_f19_recipients(papers: dict[str, Paper], name: str) -> None:
    page = papers[name].page_with("Nơi nhận:")
    title = page.line("Nơi nhận:")
    below = [line for line in page.lines if line.top > title.top + 1 and line.right < 112.5]
    listed = " ".join(line.text for line in below)
    minutes = SAMPLES[name].kind is PaperKind.MINUTES

    assert (title.bold, title.italic, title.sizes) == (True, True, {12.0})
    assert {size for line in below for size in line.sizes} == {11.0}
    assert (
        listed.endswith("- Lưu: VT, Hồ sơ.")
        if minutes
        else re.search(r"- Lưu: VT(, \w+)?\.$", listed)
    )
    assert listed.startswith("- Như Điều 3;") is (SAMPLES[name].kind is PaperKind.DECISION)


@EVERY
def test_f20_f21_the_block_is_legal_and_over_the_name(papers: dict[str, Paper], name: str) -> None:
    one = SAMPLES[name]
    frame = one.made.frame
    assert frame is not None
    page = papers[name].page_with("Nơi nhận:")
    signer = page.line(frame.signature.name)
    block = [page.line(text) for text in frame.signature.lines if text != "CHỦ TỊCH"]

    assert (signer.bold, signer.sizes) == (True, {14.0})
    assert all(line.bold and line.sizes == {14.0} for line in block)
    assert not any(line.text.startswith("TM. CHỦ TỊCH") for line in block)
    if one.kind is PaperKind.DECISION:
        assert not page.has("TM.")


@EVERY
def test_f22_f24_pages_are_numbered_from_the_second_of_each_part(
    papers: dict[str, Paper], name: str
) -> None:
    number = 0
    for page in papers[name].pages:
        first = page is papers[name].pages[0] or any(map(is_appendix_head, page.lines))
        number = 1 if first else number + 1
        shown = [line for line in page.lines if line.top < 19]
        assert [line.text for line in shown] == ([] if first else [str(number)])


@EVERY
def test_f23_the_appendix_heading(papers: dict[str, Paper], name: str) -> None:
    heads = [x for page in papers[name].pages for x in page.lines if is_appendix_head(x)]
    count = appendices_of(SAMPLES[name])
    expected = ["Phụ lục"] if count == 1 else ["Phụ lục I", "Phụ lục II"][:count]

    assert [line.text for line in heads] == expected
    assert all(line.sizes == {14.0} for line in heads)
    if count:
        attached = papers[name].page_with("(Kèm theo").line("(Kèm theo")
        assert attached.italic
        assert attached.text.startswith(f"(Kèm theo {TYPES[SAMPLES[name].kind].name} số")


@EVERY
def test_f26_only_some_papers_are_addressed(papers: dict[str, Paper], name: str) -> None:
    frame = SAMPLES[name].made.frame
    assert frame is not None

    assert papers[name].pages[0].has("Kính gửi") is bool(frame.addressees)
    if not name.startswith(("bao_cao", "to_trinh", "cong_van")):
        assert not frame.addressees


@EVERY
def test_f27_f28_text_is_composed_and_no_placeholder_is_left(
    files: dict[str, Path], papers: dict[str, Paper], name: str
) -> None:
    with zipfile.ZipFile(files[name]) as archive:
        assert unicodedata.is_normalized("NFC", archive.read("word/document.xml").decode())
    assert not re.search(r"\bNone\b|…/…|\{\{|\}\}|\bnan\b|\bnull\b", papers[name].text)


@EVERY
def test_the_signature_page_is_never_alone_and_no_page_is_empty(
    papers: dict[str, Paper], name: str
) -> None:
    page = papers[name].page_with("Nơi nhận:")
    top = page.line("Nơi nhận:").top

    assert [line for line in page.lines if 19 < line.top < top - 2]
    assert all(len(page.lines) > 1 for page in papers[name].pages)
