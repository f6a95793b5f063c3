"""Rules of the text: how paragraphs are set, one size, headings, the mark that ends it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.items import Level
from kehoach_desktop.documents.check.looks import Paragraph, Run
from kehoach_desktop.documents.check.places import Placed, place_blocks
from kehoach_desktop.documents.check.sizes import points
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import is_upper
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
INDENTS = (567, 720)  # twips: 1 cm and 1,27 cm
INDENT_SLACK = 30
LEAST_GAP = 5.9  # points; Word rounds 6
SHORT = 60  # letters: a line this short looks the same however it is set
LONG_CENTRED = 130
NATURAL_LINE = 1.15
MOST_OF_ONE_KIND = 3


def body_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong with the setting of the text."""
    blocks = list(place_blocks(anatomy.body))
    placed = [p for p in blocks if isinstance(p.block, Paragraph)]
    for findings in (
        _alignment(placed),
        _indents(placed),
        _gaps(anatomy),
        _line_spacing(placed),
        _sizes(placed),
        _upright(placed),
        _light(placed),
    ):
        yield from _few(list(findings))
    yield from _headings(blocks)
    yield from _title_words(anatomy, placed, where)


def _few(findings: Sequence[PaperFinding]) -> Findings:
    """Yield the first findings of a kind; the last of them says how many more there are."""
    yield from findings[:MOST_OF_ONE_KIND]
    if len(findings) > MOST_OF_ONE_KIND:
        last = findings[MOST_OF_ONE_KIND]
        more = len(findings) - MOST_OF_ONE_KIND
        message = _("{message} (và {more} chỗ nữa)").format(message=last.message, more=more - 1)
        yield found(last.rule, last.place, message if more > 1 else last.message, last.severity)


def _paragraph(placed: Placed) -> Paragraph:
    if not isinstance(placed.block, Paragraph):
        raise TypeError(placed.block)
    return placed.block


def is_heading(placed: Placed) -> bool:
    """Say whether a paragraph is a chapter, a part or a heading set apart in the middle."""
    paragraph = _paragraph(placed)
    centred = paragraph.setting.align == "center" and len(paragraph.said) < LONG_CENTRED
    if placed.item is not None and placed.item.level >= Level.ARTICLE:
        centred = centred and not paragraph.said.endswith((".", ";"))
    chapter = placed.item is not None and placed.item.level is Level.CHAPTER
    return centred or chapter or _is_note(paragraph)


def _is_note(paragraph: Paragraph) -> bool:
    """Say whether a short line at the right names a unit or a source over a table."""
    return paragraph.setting.align == "right" and len(paragraph.said) < LONG_CENTRED


def _alignment(placed: Sequence[Placed]) -> Findings:
    for one in placed:
        paragraph = _paragraph(one)
        if (
            paragraph.setting.align != "both"
            and len(paragraph.said) > SHORT
            and not is_heading(one)
        ):
            yield found("body-align", one.place, _("Đoạn văn phải dàn đều hai lề."))


def _indents(placed: Sequence[Placed]) -> Findings:
    for one in placed:
        paragraph = _paragraph(one)
        if is_heading(one):
            continue
        setting = paragraph.setting
        start = setting.left + setting.first
        tabbed = paragraph.text.startswith("\t")
        if not tabbed and not any(abs(start - wanted) <= INDENT_SLACK for wanted in INDENTS):
            message = _("Đầu đoạn lùi {indent} cm, phải lùi 1 cm hoặc 1,27 cm.")
            shown = f"{start / 567:.2f}".replace(".", ",")
            yield found("body-indent", one.place, message.format(indent=shown))


def _gaps(anatomy: Anatomy) -> Findings:
    placed = {id(p.block): p for p in place_blocks(anatomy.body)}
    for above, below in zip(anatomy.body, anatomy.body[1:], strict=False):
        if not isinstance(above, Paragraph) or not isinstance(below, Paragraph):
            continue
        if not above.said or not below.said:
            continue
        one = placed[id(below)]
        if is_heading(one) and is_heading(placed[id(above)]):
            continue
        gap = 0.0 if _joined(above, below) else above.setting.after + below.setting.before
        if gap < LEAST_GAP:
            message = _("Cách đoạn trên {gap} pt, phải từ 6 pt.").format(gap=points(gap))
            yield found("body-spacing", one.place, message)


def _joined(above: Paragraph, below: Paragraph) -> bool:
    same = above.setting.style == below.setting.style
    return same and above.setting.contextual and below.setting.contextual


def _line_spacing(placed: Sequence[Placed]) -> Findings:
    for one in placed:
        setting, size = _paragraph(one).setting, _size(_paragraph(one).runs)
        multiple = setting.line
        if setting.rule != "auto":
            multiple = setting.line / (size * NATURAL_LINE) if size else 1.0
            if setting.rule == "atLeast":
                multiple = max(1.0, multiple)
        least = 0.99 if setting.rule == "auto" else 0.92
        if not least <= multiple <= 1.53:
            message = _("Cách dòng {lines} dòng, phải từ dòng đơn đến 1,5 dòng.")
            shown = f"{multiple:.2f}".replace(".", ",")
            yield found("body-line-spacing", one.place, message.format(lines=shown))


def _size(runs: Sequence[Run]) -> float:
    return next((run.look.points for run in runs if run.text.strip()), 0.0)


def body_size(placed: Sequence[Placed]) -> float:
    """Return the size most letters of the text have, 0 where there is no text."""
    letters: Counter[float] = Counter()
    for one in placed:
        for run in _paragraph(one).runs:
            letters[run.look.points] += len(run.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _sizes(placed: Sequence[Placed]) -> Findings:
    usual = body_size(placed)
    if usual and not 13 <= usual <= 14:
        message = _("Nội dung cỡ {size}, phải cỡ 13 đến 14.").format(size=points(usual))
        yield found("body-size", _("Nội dung"), message)
    for one in placed:
        if is_heading(one) and _is_note(_paragraph(one)):
            continue
        odd = [
            run.look.points
            for run in _paragraph(one).runs
            if run.look.points != usual and run.text.strip() and not run.look.raised
        ]
        if odd:
            message = _("Có chữ cỡ {size} trong khi nội dung cỡ {usual}; phải cùng một cỡ.")
            said = message.format(size=points(odd[0]), usual=points(usual))
            yield found("body-size", one.place, said)


def _upright(placed: Sequence[Placed]) -> Findings:
    for one in placed:
        paragraph = _paragraph(one)
        seen = [run.look for run in paragraph.runs if run.text.strip()]
        in_brackets = paragraph.said.startswith("(") or is_heading(one)
        noted = re.match(r"(Ghi chú|Nguồn|Lưu ý|Đơn vị tính)\b", paragraph.said)
        if seen and all(look.italic for look in seen) and not in_brackets and not noted:
            yield found("body-italic", one.place, _("Nội dung phải là chữ đứng."))


def _light(placed: Sequence[Placed]) -> Findings:
    """Find whole paragraphs of running text in bold: a title, however long, is one sentence."""
    for one in placed:
        paragraph = _paragraph(one)
        seen = [run.look for run in paragraph.runs if run.text.strip()]
        running = paragraph.said.endswith((".", ";")) and len(paragraph.said) > LONG_CENTRED
        point = one.item is not None and one.item.level is Level.POINT
        if seen and all(look.bold for look in seen) and not is_heading(one):
            message = _("Cả đoạn nội dung in đậm, phải là chữ thường.")
            if running or (point and paragraph.said.endswith((".", ";"))):
                yield found("body-bold", one.place, message)
            elif point:
                yield found("body-bold", one.place, message, Severity.INFO)


def _headings(placed: Sequence[Placed]) -> Findings:
    for one, following in zip(placed, [*placed[1:], None], strict=True):
        item = one.item
        if item is None:
            continue
        paragraph = _paragraph(one)
        bolds = [run.look.bold for run in paragraph.runs if run.text.strip()]
        bold = all(bolds)
        match item.level:
            case Level.PART | Level.LETTER if is_title(item.rest) or is_upper(item.rest):
                if not is_upper(item.rest) or not bold:
                    yield found(
                        "part-heading", one.place, _("Tiêu đề phần, mục La Mã phải in hoa, đậm.")
                    )
            case Level.CLAUSE if (
                is_title(item.rest) and _goes_deeper(one, following) and not bolds[0]
            ):
                yield found(
                    "clause-heading", one.place, _("Khoản có tiêu đề thì số và tiêu đề in đậm.")
                )
            case Level.ARTICLE:
                yield from _article(one, paragraph)


def is_title(rest: str) -> bool:
    """Say whether the words behind a number are a title, no sentence."""
    said = any(letter.isalpha() for letter in rest) and len(rest) < 110
    return said and not rest.endswith((".", ";", ":", ",", "/."))


def _goes_deeper(one: Placed, following: Placed | None) -> bool:
    if following is None:
        return False
    below = following.item
    return below is None or (one.item is not None and below.level > one.item.level)


def _article(one: Placed, paragraph: Paragraph) -> Findings:
    item = one.item
    if item is None:
        return
    if item.form != ".":
        message = _("Ghi “Điều {number}.” với dấu chấm.").format(number=item.label)
        yield found("article-form", one.place, message)
    first = next((run for run in paragraph.runs if run.text.strip()), None)
    if first is not None and not first.look.bold:
        message = _("“Điều {number}.” phải in đậm.").format(number=item.label)
        yield found("article-form", one.place, message)


def _title_words(anatomy: Anatomy, placed: Sequence[Placed], where: Whereabouts) -> Findings:
    """Find parts of the head that stand inside the text."""
    for one in placed:
        said = _paragraph(one).said
        stray = re.match(r"Kính gửi\s*:|Nơi nhận\s*:|V/v |Căn cứ .{20,};$", said)
        if stray and id(one.block) not in {id(n.paragraph) for n in anatomy.addressee}:
            message = _("“{text}” đứng lẫn trong nội dung.").format(text=said[:40])
            yield found("block-order", where.paragraph(_paragraph(one)), message)
