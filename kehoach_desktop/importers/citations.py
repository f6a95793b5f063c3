"""Papers that a text cites: kind, number and day, in the State's manner and in the Party's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach_desktop.domain.text import squeeze

KINDS = (
    "Kế hoạch", "Quyết định", "Chương trình hành động", "Chương trình công tác", "Chương trình",
    "Nghị quyết", "Chỉ thị", "Đề án", "Công văn", "Thông báo kết luận", "Thông báo", "Hướng dẫn",
    "Phương án", "Báo cáo", "Kết luận", "Tờ trình", "Công điện", "Biên bản", "Giấy mời",
)  # fmt: skip
CITED = (*KINDS, "Nghị định", "Thông tư", "Quy định", "Luật", "Pháp lệnh", "Thông tri")
NUMBER = (
    r"\d{1,5}(?:\.\d+)?(?:\s*/\s*(?:19|20)\d{2})?\s*[-/]\s*[A-ZĐ][A-Za-zĐđ0-9]{0,11}"
    r"(?:\s*[-/]\s*[A-ZĐ][A-Za-zĐđ0-9]*)*"
)
DAY = (
    r"ngày\s+(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
)
CITATION = re.compile(
    rf"({'|'.join(CITED)})\s+số\s*:?\s*({NUMBER})(?:\s*,?\s*({DAY}))?", re.IGNORECASE
)


def citations(texts: Iterable[str]) -> tuple[str, ...]:
    """Return each paper the texts cite once, in their order, with its day where one is given.

    `231/KH-UBND` and `285-KH/TU` are both numbers; a paper cited without a number is left out.
    """
    found: dict[str, str] = {}
    for text in texts:
        for kind, number, day in CITATION.findall(squeeze(text)):
            key = re.sub(r"\s", "", number)
            name = f"{kind[0].upper()}{kind[1:].lower()} số {key}"
            if key not in found or (day and " ngày " not in found[key]):
                found[key] = f"{name} {day}" if day else name
    return tuple(found.values())
