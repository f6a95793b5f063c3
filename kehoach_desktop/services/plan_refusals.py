"""What is said of a plan that is not there, by every verb that names one."""

from __future__ import annotations

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _


class UnknownPlan(KehoachError):
    """No plan has that id."""

    def __init__(self, plan: str) -> None:
        super().__init__(
            _("Không có kế hoạch mang mã “{plan}” trong sổ; chưa ghi gì.").format(plan=plan),
            hint=_("Xem mã kế hoạch bằng lệnh: kehoach tasks --json."),
        )
