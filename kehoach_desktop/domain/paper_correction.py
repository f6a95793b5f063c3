"""The papers that put an issued one right: amended figures, a letter on its form, a new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.issued_paper import IssuedPaper, Relation
from kehoach_desktop.domain.narrative_wording import letter, sentence
from kehoach_desktop.domain.paper import Article, Column, Content, Paper, Row, Table
from kehoach_desktop.domain.paper_decision import LAW
from kehoach_desktop.domain.paper_differences import Difference
from kehoach_desktop.domain.paper_frame import BLANK, TYPES, Frame, PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import frame_of
from kehoach_desktop.domain.paper_texts import closed, paragraph
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.domain.snapshot import MadePaper
from kehoach_desktop.domain.text import NBSP, official_date, short_date, two_digits
from kehoach_desktop.i18n import _

MOST_TOLD = 20  # changes told one by one in a paper that replaces another
TEMPLATE = "sua_doi"
COLUMNS = (
    Column("TT", 6, centred=True),
    Column("Vị trí", 24),
    Column("Đã phát hành", 35),
    Column("Sửa thành", 35),
)


class NothingToCorrect(KehoachError):
    """The paper made today says the same as the one that was issued."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            _("Không có gì khác với văn bản {symbol} đã phát hành.").format(symbol=symbol),
            hint=_("Sửa số liệu trong sổ trước, hoặc nêu mục cần sửa bằng --set KEY=VALUE."),
        )


@dataclass(frozen=True, slots=True)
class Corrected:
    """An issued paper to be put right: how it was last told, how it reads now, why."""

    paper: IssuedPaper
    old: MadePaper
    new: MadePaper
    changes: tuple[Difference, ...]
    reason: str = ""

    @property
    def cited(self) -> str:
        """The paper by type, number and symbol: "Báo cáo số 145/BC-UBND"."""
        return f"{TYPES[self.paper.kind].name} số{NBSP}{self.paper.symbol}"

    @property
    def cited_with_day(self) -> str:
        """The paper with its day in full."""
        return f"{self.cited} {official_date(self.paper.issued_on)}"


def correcting(asked: PaperRequest, sources: Sources, told: Corrected) -> Paper:
    """Return the paper that amends (its own kind) or corrects (a letter) an issued one."""
    is_letter = asked.kind is PaperKind.LETTER
    proposed = ("Sửa đổi số liệu, nội dung tại", told.cited_with_day)
    if is_letter:
        proposed = (f"đính chính {told.cited}", f"ngày {short_date(told.paper.issued_on)}")
    subject = asked.lines("subject") or proposed
    old_frame = told.old.frame
    addressees = asked.entries("addressee") or (old_frame.addressees if old_frame else ())
    if is_letter and not addressees:
        addressees = _receivers(old_frame) or (BLANK,)
    frame = frame_of(asked, sources, subject, addressees)
    if old_frame and not asked.text("recipients"):
        frame = replace(frame, recipients=old_frame.recipients)
    if asked.kind is PaperKind.DECISION:
        return _amending_decision(frame, told)
    return Paper(frame, tuple(_contents(frame, told)), template="" if is_letter else TEMPLATE)


def _receivers(frame: Frame | None) -> tuple[str, ...]:
    return ("Các cơ quan, đơn vị nhận văn bản",) if frame and frame.recipients else ()


def _contents(frame: Frame, told: Corrected) -> Iterator[Content]:
    is_letter = frame.kind is PaperKind.LETTER
    who, verb = frame.issuer.short_name, "đính chính" if is_letter else "sửa đổi"
    day = short_date(told.paper.issued_on)
    yield paragraph(
        f"Ngày {day}, {_introduced(frame)} ban hành {told.cited} về {_about(told)}. Sau khi phát "
        f"hành, {who} rà soát và phát hiện {two_digits(len(told.changes))} nội dung chưa đúng."
        f"{f' Nguyên nhân: {_ended(told.reason)}' if told.reason else ''} {who} {verb} như sau:"
    )
    if not is_letter:
        yield Block(BlockKind.SECTION, "1. Nội dung sửa đổi")
    yield _table(told.changes)
    if not is_letter:
        yield Block(BlockKind.SECTION, "2. Ảnh hưởng đến các nội dung khác")
    yield paragraph(_unchanged(told))
    if not is_letter and frame.addressees:
        yield Block(BlockKind.SECTION, "3. Đề nghị")
        yield paragraph(
            f"Đề nghị {', '.join(frame.addressees)} sử dụng nội dung tại cột “Sửa thành” thay cho "
            f"nội dung tương ứng của {told.cited}."
        )
    end = f"{who} thông báo để các cơ quan, đơn vị biết, thực hiện"
    if frame.kind.value.startswith("bao_cao"):
        end = f"{frame.issuer.name} kính báo cáo"
    yield paragraph(closed(end))


def _introduced(frame: Frame) -> str:
    if frame.issuer.parent or not frame.issuer.short_name.startswith("UBND "):
        return frame.issuer.short_name
    return f"Ủy ban nhân dân (UBND) {frame.issuer.short_name.removeprefix('UBND ')}"


def _about(told: Corrected) -> str:
    # The frame keeps the gap of a number that is not known yet; the register's line does not.
    subject = " ".join(told.old.frame.subject) if told.old.frame else told.paper.subject
    words = subject.removeprefix("V/v ").removeprefix("Về việc ").removeprefix("về ")
    keeps = words[1:2].isupper()
    return words if keeps else f"{words[:1].lower()}{words[1:]}"


def _ended(text: str) -> str:
    bare = text.strip().rstrip(" .;,")
    return f"{bare[:1].lower()}{bare[1:]}."


def _table(changes: Sequence[Difference]) -> Table:
    rows = (
        Row((str(number), change.place, change.before, change.after))
        for number, change in enumerate(changes, start=1)
    )
    return Table(COLUMNS, tuple(rows))


def _unchanged(told: Corrected) -> str:
    rest = f"Các nội dung khác của {told.cited} giữ nguyên."
    old, new = told.old, told.new
    if not (isinstance(old, PeriodReport) and isinstance(new, PeriodReport)):
        return rest
    count = two_digits(len(new.view.rows()))
    if old.view.counts() != new.view.counts():
        return rest
    return f"Số lượng, trạng thái của {count} nhiệm vụ không thay đổi. {rest}"


def _amending_decision(frame: Frame, told: Corrected) -> Paper:
    old = told.old
    author = old.frame.author if old.frame else ""
    first = Article(1, f"Sửa đổi một số nội dung của {told.cited_with_day} về {_about(told)}:")
    last = Article(
        2,
        closed(
            f"Quyết định này có hiệu lực kể từ ngày ký. Các nội dung khác của {told.cited} giữ "
            "nguyên. Các đơn vị, cá nhân thi hành Quyết định này"
        ),
    )
    grounds = old.grounds if isinstance(old, Paper) else (f"Căn cứ {LAW}",)
    return Paper(
        replace(frame, author=author, first_recipient=f"Như Điều{NBSP}2"),
        (first, *_points(told.changes), last),
        (f"Căn cứ {LAW}", f"Căn cứ {told.cited_with_day} của {author}", *grounds[-1:]),
        author.upper(),
    )


def _points(changes: Sequence[Difference]) -> Iterator[Block]:
    shown = changes[:MOST_TOLD]
    for index, change in enumerate(shown):
        mark = ";" if index < len(changes) - 1 else "."
        words = f"{change.place}: “{change.before}” sửa thành “{change.after}”{mark}"
        yield Block(BlockKind.POINT, f"{letter(index)}) {words}")
    if rest := len(changes) - len(shown):
        yield Block(BlockKind.POINT, f"{letter(len(shown))}) {two_digits(rest)} nội dung khác.")


def replacing(told: Corrected) -> MadePaper:
    """Return the new paper with the sentence that it takes the place of the issued one.

    The changes are told one by one under it, but in a decision, whose last article names it.
    """
    new, name = told.new, TYPES[told.paper.kind].name
    said = f"{name} này thay thế {told.cited_with_day}"
    if isinstance(new, Paper) and isinstance(new.contents[-1], Article):
        *before, last = new.contents
        assert isinstance(last, Article)
        ended = replace(last, text=closed(f"{last.text.rstrip(' ./')}. {sentence(said)}"))
        return replace(new, contents=(*before, ended))
    blocks = [paragraph(f"{said}.")]
    if told.changes:
        blocks = [paragraph(f"{said}; các nội dung thay đổi:"), *_points(told.changes)]
    if told.reason:
        blocks.append(paragraph(f"Lý do thay thế: {_ended(told.reason)}"))
    if isinstance(new, PeriodReport):
        return replace(new, blocks=(*new.blocks[:-1], *blocks, *new.blocks[-1:]))
    return replace(new, contents=(*new.contents[:-1], *blocks, *new.contents[-1:]))


def standing_alone(made: MadePaper) -> MadePaper:
    """Return a paper that took the place of another without the words that told so."""
    if made.frame is None:
        return made
    opening = f"{TYPES[made.frame.kind].name} này thay thế "
    told = made.blocks if isinstance(made, PeriodReport) else made.contents
    if isinstance(last := told[-1], Article):
        text = last.text.rpartition(f" {opening}")[0] or last.text
        kept: tuple[Content, ...] = (*told[:-1], replace(last, text=closed(text.rstrip(" ./"))))
    else:
        begins = (isinstance(part, Block) and part.text.startswith(opening) for part in told)
        at = next((place for place, here in enumerate(begins) if here), len(told) - 1)
        kept = (*told[:at], *told[-1:])
    if isinstance(made, Paper):
        return replace(made, contents=kept)
    return replace(made, blocks=tuple(part for part in kept if isinstance(part, Block)))


def kind_of_correction(paper: IssuedPaper, relation: Relation) -> PaperKind:
    """Return the kind of the paper that corrects: a letter for form, else the same kind."""
    return PaperKind.LETTER if relation is Relation.CORRECTS else paper.kind
