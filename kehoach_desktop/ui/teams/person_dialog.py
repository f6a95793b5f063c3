"""Everything held about one person: the facts, to be mended, every stay, and what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.domain.team import ROLE_TITLES, Person, TeamRole
from kehoach_desktop.domain.team_book import KeptPerson, TeamBook
from kehoach_desktop.domain.team_update import DETAIL_WORDS
from kehoach_desktop.domain.team_words import COMMAND_WORDS, stay_words
from kehoach_desktop.domain.text import typed_day, typed_moment
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.teams.asking import PersonFields


@dataclass(frozen=True, slots=True)
class Held:
    """What is held about a person: the book he stands in and his rows of the journal."""

    person: KeptPerson
    book: TeamBook
    journal: tuple[JournalRow, ...]


class PersonDialog(Asked):
    """Shows and mends what is held about a person; `take_out` writes it, `erase` removes it."""

    def __init__(self, parent: QWidget, held: Held, *, with_cccd: bool) -> None:
        name = held.person.details.full_name
        note = _("Mọi điều đang giữ về {name}.").format(name=name)
        super().__init__(parent, name, _("Ghi thông tin"), width=600)
        self.explain(note)
        self.fields = PersonFields(self, held.person.details, with_cccd=with_cccd)
        self.erase = Button(_("Xóa hẳn khỏi sổ…"), lambda: None)
        self.take_out = Button(_("Xuất ra tệp…"), lambda: None)
        self.foot.insertWidget(0, self.erase)
        self.foot.insertWidget(1, self.take_out)
        self.past = QPlainTextEdit("\n".join(past_lines(held)))
        self.past.setReadOnly(True)
        self.past.setTabChangesFocus(True)
        self.past.setFixedHeight(theme.current().length(150))
        self.past.setAccessibleName(_("Lịch sử"))
        self.past.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.form.addRow(label(_("Lịch sử")), self.past)

    def said(self, kept: KeptPerson) -> KeptPerson:
        """Return the person as the fields say."""
        return KeptPerson(kept.id, self.fields.person())


def past_lines(held: Held) -> Iterator[str]:
    """Yield every stay of the person, then what was done and when, the latest first."""
    for stay in reversed(held.book.stays.of(held.person.id)):
        words = _("{area}: {role} từ {day}").format(
            area=held.book.teams[stay.team].area,
            role=_(ROLE_TITLES[stay.role]),
            day=typed_day(stay.joined),
        )
        ended = stay_words(stay)
        yield f"{words}, {ended}" if ended else words
    for row in held.journal:
        moment = typed_moment(row.at.astimezone())
        words = ", ".join(
            filter(None, (_(COMMAND_WORDS.get(row.command, row.command)), _told(row)))
        )
        yield f"{moment}  {words}"


def _told(row: JournalRow) -> str:
    """Return what a row of the journal changed, without numbers of telephones."""
    before, after = row.before or {}, row.after or {}
    if "joined" in after or "joined" in before:
        return _stay_told(after or before)
    if not before and "full_name" in after:
        return _("ghi thông tin")
    changed = [_(words) for name, words in DETAIL_WORDS.items() if _differ(before, after, name)]
    return _("sửa: {fields}").format(fields=", ".join(changed)) if before and changed else ""


def _differ(before: dict[str, Any], after: dict[str, Any], name: str) -> bool:
    return name in Person.__dataclass_fields__ and before.get(name) != after.get(name)


def _stay_told(stay: dict[str, Any]) -> str:
    role = _(ROLE_TITLES[TeamRole(stay["role"])])
    return _("{role}, thôi").format(role=role) if stay.get("left") else role
