"""The words that go with return forms: to send one along, to remind a unit that owes one."""

from __future__ import annotations

from datetime import date

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import ProgressEntry
from kehoach_desktop.domain.return_form import FORM_STATUSES, ReturnForm
from kehoach_desktop.domain.text import official_date, two_digits, typed_day

# Asked of work that waits for an event, in the grey cell of its row.
_ADDED = "; việc phát sinh ghi ở các dòng cuối."
EVENT_QUESTION = "Văn bản, sự kiện mà việc này chờ đã có chưa?"


def sending_words(form: ReturnForm) -> str:
    """Return the message to paste beside the form (Zalo, mail): in the office's own language."""
    sender, asked = _sender(form.office), _asked(form)
    due = f" trước ngày {typed_day(form.due)}" if form.due else ""
    return "\n".join(
        (
            f"Kính gửi {form.unit},",
            f"{sender} gửi phiếu cập nhật tiến độ {form.period.name}: {asked}.",
            f"Đề nghị điền các ô trắng của tệp Excel kèm theo và gửi lại chính tệp đó{due}.",
            "Ô không có gì mới thì để trống" + (_ADDED if form.lines else "."),
            f"{form.card.line}.",
            "Trân trọng cảm ơn.",
        )
    )


def _asked(form: ReturnForm) -> str:
    counts = ((len(form.lines), "việc"), (len(form.figures), "số liệu"))
    return ", ".join(f"{two_digits(count)} {what}" for count, what in counts if count)


def reminder_words(
    office: Office, period: ReportingPeriod, unit: str, due: date | None, days_late: int
) -> str:
    """Return the message to a unit whose form has not come home; `days_late` 0: not yet late."""
    asked = f" (hạn {official_date(due)})" if due else ""
    late = f", đã chậm {two_digits(days_late)} ngày" if days_late > 0 else ""
    return "\n".join(
        (
            f"Kính gửi {unit},",
            f"{_sender(office)} chưa nhận được phiếu tiến độ {period.name}{asked}{late}.",
            "Đề nghị điền và gửi lại phiếu trong hôm nay để kịp tổng hợp báo cáo.",
            "Nếu đã gửi, xin gửi lại tệp.",
            "Trân trọng cảm ơn.",
        )
    )


def last_words(entry: ProgressEntry | None) -> str:
    """Return what an earlier period left, for the grey cell of a form; "" where nothing is left."""
    if entry is None:
        return ""
    state = FORM_STATUSES[entry.status] if entry.status else ""
    if entry.done_on:
        state = f"{state} {typed_day(entry.done_on)}"
    if entry.percent is not None:
        state = f"{state} {entry.percent}%".strip()
    ahead = f"Bước tiếp theo: {entry.next_steps}" if entry.next_steps else ""
    return "\n".join(filter(None, (state, entry.result, ahead)))


def _sender(office: Office) -> str:
    return office.people_committee if office.name else "Văn phòng"
