"""What is said of a plan that is not there, or that is there already."""

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


class PlanAlreadyHeld(KehoachError):
    """The very same file was taken in before."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Tệp này đã nhập rồi ({name}); sổ không thay đổi.").format(name=name),
            hint=_("Muốn nhập lại, hãy bỏ kế hoạch đã nhập trước."),
        )
