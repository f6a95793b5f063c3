"""Rules of figures in the text: parts and wholes, percentages, and the table they came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.counting import number_of, percent_agrees, whole
from kehoach_desktop.documents.check.looks import paragraphs_of
from kehoach_desktop.documents.check.rules_tables import Grid, attachment_grids, body_grids
from kehoach_desktop.documents.check.verbatim import own_words, softened, unquoted
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold, nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
N = r"(\d{1,3}(?:\.\d{3})+|\d+)"
PART = re.compile(rf"(?<![\d/.,-]){N}/{N}(?![\d/]|-?[A-ZĐ])(?=\s+([^\W\d_]+)|\s*[,;.)(]|$)")
DATED = re.compile(r"(ngày|tháng|quý|số|từ|đến|trước|tuần|và|mục|khoản)\s*$", re.IGNORECASE)
UNITS = re.compile(
    r"(tổ|thôn|máy|phiếu|đơn|nhiệm|hồ|văn|người|công|cán|lớp|buổi|xã|báo|thủ|hộ|điểm|chỉ|thành|bản|ấp|"
    r"khu|cơ|trường|phòng|đồng|lượt|tài|ý|phản|mục|tiêu|kế|sản|khóa|đại)",
    re.IGNORECASE,
)
PERCENT = r"(\d+(?:,\d+)?)\s*%"
OF_WHICH = re.compile(
    rf"{N} ([^\W\d_]+(?: [^\W\d_]+)?)[^.;:\d]{{0,60}},? (?:trong đó|có|gồm)(?: có)? {N} \2\b"
    r"([^.;%]{0,90})"
)
RATED = re.compile(rf"(?:đạt|chiếm|tỷ lệ|bằng|tương ứng|\(|=)[^.;\d]{{0,40}}{PERCENT}")
PART_RATED = re.compile(
    rf"{N}/{N}[^.;\d%]{{0,70}}?[(,]?\s*(?:đạt|chiếm|tỷ lệ|bằng|tương ứng|=|\()"
    rf"[^.;\d]{{0,30}}{PERCENT}"
)
RATED_PART = re.compile(rf"{PERCENT}\s*\(\s*{N}/{N}")
OVER_ALL = re.compile(rf"(?<![\d.,]){PERCENT}")
# More than all there is means something against a plan, a year before, an estimate.
MEASURED = re.compile(
    r"\b(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|so với|so cùng|cùng kỳ|tăng|vượt|bằng|gấp|giao|"
    r"nghị quyết|công suất|định mức|nhu cầu|lãi|nợ|độ ẩm)\b",
    re.IGNORECASE,
)
BAD_PERCENT = re.compile(r"\d+\.\d{1,2}\s*%|\d\s+%")
SPLIT_ALL = re.compile(rf"(?:Trong|Cả) {N} ([^\W\d_]+ [^\W\d_]+)[^.;:\d]{{0,60}} có (?={N} \2 )")
PART_OF = re.compile(r"\d\s*/\s*$")
BRACKETED = re.compile(r"\s*\([^)]*\)")
PART_ENDS = re.compile(r"[.;:](?=\s|$)|,? trong đó ")
LED = re.compile(
    rf"{N} nhiệm vụ[^.;:\d]{{0,60}}: {N} nhiệm vụ chủ trì[^.;,\d]*, {N} nhiệm vụ phối hợp"
)
COLON_SPLIT = re.compile(
    rf"{N} ([^\W\d_]+(?: [^\W\d_]+){{1,5}}): (?:đã|có) [^.;:,\d]{{2,30}} {N}, "
    rf"(?:đang|chưa|còn) [^.;:,\d]{{2,30}} {N}(?=[.;]|$)"
)
SAID_COUNTS = (
    ("undated", re.compile(rf"{N} nhiệm vụ không (?:có )?thời hạn")),
    ("dated", re.compile(rf"{N} nhiệm vụ có thời hạn")),
    ("open_late", re.compile(rf"(?<!/){N} nhiệm vụ quá hạn(?! đã)")),
    ("open_in_time", re.compile(rf"Trong {N} nhiệm vụ trong hạn|{N} nhiệm vụ (?:còn )?trong hạn")),
    ("total", re.compile(rf"{N} nhiệm vụ(?:, đều)? có phần việc của (?:xã|phường|đặc khu)")),
)


def figure_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield figures that contradict one another."""
    for paragraph in paragraphs_of(anatomy.paper.blocks):
        text = own_words(nfc(paragraph.said))
        if any(letter.isdigit() for letter in text):
            findings = _in_sentence(text, where.paragraph(paragraph))
            yield from softened(findings) if where.is_quoted(paragraph) else findings
    yield from _against_tables(anatomy, where)
    yield from _against_appendix(anatomy, where)


def _in_sentence(text: str, place: str) -> Findings:
    for hit in PART.finditer(text):
        yield from _part(text, hit, place)
    yield from _percentages(text, place)
    if odd := BAD_PERCENT.search(text):
        message = _("Tỷ lệ ghi dấu phẩy thập phân, liền dấu %: “{text}”.").format(text=odd[0])
        yield found("percentage-form", place, message)
    yield from _splits(text, place)
    for hit in OVER_ALL.finditer(text):
        sentence = text[max(0, text.rfind(". ", 0, hit.start())) : hit.end() + 60]
        if _tenths(hit[1]) > 1000 and not MEASURED.search(sentence):
            message = _("“{text}”: tỷ lệ quá 100%.").format(text=hit[0])
            yield found("percentage", place, message)


def _tenths(percent: str) -> int:
    whole, _comma, rest = percent.replace(".", "").partition(",")
    return int(whole) * 10 + int((rest + "0")[:1])


def _part(text: str, hit: re.Match[str], place: str) -> Findings:
    part, total = number_of(hit[1]), number_of(hit[2])
    if part < total and re.search(r"\bcả $", text[: hit.start()], re.IGNORECASE):
        message = _("“Cả {text}”: hai số phải bằng nhau.").format(text=hit[0])
        yield found("part-of-whole", place, message)
    if part <= total or DATED.search(text[max(0, hit.start() - 20) : hit.start()]):
        return
    may_be_date = part <= 31 and total <= 12
    if may_be_date and not (hit[3] and UNITS.match(hit[3])):
        return
    message = _("“{text}”: phần lớn hơn tổng.").format(text=hit[0])
    yield found("part-of-whole", place, message)


def _percentages(text: str, place: str) -> Findings:
    rated = [(h[3], number_of(h[1]), number_of(h[2])) for h in PART_RATED.finditer(text)]
    rated += [(h[1], number_of(h[2]), number_of(h[3])) for h in RATED_PART.finditer(text)]
    for hit in OF_WHICH.finditer(text):
        total, part = number_of(hit[1]), number_of(hit[3])
        tail = text[hit.end(3) : hit.end(3) + 130]
        if part > total:
            message = _("“{text}”: phần lớn hơn tổng.").format(text=hit[0][:70])
            yield found("part-of-whole", place, message)
        sentence = re.split(r"[;]|\.\s", tail)[0]
        if (named := RATED.search(sentence)) and not re.search(r"\d", sentence[: named.start()]):
            rated.append((named[1], part, total))
    for percent, part, total in rated:
        if not percent_agrees(percent, part, total):
            message = _("Tỷ lệ {percent}% không khớp với {part}/{total}.")
            said = message.format(percent=percent, part=part, total=total)
            yield found("percentage", place, said)


def _splits(text: str, place: str) -> Findings:
    """Check sentences that part a number into others that must make it up."""
    hits = [(h[0], h[1], [h[3], h[4]]) for h in COLON_SPLIT.finditer(text)]
    hits += [(h[0], h[1], [h[2], h[3]]) for h in LED.finditer(text)]
    # What stands in brackets ("(A8, A12)") names tasks and counts nothing.
    bare = BRACKETED.sub("", text)
    for head in SPLIT_ALL.finditer(bare):
        rest = PART_ENDS.split(bare[head.end() :], maxsplit=1)[0]
        parts = re.findall(rf"{N} {head[2]}\b", rest)
        # Parts with their rates may overlap: online, paid online.
        if len(parts) > 1 and "%" not in text:
            hits.append((head[0] + rest, head[1], parts))
    for words, total, parts in hits:
        if sum(map(number_of, parts)) != number_of(total):
            message = _("{parts} không bằng {total} (“{text}”).")
            said = message.format(parts=" + ".join(parts), total=total, text=words[:60])
            yield found("figures-in-text", place, said)


def counts_of(grid: Grid) -> Mapping[str, int]:
    """Return what a table of the official counts holds, by name; empty for another table."""
    total, late = grid.column(r"^tong( so)?$"), grid.column(r"^qua han")
    in_time = grid.column(r"trong han")
    if total is None or late is None or in_time is None:
        return {}
    counts: dict[str, int] = {}
    for row in grid.rows:
        key = fold(" ".join(row[:total]))
        cells = {"": total, "_late": late, "_in_time": in_time}
        for name, column in cells.items():
            value = whole(row[column]) if column < len(row) else None
            if value is not None:
                counts[f"{_row_name(key)}{name}"] = value
    return counts


def _row_name(key: str) -> str:
    names = {
        "chua hoan thanh": "open",
        "hoan thanh": "done",
        "khong thoi han": "undated",
        "khong co thoi han": "undated",
        "co thoi han": "dated",
        "tong": "total",
    }
    return next((name for words, name in names.items() if words in key), "")


def _against_tables(anatomy: Anatomy, where: Whereabouts) -> Findings:
    tables = [counts_of(grid) for grid in body_grids(anatomy)]
    counts = [c for c in tables if c]
    if len(counts) != 1:
        return
    for paragraph in anatomy.paragraphs:
        text = unquoted(nfc(paragraph.said))
        for name, pattern in SAID_COUNTS:
            if name not in counts[0]:
                continue
            hits = [h for h in pattern.finditer(text) if not PART_OF.search(text[: h.start()])]
            said = [number_of(next(g for g in hit.groups() if g)) for hit in hits]
            # Of several plans each has its own count, and the table their sum.
            if len(said) > 1 and sum(said) == counts[0][name]:
                continue
            for hit, count in zip(hits, said, strict=True):
                if count != counts[0][name]:
                    message = _("Ghi “{text}”, bảng tổng hợp là {count}.")
                    said_words = message.format(text=hit[0], count=counts[0][name])
                    yield found("figures-text-table", where.paragraph(paragraph), said_words)


def _against_appendix(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Check the total of the counts against the rows of the only appendix of tasks."""
    counts = [c for grid in body_grids(anatomy) if (c := counts_of(grid)) and "total" in c]
    if len(counts) != 1 or not anatomy.attachments:
        return
    rows = [
        row[0].strip().rstrip(".")
        for attachment in anatomy.attachments
        for grid in attachment_grids(attachment)
        if grid.column(r"ket qua") is not None
        for row in grid.rows
    ]
    numbered = sum(bool(re.fullmatch(r"\d+", row)) for row in rows)
    if (
        numbered
        and numbered != counts[0]["total"]
        and all(re.fullmatch(r"\d*|[A-Z]|[IVX]+", r) for r in rows)
    ):
        message = _("Bảng tổng hợp có {total} nhiệm vụ, phụ lục có {rows} dòng.")
        said = message.format(total=counts[0]["total"], rows=numbered)
        yield found("figures-text-table", _("Nội dung"), said)
