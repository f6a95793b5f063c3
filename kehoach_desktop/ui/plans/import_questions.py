"""What a review asks: words that were read wrongly, and before decisions are lost."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.plans.import_choices import Reviewed
from kehoach_desktop.ui.plans.import_dialogs import DocumentDialog, TextDialog
from kehoach_desktop.ui.plans.import_proposal import Proposal
from kehoach_desktop.ui.plans.words_dialog import WordsDialog
from kehoach_desktop.ui.workbench import Workbench


def ask_words(review: QWidget, proposal: Proposal, workbench: Workbench) -> None:
    """Ask for the office's own words for a task of the commune, and read anew by them."""
    dialog = WordsDialog(review, proposal.words)
    use = workbench.mappings.use_words
    dialog.answer = lambda: proposal.use_words(use(*dialog.lists()))
    dialog.open()


def ask_texts(review: QWidget, proposal: Proposal, row: Reviewed) -> None:
    """Ask what stands in the file where the words of a row were read wrongly."""
    dialog = TextDialog(review, row.task)
    dialog.answer = lambda: proposal.mend(row, dialog.texts())
    dialog.open()


def ask_document(review: QWidget, proposal: Proposal, year: int) -> None:
    """Ask for number, day and title of the plan, `year` where its paper names none."""
    dialog = DocumentDialog(review, proposal.applied().plan.document, year)
    dialog.answer = lambda: proposal.name_document(dialog.document())
    dialog.open()


def ask_to_close(review: QWidget) -> bool:
    """Return whether the program is to be closed over an open review."""
    hint = _("Chưa ghi gì vào sổ. Những chỗ đã sửa ở màn hình xem lại sẽ mất.")
    question = _("Đóng chương trình khi chưa nhập xong kế hoạch?")
    return messages.ask(review, question, _("Đóng, không nhập"), hint=hint)


def ask_to_drop(review: QWidget) -> bool:
    """Return whether the plan is to be left without keeping anything."""
    hint = _("Những chỗ đã sửa ở đây sẽ mất; sổ không thay đổi.")
    question = _("Bỏ, không nhập kế hoạch này?")
    return messages.ask(review, question, _("Bỏ, không nhập"), hint=hint, no=_("Xem tiếp"))
