"""Old byte fonts are decoded by the name of the font, and by nothing else."""

from __future__ import annotations

import pytest

from kehoach_desktop.importers.legacy_text import decoded

WORDS = [
    ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Céng hßa x· héi chñ nghÜa ViÖt Nam",
     "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"),
    ("Độc lập - Tự do - Hạnh phúc", "§éc lËp - Tù do - H¹nh phóc",
     "Ñoäc laäp - Töï do - Haïnh phuùc"),
    ("Thủ tướng, nhà nước, thường xuyên", "Thñ t\xadíng, nhµ n\xadíc, th\xadêng xuyªn",
     "Thuû töôùng, nhaø nöôùc, thöôøng xuyeân"),
]  # fmt: skip


@pytest.mark.parametrize(("unicode", "tcvn3", "vni"), WORDS)
def test_both_codes_give_the_same_words(unicode: str, tcvn3: str, vni: str) -> None:
    assert decoded(tcvn3, ".VnTime") == unicode
    assert decoded(vni, "VNI-Times") == unicode


def test_a_capitals_font_gives_capitals() -> None:
    assert decoded("ñy ban nh©n d©n", ".VnTimeH") == "ỦY BAN NHÂN DÂN"


def test_a_subset_tag_of_a_pdf_is_no_part_of_the_name() -> None:
    assert decoded("phô lôc", "ABCDEF+.VnTimeH") == "PHỤ LỤC"


@pytest.mark.parametrize("font", ["Times New Roman", "Arial", ""])
def test_other_fonts_are_left_alone(font: str) -> None:
    assert decoded("Céng hßa", font) == "Céng hßa"


def test_text_that_is_unicode_already_is_left_alone() -> None:
    assert decoded("Cộng hòa", ".VnTime") == "Cộng hòa"
