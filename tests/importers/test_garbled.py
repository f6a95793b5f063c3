"""Text that has lost its diacritics is told, and never taken in silently."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import HEADER, source, table
from tests.importers.comparing import DATA

TASK = (
    "Rà soát, cấu trúc lại các thủ tục hành chính chuyển từ thủ công trên giấy sang môi trường "
    "điện tử và công bố danh mục thủ tục hành chính phù hợp với mô hình chính quyền địa phương "
    "hai cấp; bảo đảm vận hành thông suốt, phục vụ tốt nhất người dân và doanh nghiệp"
)


def bare(text: str) -> str:
    marked = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in marked if not unicodedata.combining(c))


def half_bare(text: str) -> str:
    """Lose the diacritics of two words in three, as a poor scan does."""
    words = text.split()
    return " ".join(word if i % 3 == 0 else bare(word) for i, word in enumerate(words))


@pytest.mark.parametrize("spoil", [bare, half_bare])
def test_lost_diacritics_are_an_error_of_the_whole_file(spoil: Callable[[str], str]) -> None:
    row = f"1 | {spoil(TASK)} | So Tu phap | | Bao cao | 31/12/2025"
    draft = assemble(source(table(HEADER, row)))

    assert draft.garbled
    assert draft.findings[0].severity is Severity.ERROR
    assert "mất dấu" in draft.findings[0].message


def test_prose_without_diacritics_is_told_too() -> None:
    draft = assemble(read_source(f"NHIEM VU\n{bare(TASK)}".encode(), "a.txt"))

    assert draft.garbled


@pytest.mark.parametrize("name", ["quang_tri.pdf", "dong_thap_tcvn3.xls", "dong_thap_nfd.xlsx"])
def test_whole_text_is_not_called_garbled(name: str) -> None:
    assert not assemble(read_source((DATA / name).read_bytes(), name)).garbled
