"""Rules of the letters: composed Unicode, spaces, signs, leftovers of programs and of editing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.days import FULL_DAY, SHORT_DAY
from kehoach_desktop.documents.check.drafts import is_draft
from kehoach_desktop.documents.check.looks import Paragraph, paragraphs_of
from kehoach_desktop.documents.check.strokes import is_stroke_text
from kehoach_desktop.documents.check.verbatim import softened
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import _, counted

Findings = Iterator[PaperFinding]
MOST_OF_ONE_RULE = 5
INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a-\u202e\ufffd]")
# What TCVN3 letters look like when they are read as Unicode: "c«ng d©n", "tiÕp".
OLD_LETTERS = re.compile(r"(?<=[a-zà-ỹ])[¨©ª«¬®µ¶¸¹»¼½¾ÆÇÈÉÊËÌÎÏÑÒÓÔÕÖÜÝÞ](?=[a-zà-ỹ])")
# VNI letters read so ("Coâng an xaõ", "söï"), and letters lost to question marks ("k?p th?i").
VNI_LETTERS = re.compile(
    r"(?<=[a-zâô])[øöïñûüäëåæ]|(?:[ae]â|[aeuy]õ)(?=\b|n|ng|m|t|c|p)", re.IGNORECASE
)
LOST_LETTERS = re.compile(r"(?<![\w/=.&?-])[^\W\d_]+\?[^\W\d_]+(?![\w/=.&-])")
LEAST_LOST = 2
# Letters of other alphabets that look like ours: the Icelandic Ð, the Cyrillic а, the ligature ﬁ.
SEEMING = (
    r"\u0391-\u0393\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bd\u03bf"
    r"\u0400-\u04ff"
)
LOOKALIKE = re.compile(
    r"[Ðð\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]|(?<=[a-zà-ỹ])[€£¥¤¢](?=[a-zà-ỹ])|"
    rf"(?<=[a-zà-ỹA-Z])[{SEEMING}]|[{SEEMING}](?=[a-zà-ỹA-Z])"
)
DOUBLE_SPACE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)|^[ \u00a0]{2,}(?=\S)")
# A gap left for văn thư: after "số", "ngày", "tháng", "năm", before "/" or the next of them.
BLANK = re.compile(r"(?:số|số:|ngày|tháng|năm)\s*$", re.IGNORECASE)
YEAR = re.compile(r"20\d\d")
CITED_BLANK = re.compile(
    r"\bsố:?[ \u00a0.…_]*/[A-ZĐ]\S*|\bngày(?:[ \u00a0]{3,}|[ \u00a0]*[.…_]+[ \u00a0]*)tháng\b|"
    r"\bngày[ \u00a0]tháng(?=[ \u00a0]\d)"
)
BLANK_AFTER = re.compile(r"\s*(?:/|tháng|năm\b)", re.IGNORECASE)
SPACE_BEFORE = re.compile(
    r"(?<=[\w)”\"])[ \u00a0]+[,;:!?](?!\w)|(?<=\w)[ \u00a0]+\.(?=\s|$)|"
    r"\([ \u00a0]+\w|(?<=\w)[ \u00a0]+\)"
)
NO_SPACE_AFTER = re.compile(
    r"(?<=[^\W\d_])[,;](?=[^\W\d_])|(?<=[^\W\d_])[,;](?=\d)|(?<=\d)[,;](?=[^\W\d_]{2})"
)
DOUBLE_SIGN = re.compile(r",,|%%|;;|::|[,;]\.(?!\.)|(?<!\.)\.[;,]|(?<!\.)\.\.(?![./])|,;|;,")
ABBREVIATED = re.compile(r"\b(?:v\.v|tr|TP|st|vv)\.[,;]?$", re.IGNORECASE)
FUNCTION_WORDS = (
    "của|và|các|những|được|tại|cho|với|theo|là|trong|về|đã|để|có|do|trên|từ|tháng|đến|cần|sẽ|khi|"
    "như|nếu|này"
)
# "nông sản sản xuất" is right, "nhiệm vụ nhiệm vụ" never is, nor is a word that only joins.
REPEATED = re.compile(
    rf"\b({FUNCTION_WORDS})\s+\1\b|"
    r"(?<!\bsố )(?<!từng )\b([^\W\d_]+ [^\W\d_]+(?: [^\W\d_]+)?) \2\b|"
    r"\b(ngày|năm) \3(?= \d)|(?<![\d/.,-])(\d{2,}) \4(?= [^\W\d])|"
    r"(?<!công nghệ )(?<!đổi )(?<!kỹ năng )(?<!kinh tế )(?<!xã hội )"
    r"(?<!nền tảng )(?<!dữ liệu )(?<!hạ tầng )(?<!nhân lực )(?<!chữ ký )\b(số) \5(?= \d)",
    re.IGNORECASE,
)
WRONG_CASE = re.compile(
    r"(?<![@./\w-])(?:(?!UBND\b)[Uu][Bb][Nn][Dd]|(?!HĐND\b)[Hh][Đđ][Nn][Dd])\b(?![@./\w-])"
)
PLACEHOLDERS = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\$?\{[^}\W]*\}|%\(\w+\)[sd]|(?<![\w%])%[sd]\b|<<[^>]*>>|\[\[[^\]]*\]\]|«[^»]*»|\bNone\b|\bNaN\b|\bNULL\b|"
    r"\bnull\b|\bundefined\b|\bTrue\b|\bFalse\b|lorem ipsum|\bTODO\b|\bxxx+\b|\bXXX+\b|"
    r"#(?:REF|N/A|VALUE|DIV/0|NAME)[!?]?|Error! |Lỗi! |"
    r"\bxx\b|(?:…|\.{3,})\s*%|\[(?:điền|ghi|nhập|tên|số|ngày|họ|chức|đơn vị)\b[^\]]*\]|"
    r"(?:…|\.{3,}|_{3,})\s*/\s*(?:…|\.{3,}|_{3,})|\[(?:…|\.{3,}|\s)\]|"
    r"\bnan\b(?=\s*(?:nhiệm vụ|lượt|người|hồ sơ|buổi|%|$))",
)
RAW_DAY = re.compile(r"(?<![\w/-])20\d\d-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?(?![\w/-])")
COUNTED = r"(?= (?:lượt|người|hồ sơ|thành viên|hộ|nhiệm vụ|tài khoản|phiếu|văn bản|buổi)\b)"
RAW_NUMBER = re.compile(
    r"(?<![\w.,/-])(?:\d+\.\d{4,}|\d{3,}\.0(?!\d)|^\d+\.0$|"
    rf"\d{{1,3}},\d{{3}}{COUNTED}|\d{{1,3}}\.\d{{1,2}}{COUNTED}|"
    rf"(?!(?:19|20)\d\d\b)\d{{4,}}{COUNTED})"
)
DOTTED = re.compile(r"(?:…\s*){2,}|\.{4,}|_{4,}|(?<=\s)…(?=\s)")


def text_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong with the letters, and what editing left in the file."""
    told: dict[str, int] = {}
    draft = is_draft(anatomy)
    for paragraph in paragraphs_of(anatomy.paper.blocks):
        findings = _paragraph(paragraph, where.paragraph(paragraph), draft=draft)
        if where.is_quoted(paragraph):
            findings = softened(findings)
        for finding in map(_as_blank, findings) if draft else findings:
            told[finding.rule] = told.get(finding.rule, 0) + 1
            if told[finding.rule] <= MOST_OF_ONE_RULE:
                yield finding
    yield from _left_in_file(anatomy)


def _as_blank(finding: PaperFinding) -> PaperFinding:
    """Return a blank of a draft as a note; what a program leaves behind stays a fault."""
    dotted = finding.rule == "placeholder" and not re.search(
        r"“[^”]*[^\s.…_“”][^”]*”", finding.message
    )
    return replace(finding, severity=Severity.INFO) if dotted else finding


def _paragraph(paragraph: Paragraph, place: str, *, draft: bool) -> Findings:
    text = paragraph.text
    if not text.strip() or is_stroke_text(text):
        return
    if nfc(text) != text:
        message = _("Chữ tổ hợp rời (không phải Unicode dựng sẵn): “{text}”.")
        yield found("nfc", place, message.format(text=_near(nfc(text), 0)))
    text = nfc(text)
    if hit := INVISIBLE.search(text):
        message = _("Có ký tự không nhìn thấy gần “{text}”.")
        yield found("invisible-letters", place, message.format(text=_near(text, hit.start())))
    if hit := OLD_LETTERS.search(text):
        message = _("Chữ mã cũ (TCVN3, VNI) gần “{text}”; hãy chuyển sang Unicode.")
        yield found("legacy-font", place, message.format(text=_near(text, hit.start())))
    for lost, least in ((VNI_LETTERS, LEAST_LOST), (LOST_LETTERS, LEAST_LOST), (LOOKALIKE, 1)):
        if len(hits := list(lost.finditer(text))) >= least:
            message = _("Chữ bị lỗi phông gần “{text}”; hãy gõ lại bằng Unicode.")
            yield found("legacy-font", place, message.format(text=_near(text, hits[0].start())))
    yield from _spaces(text, place)
    yield from _signs(text, place)
    yield from _leftovers(text, place)
    yield from _days(text, place)
    # The line under an appendix may keep its gaps for the system that numbers the paper.
    if not draft and not text.lstrip().startswith("(") and (gap := CITED_BLANK.search(text)):
        message = _("Văn bản viện dẫn còn để trống số hoặc ngày: “{text}”.")
        yield found("cited-blank", place, message.format(text=_near(text, gap.start())))


def _near(text: str, at: int) -> str:
    """Return some letters around a place of a text."""
    return " ".join(text[max(0, at - 18) : at + 22].split())


def extra_spaces(line: str) -> list[re.Match[str]]:
    """Return the runs of spaces in a line that are no gap left for the number or the day."""
    return [hit for hit in DOUBLE_SPACE.finditer(line) if not _is_blank(line, hit)]


def _is_blank(line: str, hit: re.Match[str]) -> bool:
    after = line[hit.end() :]
    named = BLANK.search(line[max(0, hit.start() - 8) : hit.start()])
    return bool(named) and (not after or bool(BLANK_AFTER.match(after) or YEAR.match(after)))


def _spaces(text: str, place: str) -> Findings:
    for line in text.split("\n"):
        for hit in extra_spaces(line)[:1]:
            message = _("Thừa dấu cách gần “{text}”.").format(text=_near(line, hit.start()))
            yield found("double-space", place, message)
        extra = SPACE_BEFORE.search(line)
        if extra and not BLANK.search(line[: extra.start()]):
            message = _("Thừa dấu cách trước dấu câu gần “{text}”.")
            message = message.format(text=_near(line, extra.start()))
            yield found("space-before-punctuation", place, message)
        if missing := NO_SPACE_AFTER.search(line):
            message = _("Thiếu dấu cách sau dấu câu gần “{text}”.")
            message = message.format(text=_near(line, missing.start()))
            yield found("space-after-punctuation", place, message)


def _signs(text: str, place: str) -> Findings:
    hit = DOUBLE_SIGN.search(text)
    if hit and not ABBREVIATED.search(text[: hit.end()]):
        message = _("Hai dấu câu liền nhau gần “{text}”.").format(text=_near(text, hit.start()))
        yield found("double-punctuation", place, message)
    if hit := REPEATED.search(text):
        message = _("Lặp từ “{word}” gần “{text}”.")
        word = next(filter(None, hit.groups()))
        said = message.format(word=word, text=_near(text, hit.start()))
        yield found("repeated-word", place, said)
    if (hit := WRONG_CASE.search(text)) and not text.isupper():
        message = _("“{text}”: chữ viết tắt viết in hoa.").format(text=hit[0])
        yield found("abbreviation-case", place, message)
    if text.count("“") != text.count("”") or text.count('"') % 2:
        message = _("Dấu ngoặc kép không đủ đôi gần “{text}”.")
        at = max(text.find("“"), text.find("”"), text.find('"'))
        yield found("unbalanced-quotes", place, message.format(text=_near(text, at)))


def _leftovers(text: str, place: str) -> Findings:
    hit = PLACEHOLDERS.search(text) or DOTTED.search(text)
    if hit or text.strip().casefold() in {"nan", "none", "null", "n/a"}:
        shown = hit[0] if hit else text.strip()
        message = _("Còn chỗ chưa điền: “{text}”.").format(text=" ".join(shown.split())[:40])
        yield found("placeholder", place, message)


def _days(text: str, place: str) -> Findings:
    if raw := RAW_DAY.search(text):
        message = _("Ngày “{text}” ghi chưa đúng; ghi ngày/tháng/năm.").format(text=raw[0])
        yield found("short-date-form", place, message, Severity.CHECK)
    if raw := RAW_NUMBER.search(text):
        message = _("Số “{text}” ghi chưa đúng: hàng nghìn dùng dấu chấm, thập phân dấu phẩy.")
        message = message.format(text=raw[0])
        yield found("number-raw", place, message)
    for hit in (*SHORT_DAY.finditer(text), *FULL_DAY.finditer(text)):
        day, month = int(hit[1]), int(hit[2])
        if (day < 10 and len(hit[1]) == 1) or (month < 3 and len(hit[2]) == 1):
            message = _("Ngày nhỏ hơn 10, tháng 1 và 2 ghi thêm số 0: “{text}”.").format(
                text=hit[0]
            )
            yield found("short-date-form", place, message)


def _left_in_file(anatomy: Anatomy) -> Findings:
    paper, place = anatomy.paper, _("Cả tệp")
    if paper.changes:
        message = counted(
            "Còn {count} chỗ theo dõi thay đổi (Track Changes) chưa chấp nhận.", paper.changes
        )
        yield found("tracked-changes", place, message.format(count=paper.changes))
    if paper.comments:
        message = _("Còn {count} ghi chú (Comment) trong tệp.").format(count=paper.comments)
        yield found("comments-left", place, message)
    if paper.stale_fields:
        message = _("Còn {count} trường chưa cập nhật.").format(count=paper.stale_fields)
        yield found("stale-field", place, message)
    if paper.outside_links:
        message = _("Tệp có {count} liên kết ra ngoài (ảnh, mẫu, đối tượng).")
        yield found("outside-link", place, message.format(count=paper.outside_links))
    yield from _empty_lines(anatomy)


def _empty_lines(anatomy: Anatomy) -> Findings:
    empty = 0
    for block in anatomy.body:
        is_gap = isinstance(block, Paragraph) and not block.said and not block.setting.ruled
        empty = empty + 1 if is_gap else 0
        if empty == 2:
            message = _("Nhiều dòng trống liền nhau; nên dùng khoảng cách đoạn.")
            yield found("empty-lines", _("Nội dung"), message)
            return
