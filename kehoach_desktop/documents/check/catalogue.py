"""The rules of the check by their stable names: how much each weighs, and what asks for it."""

from __future__ import annotations

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.i18n import _, mark

DECREE = "Nghị định 30/2020/NĐ-CP"
GENERAL = f"{DECREE}, Phụ lục I, mục I"
NATIONAL = f"{DECREE}, Phụ lục I, mục II.1"
AGENCY = f"{DECREE}, Phụ lục I, mục II.2"
NUMBER = f"{DECREE}, Phụ lục I, mục II.3"
DATE = f"{DECREE}, Phụ lục I, mục II.4"
TITLE = f"{DECREE}, Phụ lục I, mục II.5"
TEXT = f"{DECREE}, Phụ lục I, mục II.6"
SIGNING = f"{DECREE}, Điều 13 và Phụ lục I, mục II.7"
RECEIVING = f"{DECREE}, Phụ lục I, mục II.9"
ATTACHED = f"{DECREE}, Phụ lục I, mục III.1"
TABLE = f"{DECREE}, Phụ lục I, mục IV"
SHORT_NAMES = f"{DECREE}, Phụ lục III"
CAPITALS = f"{DECREE}, Phụ lục II"
SPECIMENS = f"{DECREE}, Phụ lục III, các mẫu"
UNICODE = "TCVN 6909:2001; Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.3"
LEVELS = "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025 (từ ngày 01/7/2025)"
FIGURES = mark("Đối chiếu số liệu trong văn bản")
PERIODS = mark("Đối chiếu kỳ báo cáo trong văn bản")
CARE = mark("Soát lỗi trước khi trình ký")

ERROR, CHECK, INFO = Severity.ERROR, Severity.CHECK, Severity.INFO
RULES: dict[str, tuple[Severity, str]] = {
    "page-size": (ERROR, GENERAL),
    "page-orientation": (CHECK, GENERAL),
    "page-margins": (ERROR, GENERAL),
    "page-number-missing": (CHECK, GENERAL),
    "page-number-place": (ERROR, GENERAL),
    "page-number-look": (ERROR, GENERAL),
    "page-number-first": (ERROR, GENERAL),
    "page-number-form": (ERROR, GENERAL),
    "font-family": (ERROR, GENERAL),
    "font-colour": (ERROR, GENERAL),
    "text-underlined": (CHECK, GENERAL),
    "text-marked": (CHECK, CARE),
    "national-title": (ERROR, NATIONAL),
    "national-title-look": (ERROR, NATIONAL),
    "national-title-line": (CHECK, NATIONAL),
    "motto": (ERROR, NATIONAL),
    "motto-look": (ERROR, NATIONAL),
    "motto-line": (CHECK, NATIONAL),
    "agency": (ERROR, AGENCY),
    "agency-bold": (ERROR, AGENCY),
    "agency-look": (ERROR, AGENCY),
    "agency-line": (CHECK, AGENCY),
    "head-sizes": (INFO, TABLE),
    "number-missing": (ERROR, NUMBER),
    "number-form": (ERROR, NUMBER),
    "number-look": (ERROR, NUMBER),
    "number-type": (ERROR, SHORT_NAMES),
    "number-agency": (CHECK, NUMBER),
    "date-missing": (ERROR, DATE),
    "date-form": (ERROR, DATE),
    "date-look": (ERROR, DATE),
    "date-place": (CHECK, DATE),
    "number-date-row": (ERROR, f"{DECREE}, Phụ lục I, mục II.4 và sơ đồ mục IV"),
    "draft-number": (INFO, NUMBER),
    "draft-date": (INFO, DATE),
    "title-missing": (ERROR, TITLE),
    "title-look": (ERROR, TITLE),
    "subject-missing": (ERROR, TITLE),
    "subject-look": (ERROR, TITLE),
    "subject-line": (CHECK, TITLE),
    "letter-subject": (ERROR, TITLE),
    "letter-subject-look": (ERROR, TITLE),
    "addressee-not-allowed": (ERROR, RECEIVING),
    "addressee-missing": (ERROR, RECEIVING),
    "addressee-form": (CHECK, RECEIVING),
    "addressee-look": (ERROR, RECEIVING),
    "basis-italic": (ERROR, TEXT),
    "basis-look": (ERROR, TEXT),
    "basis-ending": (ERROR, TEXT),
    "basis-form": (CHECK, f"{DECREE}, Phụ lục I, mục II.6.b"),
    "basis-order": (CHECK, TEXT),
    "basis-twice": (CHECK, CARE),
    "basis-replaced": (CHECK, CARE),
    "decision-parts": (ERROR, SPECIMENS),
    "specimen-parts": (CHECK, SPECIMENS),
    "block-order": (ERROR, f"{DECREE}, Phụ lục I, sơ đồ mục IV"),
    "body-align": (ERROR, TEXT),
    "body-indent": (ERROR, TEXT),
    "body-spacing": (ERROR, TEXT),
    "body-line-spacing": (ERROR, TEXT),
    "body-size": (ERROR, TEXT),
    "body-italic": (CHECK, TEXT),
    "part-heading": (ERROR, TEXT),
    "clause-heading": (CHECK, TEXT),
    "article-form": (ERROR, TEXT),
    "numbering-parts": (ERROR, TEXT),
    "numbering-clauses": (ERROR, TEXT),
    "numbering-points": (ERROR, TEXT),
    "numbering-articles": (ERROR, TEXT),
    "end-mark": (ERROR, SPECIMENS),
    "end-mark-appendix": (ERROR, SPECIMENS),
    "recipients-missing": (ERROR, RECEIVING),
    "recipients-heading": (ERROR, RECEIVING),
    "recipients-lines": (ERROR, RECEIVING),
    "recipients-archive": (ERROR, RECEIVING),
    "recipients-first": (ERROR, RECEIVING),
    "signature-missing": (ERROR, SIGNING),
    "signature-capacity": (ERROR, SIGNING),
    "signature-authority": (CHECK, SIGNING),
    "signature-look": (ERROR, SIGNING),
    "signer-name": (ERROR, SIGNING),
    "signer-missing": (INFO, SIGNING),
    "foot-row": (CHECK, f"{DECREE}, Phụ lục I, sơ đồ mục IV"),
    "appendix-heading": (CHECK, ATTACHED),
    "appendix-look": (ERROR, ATTACHED),
    "appendix-number": (ERROR, ATTACHED),
    "appendix-title": (ERROR, ATTACHED),
    "appendix-reference": (ERROR, ATTACHED),
    "appendix-mentioned": (CHECK, ATTACHED),
    "appendix-page": (CHECK, ATTACHED),
    "appendix-page-number": (ERROR, ATTACHED),
    "table-header-repeat": (CHECK, ATTACHED),
    "table-header-look": (CHECK, ATTACHED),
    "table-borders": (CHECK, ATTACHED),
    "table-text-size": (CHECK, GENERAL),
    "period-text": (ERROR, PERIODS),
    "period-date": (CHECK, PERIODS),
    "period-cutoff": (ERROR, PERIODS),
    "period-next": (ERROR, PERIODS),
    "leftover-month": (CHECK, PERIODS),
    "table-total": (ERROR, FIGURES),
    "table-row-sum": (ERROR, FIGURES),
    "figures-text-table": (ERROR, FIGURES),
    "figures-in-text": (CHECK, FIGURES),
    "part-of-whole": (ERROR, FIGURES),
    "percentage": (ERROR, FIGURES),
    "percentage-form": (CHECK, CARE),
    "number-raw": (CHECK, CARE),
    "money-words": (ERROR, FIGURES),
    "appendix-count": (ERROR, FIGURES),
    "table-ordinals": (CHECK, FIGURES),
    "result-empty": (CHECK, CARE),
    "done-without-evidence": (CHECK, CARE),
    "abolished-unit": (CHECK, LEVELS),
    "placeholder": (ERROR, CARE),
    "cited-blank": (CHECK, f"{DECREE}, Phụ lục I, mục II.6.b"),
    "impossible-date": (ERROR, CARE),
    "impossible-time": (ERROR, CARE),
    "weekday": (ERROR, CARE),
    "cited-later": (ERROR, TEXT),
    "cited-symbol": (CHECK, NUMBER),
    "day-past": (CHECK, CARE),
    "day-future": (CHECK, CARE),
    "span-backwards": (ERROR, CARE),
    "own-kind": (ERROR, CARE),
    "issuer-name": (ERROR, CARE),
    "agency-short": (CHECK, AGENCY),
    "minutes-signatures": (ERROR, SPECIMENS),
    "recipients-twice": (CHECK, RECEIVING),
    "body-bold": (CHECK, TEXT),
    "appendix-unknown": (CHECK, ATTACHED),
    "abolished-body": (CHECK, LEVELS),
    "abbreviation-case": (CHECK, CARE),
    "short-date-form": (INFO, DATE),
    "nfc": (ERROR, UNICODE),
    "legacy-font": (ERROR, UNICODE),
    "invisible-letters": (CHECK, UNICODE),
    "double-space": (CHECK, CARE),
    "space-before-punctuation": (CHECK, CARE),
    "space-after-punctuation": (CHECK, CARE),
    "double-punctuation": (CHECK, CARE),
    "repeated-word": (CHECK, CARE),
    "paragraph-twice": (CHECK, CARE),
    "row-twice": (CHECK, CARE),
    "section-empty": (CHECK, CARE),
    "sentence-form": (CHECK, CAPITALS),
    "capitals": (CHECK, CAPITALS),
    "odd-signs": (CHECK, CARE),
    "unbalanced-quotes": (CHECK, CARE),
    "tracked-changes": (ERROR, CARE),
    "comments-left": (ERROR, CARE),
    "hidden-text": (ERROR, CARE),
    "stale-field": (CHECK, CARE),
    "outside-link": (CHECK, CARE),
    "empty-lines": (INFO, CARE),
}


def found(rule: str, place: str, message: str, severity: Severity | None = None) -> PaperFinding:
    """Return a finding of that rule with its weight, or a lighter one, and its source."""
    weight, source = RULES[rule]
    return PaperFinding(rule, severity or weight, place, message, _(source))
