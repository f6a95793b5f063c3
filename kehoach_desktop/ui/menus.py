"""The menu bar: only what the program really does, each with its key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, settings, theme
from kehoach_desktop.ui.screens import SCREENS

if TYPE_CHECKING:
    from kehoach_desktop.ui.main_window import MainWindow


def fill(window: MainWindow) -> None:
    """Give `window` its menus."""
    window.screen_actions = []
    for put, name in (
        (_file_menu, _("&Tệp")),
        (_edit_menu, _("&Sửa")),
        (_view_menu, _("&Xem")),
        (_help_menu, _("Trợ &giúp")),
    ):
        put(window, window.menuBar().addMenu(name))


def _add(menu: QMenu, text: str, act: Callable[[], object], *keys: str, icon: str = "") -> QAction:
    action = QAction(text, menu)
    action.setShortcuts([QKeySequence(key) for key in keys])
    _dress_when_shown(menu, action, icon)
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)
    return action


def _dress_when_shown(menu: QMenu, action: QAction, icon: str) -> None:
    """Draw the icon when the menu is opened, in the look worn then, not when the program starts."""
    if icon:
        menu.aboutToShow.connect(lambda: action.setIcon(icons.icon(icon)))


def _file_menu(window: MainWindow, menu: QMenu) -> None:
    _add(menu, _("Nhập &kế hoạch…"), window.choose_plan, "Ctrl+O", "Ctrl+I", icon="import")
    _add(menu, _("&Dán kế hoạch…"), partial(_paste, window))
    menu.addSeparator()
    _add(menu, _("&Sao lưu ngay"), window.back_up, icon="backup")
    _add(menu, _("Khôi phục từ bản sao lưu…"), partial(window.go, "backup"))
    window.leave_sample_action = _add(menu, _("Bỏ xã mẫu…"), window.leave_sample)
    menu.addSeparator()
    _add(menu, _("Th&oát"), window.close, "Ctrl+Q")
    menu.aboutToShow.connect(window.update_menus)


def _paste(window: MainWindow) -> None:
    from kehoach_desktop.ui.plans.pasting import paste_plan

    paste_plan(window)


class StepAction(QAction):
    """Undo or redo, named after the step it concerns."""

    def __init__(self, menu: QMenu, words: str, named: str) -> None:
        super().__init__(words, menu)
        self._words, self._named = words, named

    def name(self, step: str) -> None:
        """Show the name of the step, or none."""
        named = self._named.format(step=step.replace("&", "&&"))
        self.setText(named if step else self._words)


def _edit_menu(window: MainWindow, menu: QMenu) -> None:
    stack = window.workbench.undo_stack
    undo = StepAction(menu, _("&Hoàn tác"), _("&Hoàn tác: {step}"))
    redo = StepAction(menu, _("&Làm lại"), _("&Làm lại: {step}"))
    for action, key, icon, act in (
        (undo, "Ctrl+Z", "undo", window.undo),
        (redo, "Ctrl+Y", "redo", window.redo),
    ):
        action.setShortcut(QKeySequence(key))
        _dress_when_shown(menu, action, icon)
        action.triggered.connect(act)
        menu.addAction(action)
    stack.undoTextChanged.connect(undo.name)
    stack.redoTextChanged.connect(redo.name)
    undo.name(stack.undoText())
    redo.name(stack.redoText())


def _view_menu(window: MainWindow, menu: QMenu) -> None:
    for number, screen in enumerate(SCREENS, start=1):
        act = partial(window.go, screen.key)
        window.screen_actions.append(
            _add(menu, _(screen.name), act, f"Alt+{number}", icon=screen.drawing)
        )
    menu.addSeparator()
    _add(menu, _("Chữ &to hơn"), partial(window.looks.zoom, 10), "Ctrl++", "Ctrl+=")
    _add(menu, _("Chữ &nhỏ hơn"), partial(window.looks.zoom, -10), "Ctrl+-")
    _add(menu, _("Chữ cỡ thường"), partial(window.looks.zoom, 0))
    menu.addSeparator()
    grounds = {
        settings.AUTO: _("Theo hệ thống"),
        theme.LIGHT: _("Nền sáng"),
        theme.DARK: _("Nền tối"),
    }
    _choices(menu.addMenu(_("Nền")), grounds, settings.theme_choice(), window.looks.wear)
    tongues = {"vi": "Tiếng Việt", "en": "English"}
    _choices(menu.addMenu(_("Ngôn ngữ")), tongues, settings.language(), window.looks.speak)


def _choices(
    menu: QMenu, choices: dict[str, str], chosen: str, act: Callable[[str], object]
) -> None:
    group = QActionGroup(menu)
    for key, words in choices.items():
        action = _add(menu, words, partial(act, key))
        action.setCheckable(True)
        action.setChecked(key == chosen)
        group.addAction(action)


def _help_menu(window: MainWindow, menu: QMenu) -> None:
    _add(menu, _("&Màn hình này"), partial(_explain, window), "F1", icon="help")
    _add(menu, _("Các &phím"), partial(_explain, window, "keys"))
    menu.addSeparator()
    _add(menu, _("Giới thiệu…"), partial(_tell_about, window))


def _explain(window: MainWindow, subject: str = "") -> None:
    """Explain a subject, or the screen that is shown."""
    from kehoach_desktop.ui.help_pane import show_help

    show_help(window, subject or window.stack.key())


def _tell_about(window: MainWindow) -> None:
    from kehoach_desktop.ui.help_pane import show_about

    show_about(window)
