"""Known failures of the store: each says that nothing was lost and what to do."""

from __future__ import annotations

from pathlib import Path

from kehoach_desktop.domain.errors import KehoachError, WayOut
from kehoach_desktop.i18n import _


class StoreMissing(KehoachError):
    """There is no store at that path."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Không có sổ “{path}”.").format(path=path),
            hint=_("Kiểm tra lại đường dẫn; sổ mới được lập khi nhập kế hoạch hoặc điền cơ quan."),
        )


class StoreLost(KehoachError):
    """The store is gone while backups of it stand: a new one must not quietly take its place."""

    ways = (WayOut.RESTORE, WayOut.AGAIN, WayOut.ELSEWHERE, WayOut.ANEW)

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Không thấy sổ “{path}”, nhưng có các bản sao lưu của sổ này.").format(path=path),
            hint=_("Khôi phục bản mới nhất; tệp sổ bị chuyển đi thì đưa về chỗ cũ rồi thử lại."),
        )


class NotAStore(KehoachError):
    """The file is something else than a store."""

    ways = (WayOut.RESTORE, WayOut.ELSEWHERE)

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Tệp “{name}” không phải sổ kế hoạch; tệp được giữ nguyên.").format(name=path.name),
            hint=_("Chọn tệp sổ (.khxa) hoặc một bản sao lưu của sổ."),
        )


class StoreTooNew(KehoachError):
    """The store was kept by a newer program."""

    ways = (WayOut.ELSEWHERE, WayOut.AGAIN)

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Sổ “{name}” do bản chương trình mới hơn ghi; sổ được giữ nguyên.").format(
                name=path.name
            ),
            hint=_("Cài bản chương trình mới nhất rồi mở lại."),
        )


class StoreDamaged(KehoachError):
    """The file of the store no longer reads as it should."""

    ways = (WayOut.RESTORE, WayOut.ELSEWHERE)

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Sổ “{name}” bị hỏng; tệp được giữ nguyên để cứu.").format(name=path.name),
            hint=_("Khôi phục từ một bản sao lưu (bằng lệnh: kehoach restore BẢN-SAO --store SỔ)."),
        )


class StoreInUse(KehoachError):
    """Another window or command is writing to the store."""

    ways = (WayOut.AGAIN, WayOut.ELSEWHERE)

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Sổ “{name}” đang mở ở cửa sổ hoặc lệnh khác; chưa ghi gì.").format(name=path.name),
            hint=_("Đóng cửa sổ kia rồi làm lại."),
        )


class StoreRefused(KehoachError):
    """The disk does not let the store be opened or written."""

    ways = (WayOut.AGAIN, WayOut.ELSEWHERE)

    def __init__(self, path: Path, reason: str, hint: str = "") -> None:
        super().__init__(
            _("Không mở hoặc ghi được sổ “{path}” ({reason}).").format(path=path, reason=reason),
            hint=hint or _("Kiểm tra ổ đĩa còn chỗ và thư mục cho phép ghi."),
        )


class StoreNotWritable(StoreRefused):
    """The file or its folder may only be read."""

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__(
            path,
            reason or _("chỉ đọc được"),
            _("Bỏ dấu “Chỉ đọc” ở tệp và thư mục, hoặc chép sổ sang thư mục được phép ghi."),
        )


class StoreOutOfReach(StoreRefused):
    """The disk is gone, or its folder may not be entered."""

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__(
            path,
            reason or _("không mở được tệp"),
            _("Cắm lại USB hoặc ổ đĩa chứa sổ, nối lại ổ mạng, rồi thử lại."),
        )


class StoreDiskFull(StoreRefused):
    """There is no room left on the disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, _("ổ đĩa đã đầy"), _("Xóa bớt tệp không cần rồi thử lại."))


class BackupFailed(KehoachError):
    """A backup could not be made, or its copy did not pass the check."""

    ways = (WayOut.AGAIN, WayOut.ELSEWHERE)

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            _("Chưa sao lưu được vào “{folder}” ({reason}); sổ không thay đổi.").format(
                folder=folder, reason=reason
            ),
            hint=_("Kiểm tra ổ đĩa còn chỗ và thư mục cho phép ghi, rồi thử lại."),
        )
