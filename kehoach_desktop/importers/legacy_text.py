"""Text of the old byte fonts, TCVN3 (.VnTime) and VNI (VNI-Times), as Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import mark

# TCVN3: the codes in use, and the letters they stand for in that order. Only the seven base
# letters have capitals; the fonts ending in H draw the small codes as capitals.
_TCVN3_CODES = chain(
    range(0xA1, 0xAF),
    range(0xB5, 0xBA),
    range(0xBB, 0xBF),
    range(0xC6, 0xCD),
    range(0xCE, 0xD9),
    range(0xDC, 0xE0),
    range(0xE1, 0xF0),
    range(0xF1, 0xFF),
)
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
TCVN3 = dict(zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True))

# VNI: after a base letter, the signs that may follow and the letters the pairs stand for.
_VNI_PAIRS = {
    "A": ("ØÙÂÕÊÏÛÁÀÅÃÄÉÈÚÜË", "ÀÁÂÃĂẠẢẤẦẨẪẬẮẰẲẴẶ"),
    "E": ("ØÙÂÏÛÕÁÀÅÃÄ", "ÈÉÊẸẺẼẾỀỂỄỆ"),
    "O": ("ØÙÂÕÏÛÁÀÅÃÄ", "ÒÓÔÕỌỎỐỒỔỖỘ"),
    "U": ("ØÙÕÏÛ", "ÙÚŨỤỦ"),
    "Y": ("ÙØÛÕ", "ÝỲỶỸ"),
    "a": ("øùâõêïûáàåãäéèúüë", "àáâãăạảấầẩẫậắằẳẵặ"),
    "e": ("øùâïûõáàåãä", "èéêẹẻẽếềểễệ"),
    "o": ("øùâõïûáàåãä", "òóôõọỏốồổỗộ"),
    "u": ("øùõïû", "ùúũụủ"),
    "y": ("ùøûõ", "ýỳỷỹ"),
    "Ô": ("ÙØÛÕÏ", "ỚỜỞỠỢ"),
    "ô": ("ùøûõï", "ớờởỡợ"),
    "Ö": ("ÙØÛÕÏ", "ỨỪỬỮỰ"),
    "ö": ("ùøûõï", "ứừửữự"),
}
_VNI_SINGLE = dict(
    zip(
        "ÌÍìíÑñÓóÔôÖöÆæÒòÎî",
        "ÌÍìíĐđĨĩƠơƯưỈỉỊịỴỵ",
        strict=True,
    )
)
VNI = _VNI_SINGLE | {
    base + sign: letter
    for base, (signs, letters) in _VNI_PAIRS.items()
    for sign, letter in zip(signs, letters, strict=True)
}

LEGACY_FONT = re.compile(r"(?:[A-Z]{6}\+)?(?:\.vn|vni)", re.IGNORECASE)
_UNICODE = re.compile("[\u1e00-\u1effăđơưĂĐƠƯ]")


_LATIN = re.compile("[\u00a1-\u00ff]")
_VNI_PAIR = re.compile("[AEOUYaeouyÔÖôö][ØÙÂÕÊÏÛÁÀÅÃÄÉÈÚÜËøùâõêïûáàåãäéèúüë]")
FEWEST, SHARE = 12, 0.08  # signs of an old font: that many, and that share of all letters


def font_of_letters(texts: Iterable[str]) -> str:
    """Return an old font in whose codes all of `texts` are written, "" where they are not.

    Vietnamese of that length always has letters that only Unicode writes; old codes have none.
    """
    text = "".join(texts)
    signs = len(_LATIN.findall(text))
    if _UNICODE.search(text) or signs < max(FEWEST, SHARE * sum(map(str.isalpha, text))):
        return ""
    return "VNI-Times" if len(_VNI_PAIR.findall(text)) * 2 > signs else ".VnTime"


def told_old_font(font: str, place: str) -> Finding:
    """Return what to say of text that was put into Unicode by its letters alone."""
    message = mark("Chữ theo mã phông cũ ({font}), đã đổi sang Unicode: hãy xem lại.")
    return Finding(Severity.CHECK, place, message.format(font=font))


def is_legacy_font(font: str) -> bool:
    """Say whether text set in `font` is written in codes of its own."""
    return bool(LEGACY_FONT.match(font))


def decoded(text: str, font: str) -> str:
    """Return `text` set in `font` as Unicode; text of other fonts, or already Unicode, as it is.

    A TCVN3 font whose name ends in H draws small letters as capitals, so its text is capitals.
    """
    if not text or not is_legacy_font(font) or _UNICODE.search(text):
        return text
    name = font.rpartition("+")[2].lower()
    if name.startswith("vni"):
        return nfc(_from_vni(text))
    plain = nfc(text.translate(TCVN3))
    return plain.upper() if name.endswith("h") else plain


def _from_vni(text: str) -> str:
    letters: list[str] = []
    place = 0
    while place < len(text):
        pair = text[place : place + 2]
        step = 2 if pair in VNI and len(pair) == 2 else 1
        letters.append(VNI.get(text[place : place + step], text[place : place + step]))
        place += step
    return "".join(letters)
