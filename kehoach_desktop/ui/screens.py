"""The screens of the window in their order, and how each is built on first visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from kehoach_desktop.i18n import _, mark

if TYPE_CHECKING:
    from kehoach_desktop.domain.office import Office
    from kehoach_desktop.ui.workbench import Workbench


class Screen(NamedTuple):
    """A screen: its key, its name in the navigation, its drawing, and how it is built."""

    key: str
    name: str
    drawing: str
    build: Callable[[Workbench], QWidget]


def _overview(workbench: Workbench) -> QWidget:
    from kehoach_desktop.ui.overview_page import OverviewPage

    return OverviewPage(workbench)


def _matrix(workbench: Workbench) -> QWidget:
    from kehoach_desktop.ui.plans.matrix_page import MatrixPage

    return MatrixPage(workbench)


def _period(workbench: Workbench) -> QWidget:
    from kehoach_desktop.ui.progress.period_page import PeriodPage

    return PeriodPage(workbench)


def _teams(workbench: Workbench) -> QWidget:
    from kehoach_desktop.ui.teams.teams_page import TeamsPage

    return TeamsPage(workbench)


def _report(workbench: Workbench) -> QWidget:
    from kehoach_desktop.ui.papers.papers_page import PapersPage

    return PapersPage(workbench)


def _office(workbench: Workbench) -> QWidget:
    from kehoach_desktop.ui.office.office_page import OfficePage

    return OfficePage(workbench)


def _backup(workbench: Workbench) -> QWidget:
    from kehoach_desktop.ui.backup_page import BackupPage

    return BackupPage(workbench)


SCREENS = (
    Screen("overview", mark("Tổng quan"), "home", _overview),
    Screen("matrix", mark("Nhiệm vụ"), "tasks", _matrix),
    Screen("period", mark("Kỳ báo cáo"), "calendar", _period),
    Screen("teams", mark("Tổ công nghệ số"), "people", _teams),
    Screen("report", mark("Văn bản"), "document", _report),
    Screen("office", mark("Danh mục"), "catalogue", _office),
    Screen("backup", mark("Sao lưu"), "backup", _backup),
)
FIRST_OF_THE_HOUSE = "office"


def build(key: str, workbench: Workbench) -> QWidget:
    """Return the screen of that key, built for its first visit."""
    return next(screen for screen in SCREENS if screen.key == key).build(workbench)


def window_title(office: Office | None) -> str:
    """Return the title of the window: whose book it is, then what it is."""
    names = [_("Sổ kế hoạch")]
    if office is not None and office.name:
        names.insert(0, ", ".join(filter(None, (office.people_committee, office.province))))
    return " – ".join(names)
