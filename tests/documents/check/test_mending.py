"""Safe mends: composed letters, single spaces, zeros, the mark of the end; nothing else moves."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from kehoach_desktop.documents.check.mending import mend_paper
from kehoach_desktop.domain.paper_check import MENDED, MendedPaper
from tests.documents.check.exemplars import (
    MINUTES,
    PAPERS,
    REPORT,
    Doc,
    opened,
    packed,
    paragraphs,
    parts_of,
    raw,
    run,
    swap,
)


def mended(data: bytes) -> MendedPaper:
    return mend_paper(data, parts_of(data))


def words(doc: Doc) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(doc)]


def harmed() -> Doc:
    doc = opened(REPORT)
    swap(doc, "báo cáo./.", "báo cáo.", "Trên đây")
    swap(doc, "ngày 20 tháng 10", "ngày 5 tháng 01", "Bình Minh,")
    swap(doc, "ngày 20 tháng 10", "ngày 5 tháng 1", "(Kèm theo")
    swap(doc, "145", "7", "Số:")
    swap(doc, "145", "07", "(Kèm theo")
    swap(doc, "nhiệm vụ./.", "nhiệm vụ ./.", "Tổng số:")
    swap(doc, "Tiếp nhận 214", "Tiếp nhận  214", "c)")
    text = run(doc, "h) Chế độ").text
    run(doc, "h) Chế độ").text = unicodedata.normalize("NFD", text)
    return doc


def test_each_slip_is_put_right_and_told() -> None:
    made = mended(packed(harmed()))
    text = words(opened_from(made.content))
    assert {mend.rule for mend in made.mends} == MENDED
    assert "Số: 07/BC-UBND" in text
    assert "Bình Minh, ngày 05 tháng 01 năm 2025" in text
    assert any(line.endswith("kính báo cáo./.") for line in text)
    assert "Tổng số: 18 nhiệm vụ./." in text
    assert all(unicodedata.is_normalized("NFC", line) for line in text)


def test_what_was_mended_is_found_no_more() -> None:
    made = mended(packed(harmed()))
    left = {finding.rule for finding in made.findings}
    assert left.isdisjoint({mend.rule for mend in made.mends})


@pytest.mark.parametrize("paper", sorted(PAPERS.glob("*.docx")), ids=lambda path: path.stem)
def test_a_right_paper_is_left_byte_for_byte(paper: Path) -> None:
    made = mended(paper.read_bytes())
    assert (made.content, made.mends) == (paper.read_bytes(), ())


def test_nothing_but_the_slips_changes() -> None:
    before = words(harmed())
    after = words(opened_from(mended(packed(harmed())).content))
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert len(changed) == 7


def test_a_paper_with_tracked_changes_is_not_touched() -> None:
    doc = opened(MINUTES)
    swap(doc, "08/", "8/", "Số:")
    raw(run(doc, "Địa điểm")).addprevious(raw(run(doc, "Địa điểm")).makeelement(qn("w:ins")))
    data = packed(doc)
    assert mended(data).content == data


def opened_from(data: bytes) -> Doc:
    return Document(io.BytesIO(data))
