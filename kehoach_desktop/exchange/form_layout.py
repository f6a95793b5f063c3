"""The layout of a return form: its columns and lines, the same for who writes and who reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kehoach_desktop.domain.return_form import Field

CARD_SHEET = "_phieu"
FORM_SHEET = "Phiếu"
# Folded: the visible line of a form, however it was typed again.
CARD_LINE = re.compile(r"ma phieu\s*:?\s*([0-9a-z-]+)\s*/\s*([0-9a-f]{8})\s*/\s*([0-9a-f]{6})")
HEADER_ROW = 7
ADDED_ROWS = 5


class Part(StrEnum):
    """What a column holds beside the cells a unit fills in."""

    CODE = "code"
    LABEL = "label"
    CONTENT = "content"
    DEADLINE = "deadline"
    LAST = "last"
    TIME = "time"
    OTHER = "other"


Role = Part | Field


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of the form: what it holds, its heading, and its width in characters."""

    role: Role
    heading: str
    width: float


# Headings of the form, a paper of the office: not translated.
COLUMNS = (
    FormColumn(Part.CODE, "Mã", 8.5),
    FormColumn(Part.LABEL, "STT", 6),
    FormColumn(Part.CONTENT, "Nội dung nhiệm vụ", 36),
    FormColumn(Part.DEADLINE, "Thời hạn", 12),
    FormColumn(Part.LAST, "Đã ghi gần nhất", 18),
    FormColumn(Field.STATUS, "Trạng thái", 13),
    FormColumn(Field.DONE_ON, "Ngày hoàn thành", 11.5),
    FormColumn(Field.PERCENT, "Tỷ lệ %", 6.5),
    FormColumn(Field.RESULT, "Kết quả trong kỳ", 28),
    FormColumn(Field.OBSTACLE, "Khó khăn, vướng mắc", 18),
    FormColumn(Field.PROPOSAL, "Kiến nghị, đề xuất", 16),
    FormColumn(Field.EVIDENCE, "Minh chứng (số, ngày văn bản)", 16),
    FormColumn(Field.NEXT_STEPS, "Bước tiếp theo", 16),
)
