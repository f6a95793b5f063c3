"""The placeholders of papers other than the report of a period, and their values."""

from __future__ import annotations

from kehoach_desktop.documents.fields import (
    BLOCK_SPECIMENS,
    LINES,
    RULES,
    VALUES,
    head_values,
    line_values,
    signed,
)
from kehoach_desktop.documents.vocabulary import Vocabulary
from kehoach_desktop.domain.paper import Article, Content, Paper, PaperAppendix, Table
from kehoach_desktop.domain.paper_frame import TYPES, PaperKind
from kehoach_desktop.domain.report import Block
from kehoach_desktop.domain.text import NBSP, roman

TABLE, APPENDIX_TABLE = "bang", "pl_bang"
TABLE_SLOTS = ("cot", "muc_so", "muc", "o_giua", "o")
ARTICLE = ("dieu.so", "dieu.noi_dung")
APPENDIX_VALUES = ("pl.so", "pl.ten", "pl.kem_theo", "pl.ghi_chu", "pl.tong_so")
ABOUT = "V/v "
TYPE_NAME = "ten_loai"
OF_MINUTES = ("quyen_han_2", "nguoi_ky_2")
OF_DECISIONS = ("tham_quyen", *ARTICLE)
_ALWAYS = ("so_ky_hieu", "trich_yeu", "doan", "noi_nhan", "quyen_han", "nguoi_ky")
_APPENDED = ("pl.so", "pl.ten", "pl.kem_theo", "pl_bang.cot", "pl_bang.o", "pl.tong_so")


def known_in_papers() -> frozenset[str]:
    """Return every placeholder a template of a paper may use."""
    tables = {f"{prefix}.{slot}" for prefix in (TABLE, APPENDIX_TABLE) for slot in TABLE_SLOTS}
    single = {
        *VALUES,
        *LINES,
        *RULES,
        *BLOCK_SPECIMENS.values(),
        *APPENDIX_VALUES,
        "can_cu",
        TYPE_NAME,
    }
    return frozenset(tables | single | {*OF_DECISIONS, *OF_MINUTES})


def vocabulary_of(kind: PaperKind, own_template: str = "", *, attached: bool = False) -> Vocabulary:
    """Return the placeholders of the template of a kind; `own_template` serves every kind.

    A paper that has something `attached` cannot do without the appendix of its template.
    """
    needed = {*_ALWAYS, *(_APPENDED if attached else ())}
    if own_template:
        needed |= {TYPE_NAME, "dia_danh_ngay", f"{TABLE}.cot", f"{TABLE}.o"}
        return Vocabulary(known_in_papers(), frozenset(needed), (), (APPENDIX_TABLE,))
    if kind is not PaperKind.MINUTES:
        needed.add("dia_danh_ngay")
    needed |= {
        PaperKind.WEEKLY_REPORT: {"kinh_gui", f"{TABLE}.cot", f"{TABLE}.o"},
        PaperKind.TEAM_REPORT: {"kinh_gui", "phan", *_APPENDED},
        PaperKind.PLAN: {"can_cu", "phan", *_APPENDED},
        PaperKind.LETTER: {"kinh_gui"},
        PaperKind.SUBMISSION: {"kinh_gui", "phan"},
        PaperKind.MINUTES: {*OF_MINUTES},
        PaperKind.DECISION: {"can_cu", *OF_DECISIONS, *_APPENDED},
    }.get(kind, set())
    return Vocabulary(known_in_papers(), frozenset(needed), (), (APPENDIX_TABLE,))


def paper_values(paper: Paper) -> dict[str, str]:
    """Return the values that stand once in a paper."""
    frame = paper.frame
    values = head_values(frame)
    if frame.kind is PaperKind.LETTER:
        values["trich_yeu"] = ABOUT + values["trich_yeu"].removeprefix(ABOUT)
    values["tham_quyen"] = paper.authority
    values[TYPE_NAME] = TYPES[frame.kind].name.upper()
    second = frame.second_signature
    values["nguoi_ky_2"] = signed(second.name) if second else ""
    return values


def paper_lines(paper: Paper) -> dict[str, tuple[str, ...]]:
    """Return the values that are several paragraphs, one after the other."""
    second = paper.frame.second_signature
    grounds = paper.grounds
    ended = tuple(
        f"{ground}{'.' if index == len(grounds) else ';'}"
        for index, ground in enumerate(grounds, start=1)
    )
    return line_values(paper.frame) | {
        "can_cu": ended,
        "quyen_han_2": second.lines if second else (),
    }


def content_values(content: Content) -> dict[str, str]:
    """Return the values of one paragraph of the text."""
    if isinstance(content, Article):
        return {"dieu.so": f"Điều{NBSP}{content.number}.", "dieu.noi_dung": content.text}
    assert not isinstance(content, Table)
    return {BLOCK_SPECIMENS[content.kind]: content.text}


def specimen_of(content: Block | Article) -> str:
    """Return the placeholder of the paragraph that shows how a content looks."""
    return "dieu.so" if isinstance(content, Article) else BLOCK_SPECIMENS[content.kind]


def appendix_values(paper: Paper, index: int, appendix: PaperAppendix) -> dict[str, str]:
    """Return the values over and under the table of an appendix."""
    several = len(paper.appendices) > 1
    return {
        "pl.so": f"Phụ lục{NBSP}{roman(index + 1)}" if several else "Phụ lục",
        "pl.ten": appendix.title.upper(),
        "pl.kem_theo": paper.frame.attached,
        "pl.ghi_chu": appendix.note,
        "pl.tong_so": f"{appendix.closing}./.",
    }
