"""Facts of a person as an officer types them: a day or year of birth, a telephone, a CCCD."""

from __future__ import annotations

import re
from datetime import date

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.i18n import _

_DAY = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})")
_SEPARATORS = re.compile(r"[\s.,()\-–]")
OLDEST, LATEST = 1900, 2100


class WrongBirth(KehoachError):
    """A day or year of birth cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("“{text}” không phải ngày hay năm sinh; chưa ghi gì.").format(text=text),
            hint=_("Ghi năm (1984) hoặc ngày/tháng/năm (05/4/1984)."),
        )


class WrongNumber(KehoachError):
    """A telephone or identity number has another count of digits."""

    def __init__(self, text: str, hint: str) -> None:
        super().__init__(
            _("“{text}” không phải một số dùng được; chưa ghi gì.").format(text=text), hint=hint
        )


def read_birth(text: str) -> tuple[date | None, int | None]:
    """Return the day and the year that `text` names; None for what it leaves out.

    Raises WrongBirth for anything else, impossible days and years too.
    """
    plain = squeeze(text)
    if not plain:
        return None, None
    found = _DAY.fullmatch(plain)
    year = int(found[3]) if found else int(plain) if re.fullmatch(r"\d{4}", plain) else 0
    if not OLDEST <= year <= LATEST:
        raise WrongBirth(plain)
    try:
        return (date(year, int(found[2]), int(found[1])) if found else None), year
    except ValueError as refusal:
        raise WrongBirth(plain) from refusal


def read_phone(text: str) -> str:
    """Return a telephone number in ten digits ("+84 99.900" and a lost zero are read), "" for "".

    Raises WrongNumber.
    """
    digits = _SEPARATORS.sub("", text).removeprefix("+")
    if len(digits) == 11 and digits.startswith("84"):
        digits = f"0{digits[2:]}"
    if len(digits) == 9 and not digits.startswith("0"):
        digits = f"0{digits}"
    if digits and not re.fullmatch(r"0\d{9}", digits):
        raise WrongNumber(squeeze(text), _("Số điện thoại có 10 chữ số, chẳng hạn 0999000101."))
    return digits


def read_cccd(text: str) -> str:
    """Return an identity number in twelve digits, "" for "". Raises WrongNumber."""
    digits = _SEPARATORS.sub("", text)
    if digits and not re.fullmatch(r"\d{12}", digits):
        raise WrongNumber(squeeze(text), _("Số CCCD có 12 chữ số."))
    return digits
