"""What can keep a file from being read: each with its sentence and the way out."""

from __future__ import annotations

from collections.abc import Callable

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _


class UnreadableFile(KehoachError):
    """A file that cannot be read; `code` names the reason between the child and the program."""

    code = "unreadable"

    def __init__(self, name: str) -> None:
        says, advises = WORDS[self.code]
        super().__init__(says().format(name=name), hint=advises())


class FileMissing(UnreadableFile):
    """Nothing lies at the path, or no file."""

    code = "missing"


class FileRefused(UnreadableFile):
    """The system does not let us open the file."""

    code = "refused"


class EmptyFile(UnreadableFile):
    """The file holds no bytes, or no words."""

    code = "empty"


class DamagedFile(UnreadableFile):
    """The file is of a known kind, but not whole."""

    code = "damaged"


class FileTooBig(UnreadableFile):
    """The file unpacks to more than a plan can hold."""

    code = "too_big"


class SuspiciousFile(UnreadableFile):
    """The file is built in a way no office program writes."""

    code = "suspicious"


class PasswordProtected(UnreadableFile):
    """The file is locked by a password."""

    code = "password"


class OldWordFile(UnreadableFile):
    """A .doc of Word 97-2003."""

    code = "doc"


class RichTextFile(UnreadableFile):
    """An .rtf."""

    code = "rtf"


class OpenTextFile(UnreadableFile):
    """An .odt of LibreOffice Writer."""

    code = "odt"


class BinaryWorkbook(UnreadableFile):
    """An .xlsb of Excel."""

    code = "xlsb"


class ArchiveFile(UnreadableFile):
    """A packed folder with files in it: .zip, .rar, .7z."""

    code = "archive"


class PictureFile(UnreadableFile):
    """A picture or a photo of a page."""

    code = "picture"


class ScannedFile(UnreadableFile):
    """A PDF whose pages are pictures."""

    code = "scan"


class UnknownFormat(UnreadableFile):
    """A file of a kind that carries no plan."""

    code = "unknown"


class NoTableInText(UnreadableFile):
    """A file of separated values whose rows make no table."""

    code = "no_table"


class NotAWordFile(UnreadableFile):
    """A file that is no .docx where one was asked for."""

    code = "not_word"


class ReadingTimedOut(UnreadableFile):
    """Reading took longer than it may."""

    code = "timeout"


class ReadingCancelled(UnreadableFile):
    """The officer stopped the reading."""

    code = "cancelled"


class ReaderFailed(UnreadableFile):
    """The reading process ended without an answer."""

    code = "failed"


Words = tuple[Callable[[], str], Callable[[], str]]

WORDS: dict[str, Words] = {
    "not_word": (
        lambda: _("Tệp “{name}” không phải là văn bản Word (.docx) đọc được."),
        lambda: _("Hãy mở tệp bằng Word, lưu lại thành .docx rồi thử lại."),
    ),
    "no_table": (
        lambda: _("Tệp “{name}” không có bảng nào đọc được."),
        lambda: _("Hãy mở tệp bằng Excel, xem các cột có tách riêng không rồi lưu thành .xlsx."),
    ),
    "unreadable": (
        lambda: _("Không đọc được tệp “{name}”."),
        lambda: _("Hãy mở tệp bằng Word hoặc Excel, lưu lại thành .docx hoặc .xlsx rồi thử lại."),
    ),
    "missing": (
        lambda: _("Không tìm thấy tệp “{name}”, hoặc đó không phải là một tệp."),
        lambda: _("Hãy kiểm tra đường dẫn rồi chọn lại tệp."),
    ),
    "refused": (
        lambda: _("Không mở được tệp “{name}”: máy không cho phép đọc."),
        lambda: _("Hãy đóng tệp ở chương trình khác, hoặc chép tệp ra Màn hình nền rồi thử lại."),
    ),
    "empty": (
        lambda: _("Tệp “{name}” trống, không có chữ nào."),
        lambda: _("Hãy xin lại tệp từ nơi gửi hoặc chọn tệp khác."),
    ),
    "damaged": (
        lambda: _("Tệp “{name}” bị hỏng hoặc chưa tải về đủ."),
        lambda: _(
            "Hãy tải lại tệp; nếu Word hoặc Excel mở được thì lưu thành tệp mới rồi thử lại."
        ),
    ),
    "too_big": (
        lambda: _("Tệp “{name}” quá lớn so với một bảng nhiệm vụ."),
        lambda: _("Hãy chép riêng phần phụ lục nhiệm vụ sang một tệp mới rồi thử lại."),
    ),
    "suspicious": (
        lambda: _("Tệp “{name}” có cấu trúc bất thường nên không được mở."),
        lambda: _(
            "Hãy mở bằng Word hoặc Excel, lưu thành tệp mới; nếu tệp lạ thì hỏi lại nơi gửi."
        ),
    ),
    "password": (
        lambda: _("Tệp “{name}” có mật khẩu."),
        lambda: _("Hãy mở tệp bằng mật khẩu, lưu lại không mật khẩu rồi thử lại."),
    ),
    "doc": (
        lambda: _("Tệp “{name}” là tệp Word đời cũ (.doc)."),
        lambda: _("Hãy mở bằng Word, chọn Lưu thành (Save As) .docx rồi nhập tệp mới."),
    ),
    "rtf": (
        lambda: _("Tệp “{name}” là văn bản RTF."),
        lambda: _("Hãy mở bằng Word, chọn Lưu thành (Save As) .docx rồi nhập tệp mới."),
    ),
    "odt": (
        lambda: _("Tệp “{name}” là văn bản của LibreOffice (.odt)."),
        lambda: _("Hãy mở tệp bằng LibreOffice hoặc Word, lưu thành .docx rồi nhập tệp mới."),
    ),
    "xlsb": (
        lambda: _("Tệp “{name}” là tệp Excel dạng nhị phân (.xlsb)."),
        lambda: _("Hãy mở bằng Excel, chọn Lưu thành (Save As) .xlsx rồi nhập tệp mới."),
    ),
    "archive": (
        lambda: _("Tệp “{name}” là tệp nén, bên trong mới là văn bản."),
        lambda: _("Hãy giải nén (bấm chuột phải, chọn Giải nén) rồi chọn tệp bên trong."),
    ),
    "picture": (
        lambda: _("Tệp “{name}” là ảnh, không có chữ để đọc."),
        lambda: _("Hãy xin bản Word, Excel của kế hoạch hoặc dán văn bản vào chương trình."),
    ),
    "scan": (
        lambda: _("Tệp “{name}” là bản quét, không có chữ để đọc."),
        lambda: _("Hãy xin bản Word, Excel của kế hoạch hoặc dán văn bản vào chương trình."),
    ),
    "unknown": (
        lambda: _("Tệp “{name}” không phải là tệp Excel, Word hay PDF."),
        lambda: _("Hãy chọn tệp .xlsx, .xls, .ods, .docx hoặc .pdf của kế hoạch."),
    ),
    "timeout": (
        lambda: _("Đọc tệp “{name}” quá lâu nên đã dừng."),
        lambda: _("Hãy chép riêng phần phụ lục nhiệm vụ sang một tệp mới rồi thử lại."),
    ),
    "cancelled": (
        lambda: _("Đã dừng đọc tệp “{name}”."),
        lambda: _("Chưa có gì được lưu; có thể nhập lại lúc khác."),
    ),
    "failed": (
        lambda: _("Không đọc được tệp “{name}”: bộ đọc đã dừng giữa chừng."),
        lambda: _("Hãy mở tệp bằng Word hoặc Excel, lưu thành tệp mới rồi thử lại."),
    ),
}


def failure(code: str, name: str) -> UnreadableFile:
    """Return the error of that code for the file called `name`, the plain one if unknown."""
    kinds = {kind.code: kind for kind in UnreadableFile.__subclasses__()}
    return kinds.get(code, UnreadableFile)(name)
