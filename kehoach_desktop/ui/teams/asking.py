"""Small dialogs of the screen: a day with what belongs to it, a new member, a noted decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.membership import REASON_WORDS, LeavingReason
from kehoach_desktop.domain.team import ROLE_TITLES, Gender, Person, TeamRole
from kehoach_desktop.domain.team_book import Team
from kehoach_desktop.domain.team_facts import read_birth, read_cccd, read_phone
from kehoach_desktop.domain.text import clean, squeeze, typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.day_field import DayField


class NoDay(KehoachError):
    """A field that needs a day holds none."""

    def __init__(self) -> None:
        super().__init__(_("Chưa có ngày, hoặc ngày ghi chưa đúng."))


class DayAsking(Asked):
    """Asks from which day a change holds; the day looked at is proposed."""

    def __init__(self, parent: QWidget, title: str, note: str, agree: str, day: date) -> None:
        super().__init__(parent, title, agree)
        self.explain(note)
        self.day_field = DayField(_("Từ ngày"), year=day.year)
        self.day_field.set_day(day)

    def add_day(self, words: str) -> None:
        """Put the day below the other fields."""
        self.add(words, self.day_field)

    def day(self) -> date:
        """Return the day. Raises NoDay where the field holds none."""
        day = self.day_field.day()
        if day is None or self.day_field.property("kind") == "wrong":
            raise NoDay
        return day


def role_choice(role: TeamRole) -> QComboBox:
    """Return a list of the roles with `role` chosen."""
    choice = QComboBox()
    for known, title in ROLE_TITLES.items():
        choice.addItem(_(title), known)
    choice.setCurrentIndex(choice.findData(role))
    return choice


class LeavingDialog(DayAsking):
    """From which day a member is in the team no more, and why."""

    def __init__(self, parent: QWidget, name: str, team: str, day: date) -> None:
        note = _("{name} thôi tham gia {team}. Danh sách trước ngày ấy giữ nguyên.")
        super().__init__(
            parent, _("Cho thôi tham gia"), note.format(name=name, team=team), _("Ghi"), day
        )
        self.reason = QComboBox()
        for reason, words in REASON_WORDS.items():
            if reason not in (LeavingReason.MOVED, LeavingReason.MERGED):
                self.reason.addItem(_(words), reason)
        self.add(_("&Lý do"), self.reason)
        self.add_day(_("&Từ ngày"))
        self.day_field.setFocus()
        self.day_field.selectAll()

    def chosen(self) -> LeavingReason:
        """Return why."""
        return LeavingReason(self.reason.currentData())


class RoleDialog(DayAsking):
    """Another role of a member, and from which day."""

    def __init__(self, parent: QWidget, name: str, role: TeamRole, day: date) -> None:
        note = _("{name} đang là {role}.").format(name=name, role=_(ROLE_TITLES[role]))
        super().__init__(parent, _("Đổi vai trò trong tổ"), note, _("Ghi"), day)
        self.role = role_choice(role)
        self.add(_("&Vai trò mới"), self.role)
        self.add_day(_("&Từ ngày"))
        self.role.setFocus()


class MovingDialog(DayAsking):
    """To which team a member goes, in which role, and from which day."""

    def __init__(self, parent: QWidget, name: str, teams: Sequence[Team], day: date) -> None:
        note = _("{name} thôi ở tổ này và vào tổ khác cùng ngày.").format(name=name)
        super().__init__(parent, _("Chuyển tổ"), note, _("Chuyển"), day)
        self.team = QComboBox()
        for team in teams:
            self.team.addItem(team.title, team.id)
        self.role = role_choice(TeamRole.MEMBER)
        self.add(_("&Sang tổ"), self.team)
        self.add(_("&Vai trò"), self.role)
        self.add_day(_("&Từ ngày"))
        self.team.setFocus()


class DecisionDialog(DayAsking):
    """Number and day of the decision that fixed the list of a team."""

    def __init__(self, parent: QWidget, teams: Sequence[Team], people: int, day: date) -> None:
        words = _("Danh sách {title} như trong ngày ấy được chốt theo quyết định này ({count} "
                  "người hôm nay).")  # fmt: skip
        note = words.format(title=teams[0].title, count=people)
        super().__init__(parent, _("Ghi quyết định đã ban hành"), note, _("Ghi"), day)
        self.teams = which_teams(teams)
        self.number = self.line(_("&Số, ký hiệu"), hint="87/QĐ-UBND")
        if len(teams) > 1:
            self.add(_("&Về tổ"), self.teams)
        self.add_day(_("&Ngày quyết định"))
        self.number.setFocus()


def which_teams(teams: Sequence[Team]) -> QComboBox:
    """Return a list to choose from: the first of `teams` alone, or all of them."""
    choice = QComboBox()
    choice.addItem(teams[0].title, [teams[0].id])
    if len(teams) > 1:
        words = _("Cả {count} tổ còn nợ quyết định").format(count=len(teams))
        choice.addItem(words, [team.id for team in teams])
    return choice


class PaperAsking(Asked):
    """Asks on which teams the paper is to be."""

    def __init__(self, parent: QWidget, title: str, teams: Sequence[Team]) -> None:
        note = _("Nội dung và danh sách lấy từ sổ; số và ngày để trống cho văn thư.")
        super().__init__(parent, title, _("Lập văn bản…"))
        self.explain(note)
        self.teams = which_teams(teams)
        self.add(_("&Về tổ"), self.teams)
        self.teams.setFocus()


class PersonFields:
    """The fields of one person inside a dialog, read as they are typed."""

    def __init__(self, dialog: Asked, person: Person, *, with_cccd: bool) -> None:
        self._person = person
        self.name = dialog.line(_("&Họ và tên"), person.full_name)
        self.gender = QComboBox()
        for words in ("", *Gender):
            self.gender.addItem(_(words), str(words))
        self.gender.setCurrentIndex(self.gender.findData(str(person.gender or "")))
        dialog.add(_("&Giới tính"), self.gender)
        born = typed_day(person.birth_date) if person.birth_date else person.birth_year
        self.born = dialog.line(_("&Năm sinh"), str(born or ""), _("năm, hoặc ngày/tháng/năm"))
        self.post = dialog.line(_("&Chức vụ ở thôn"), person.post, _("Bí thư Chi đoàn"))
        self.phone = dialog.line(_("Điện th&oại"), person.phone)
        self.zalo = dialog.line(_("&Zalo"), person.zalo, _("số dùng Zalo, nếu có"))
        self.cccd = dialog.line(_("CCC&D"), person.cccd) if with_cccd else None
        self.note = dialog.line(_("Gh&i chú"), person.note)

    def person(self) -> Person:
        """Return the person as the fields say. Raises WrongBirth or WrongNumber."""
        born, year = read_birth(self.born.text())
        gender = self.gender.currentData()
        return Person(
            squeeze(clean(self.name.text())),
            Gender(gender) if gender else None,
            born,
            year,
            squeeze(clean(self.post.text())),
            read_phone(self.phone.text()),
            self._person.other_phones,
            read_cccd(self.cccd.text()) if self.cccd else self._person.cccd,
            squeeze(clean(self.note.text())),
            read_phone(self.zalo.text()),
        )


class NewMemberDialog(DayAsking):
    """A new member of a team: the name is enough, the rest may come later."""

    def __init__(
        self, parent: QWidget, team: str, role: TeamRole, day: date, *, with_cccd: bool = False
    ) -> None:
        note = _("Người mới của {team}. Chỉ cần họ tên; còn lại điền sau cũng được.")
        super().__init__(parent, _("Thêm người"), note.format(team=team), _("Thêm"), day)
        self.fields = PersonFields(self, Person(""), with_cccd=with_cccd)
        self.role = role_choice(role)
        self.add(_("&Vai trò"), self.role)
        self.add_day(_("&Từ ngày"))
        self.fields.name.setFocus()
