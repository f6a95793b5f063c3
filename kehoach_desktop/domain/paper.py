"""A paper as one value: its frame, its grounds, its text and tables, what goes with it."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.paper_frame import Frame
from kehoach_desktop.domain.report import Block


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a decision: its number ("Điều 1.") is bold, its text is not."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, whether it is centred."""

    heading: str
    weight: int
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a heading row holds a number and a title that goes over the rest."""

    cells: tuple[str, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the text or in an appendix."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PaperAppendix:
    """An appendix: its title, its table, and the line that closes it with "./."."""

    title: str
    table: Table
    closing: str
    note: str = ""


Content = Block | Article | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of any kind.

    `authority` is who decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"), of decisions only; `grounds` are
    the căn cứ without marks; `gaps` name what nobody has given and the paper leaves blank;
    `template` is the name of the template where it is not that of the kind.
    """

    frame: Frame
    contents: tuple[Content, ...]
    grounds: tuple[str, ...] = ()
    authority: str = ""
    appendices: tuple[PaperAppendix, ...] = ()
    gaps: tuple[str, ...] = ()
    template: str = ""
