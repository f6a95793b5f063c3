"""The lines under a table: who signs, and where it was signed."""

from __future__ import annotations

import re

from kehoach_desktop.domain.text import fold

_SIGNATURE = re.compile(
    r"(?:nguoi (?:lap|tong hop|bao cao)\b.*|\(?ky\b.*|thu truong\b.*|(?:pho )?truong phong\b.*|"
    r"truong (?:cong an|thon|ban|ap|khu pho|tram|don vi)\b.*|(?:pho )?chu tich\b.*|"
    r"(?:tm|kt|tl|tuq|q)\. .*|xac nhan cua\b.*|noi nhan\b.*|lanh dao (?:don vi|phong)\b.*|"
    r"can bo (?:tong hop|theo doi|phu trach)\b.*|.*ngay\W+thang\W+nam\b.*|"
    r".*ngay [\d.…]+ thang [\d.…]+ nam [\d.…]+)"
)
LONGEST_SIGNATURE = 70


def is_signature(text: str) -> bool:
    """Say whether a cell is of the lines of signature, by its words."""
    key = fold(text)
    return len(key) <= LONGEST_SIGNATURE and bool(_SIGNATURE.fullmatch(key))
