"""Who leads and who works along, in a sentence that gives a task."""

from __future__ import annotations

import re

from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.importers.body_names import BODY, is_complete, name_end, unknown_words

VERBS = (
    "tiếp tục", "kịp thời", "tập trung", "rà soát", "triển khai", "xây dựng",
    "thực hiện", "tham mưu",
    "chủ động", "đẩy mạnh", "tăng cường", "hướng dẫn",
    "cử (?!tri|nhân|tạ|tuyển)", "làm việc (?=với)",
    "bảo đảm", "đảm bảo",
    "sẵn sàng", "cần", "có trách nhiệm", "nghiên cứu", "hoàn thành", "hoàn thiện", "ban hành",
    "cập nhật", "phấn đấu", "bố trí", "chịu trách nhiệm", "theo dõi", "đôn đốc", "kiểm tra",
    "tuyên truyền", "duy trì", "lập danh sách", "báo cáo", "tổng hợp", "đồng bộ",
    "gửi", "dự thảo", "trình",
    "khẩn trương", "phổ biến", "thành lập", "kiện toàn", "đề xuất", "thường xuyên(?! *[.;,]| *$)",
    "công khai", "niêm yết", "lắp đặt", "tích hợp", "kết nối", "số hóa", "phủ sóng",
    "đào tạo", "tập huấn", "nâng cấp", "khai thác", "phê duyệt",
    "thẩm định", "đánh giá", "sơ kết", "tổng kết", "phân công", "lồng ghép", "nhân rộng",
    "khảo sát", "thống kê", "làm sạch", "chuẩn hóa", "ưu tiên", "thu thập",
    "cài đặt", "phát động", "công bố",
    "quán triệt", "vận động", "hỗ trợ", "căn cứ", "phát huy", "huy động", "mở",
    "bàn giao", "điều tra", "khám", "sơ khám", "chi trả", "cấp phát", "giải quyết", "xử lý",
    "giám sát", "thanh tra", "quản lý", "phân bổ", "phân loại", "thu hồi", "chuẩn bị",
    "vận hành", "chỉ đạo", "xác định", "xác minh", "đăng ký", "đối thoại", "khắc phục",
    "nhập liệu", "cung cấp", "mua sắm", "tiến hành", "soạn thảo", "phòng ngừa", "ngăn chặn",
    "di dời", "sắp xếp", "bồi dưỡng", "tháo gỡ", "giúp", "góp ý", "thẩm tra", "chấm điểm",
    "lấy ý kiến", "lấy mẫu", "tiếp thu", "tư vấn", "truyền thông", "lựa chọn", "thí điểm",
    "thông báo", "ghi nhận", "(?<!hường )trực (?!tiếp|thuộc|tuyến|ban)", "phun", "treo", "quét",
    "xóa", "trồng", "cấp (?=định|giấy|thẻ|căn|sổ|mã|tài|phát)",
    "đưa", "(?<!, )(?<!và )(?<!các )lãnh đạo",
    "lập (?=danh|dự|kế|hồ|phương|đề|biên|quy hoạch|bản|sổ)", "in (?=ấn|tờ)",
    "(?<!các )(?<!và )(?<!, )(?<!những )tổ chức (?!đảng|đoàn|chính trị|xã hội|kinh tế|cán|bộ|có)",
)  # fmt: skip
# A capital within the sentence belongs to a name: "Sở Xây dựng", "Trường Đào tạo cán bộ".
_VERB = re.compile(rf"\s(?:{'|'.join(VERBS)})\b")
# Behind these words a deed is the second half of a name, too, or of a noun: "ban quản lý".
_NAMED_DEED = re.compile(
    r"(?<!các )\b(?:ban|trung tâm|chi cục|cục|đội|hạt|viện|tổ|sở|công ty|văn phòng) (?:quản lý|"
    r"chỉ đạo|kiểm tra|giám sát|thanh tra|điều tra|hỗ trợ|khai thác|vận hành|đăng ký|tư vấn|"
    r"xây dựng|đào tạo|bồi dưỡng|cung cấp|truyền thông)$|\b(?:đầu tư|dự án) xây dựng$|"
    r"\b(?:cơ quan|đơn vị)(?: chủ trì)? (?:quản lý|vận hành)(?:, (?:vận hành|khai thác))?$|"
    r"\b(?:để|nhằm|nơi|địa điểm) hỗ trợ$|\bgiáo dục thường xuyên$|"
    r"\b(?:công|quy|chương|lộ|quá|tiến) trình$",
    re.IGNORECASE,
)
LONGEST_BODY = 100
LONGEST_TAIL = 4  # words of a name that no rule knows: "Trung tâm Phát triển | quỹ đất"
# "Các đơn vị chủ trì quản lý hệ thống …" describes who it is and says not yet what to do.
_LEADS = re.compile(
    rf"\s(?:chủ trì|là đầu mối)(?=\s*[,;]|\s+phối hợp\b)|"
    rf"(?<!cơ quan)(?<!đơn vị)\s(?:chủ trì|là đầu mối)(?=\s+(?:{'|'.join(VERBS)})\b)",
    re.IGNORECASE,
)
_ORDER = re.compile(r"^(?:Giao|Đề nghị|Yêu cầu|Phân công)\s+(?:cho\s+)?")
_FIRST_PART = re.compile(r"^Chủ trì\s*,\s*(?=phối hợp)")
_WHEN_FIRST = re.compile(
    r"(?:(?:định kỳ|hằng|hàng|mỗi(?=\s+(?:ngày|tuần|tháng|quý|năm))|trước|trong|chậm nhất|"
    r"muộn nhất|vào|ngày|tháng|quý|năm|tuần|thứ|giờ|của|cuối|hết|đến|từ|hai|ba|tư|sáu|bảy|[IVX]+|"
    r"\d[\dh/.:-]*|\([^()]*\))(?:,\s*|\s+))+",
    re.IGNORECASE,
)
_OF_BODY = re.compile(r"^(?:Đối với|(?:Trách nhiệm|Nhiệm vụ) của)\s+")
_HAS_DUTY = re.compile(r"\s+(?:có|chịu) (?:trách nhiệm|nhiệm vụ)(?:\s+(?:như\s+)?sau)?$")
_ON_GROUND = re.compile(r"\s+(?:trên|thuộc) địa bàn(?:\s+(?:xã|phường|tỉnh|đặc khu)\b.{0,40})?$")
_TOPIC = re.compile(r"^(?:Về|Đối với)\s[^:.;]{2,120}:\s*")
_LATER_ORDER = re.compile(r"[.:;]\s+(?:Giao|Đề nghị|Yêu cầu|Phân công)\s+(?:cho\s+)?")
_ASKED = re.compile(
    r"(?:Thực hiện|Căn cứ|Để|Nhằm|Theo)\b.{5,400}?\b(?:đề nghị|yêu cầu|giao)\s+(?:cho\s+)?"
)
_HELPING = re.compile(
    r"\s*chủ trì\s*[,;]\s*(?P<others>[^.:()]{3,200}?)\s+phối hợp(?! với| chặt| cùng)", re.IGNORECASE
)
_GIVES = re.compile(
    r"(?:UBND|(?:Ủy|Uỷ) ban nhân dân|Chủ tịch|Đảng (?:ủy|uỷ)|Lãnh đạo|Thủ trưởng)\b[^.;:,]{0,60}?\s"
    r"(?:giao|yêu cầu|đề nghị|phân công)\s+(?:cho\s+)?"
)
_WITH = re.compile(r"[\s,]*\bphối hợp(?: chặt chẽ)?(?: cùng)?(?: với)?\s*", re.IGNORECASE)


def agencies_in(sentence: str) -> tuple[str, str]:
    """Return who leads and who works along as `sentence` names them, "" where it names none.

    "A chủ trì, phối hợp với B rà soát …" names both; "Phối hợp với B …" only the second.
    """
    plain = _FIRST_PART.sub("", order_in(sentence))
    if _WITH.match(plain):
        return "", _partners(plain)
    if not BODY.match(plain):
        return "", ""
    end = _subject_end(plain)
    if end is None:
        return "", ""
    helping = _HELPING.match(plain, end)
    if helping and BODY.match(helping["others"]):
        return plain[:end].strip(" ,:"), helping["others"]
    return plain[:end].strip(" ,:"), _partners(plain[end:])


def subject_of(sentence: str) -> str:
    """Return the body that a sentence tells to do something, "" where it begins with the deed."""
    plain = order_in(sentence)
    end = _subject_end(plain) if BODY.match(plain) else None
    words = plain[:end].strip(" ,:") if end is not None else ""
    return re.sub(r"\s+(?:có trách nhiệm|định kỳ|phải)$", "", words)


def body_of(heading: str) -> str:
    """Return the body that a heading names and nothing more, "" where it says something else.

    "Đối với Công an xã:" and "Công an xã có trách nhiệm:" name it too.
    """
    title = _OF_BODY.sub("", squeeze(heading).rstrip(" :."))
    named = _ORDER.sub("", _HAS_DUTY.sub("", title))
    bare = _ON_GROUND.sub("", named)
    is_body = BODY.match(bare) and len(named) < LONGEST_BODY and not subject_of(bare)
    return named if is_body else ""


def order_in(sentence: str) -> str:
    """Return a sentence from the body on that it tells to act, the whole where nothing leads there.

    "Giao Công an xã …", "Trước ngày 20 hằng tháng, Công an xã …", "Về dữ liệu: Công an xã …",
    "Mở lớp. Giao Công an xã chủ trì" and
    "Thực hiện Kế hoạch …, Sở Nội vụ đề nghị UBND các xã …" lead there.
    """
    plain = _TOPIC.sub("", squeeze(sentence))
    plain = _ORDER.sub("", plain)
    given = _GIVES.match(plain)
    if given and BODY.match(plain, given.end()):
        return plain[given.end() :]
    if BODY.match(plain):
        return plain
    found = _WHEN_FIRST.match(plain) or _LATER_ORDER.search(plain) or _ASKED.match(plain)
    told = plain[found.end() :] if found else ""
    return told if BODY.match(told) else plain


def told_body(opening: str) -> str:
    """Return the body that the sentence over a list tells to act: "đề nghị UBND xã … sau:"."""
    found = [
        *re.finditer(
            r"\b(?:yêu cầu|đề nghị|(?<!bàn )giao(?! ban| thông| dịch| lưu)|phân công)\s+"
            r"(?:nhiệm vụ\s+)?(?:cho\s+)?",
            squeeze(opening),
            re.IGNORECASE,
        )
    ]
    return subject_of(squeeze(opening)[found[-1].end() :]) if found else ""


def _subject_end(plain: str) -> int | None:
    """Return where the subject of a sentence ends: at its colon, at its first verb."""
    leads, verb = _LEADS.search(plain), _verb_in(plain)
    if leads and verb is not None and not re.search("[,;.:]", plain[verb : leads.start()]):
        verb = None
    together, colon = _WITH.search(plain), plain.find(":")
    ends = [found.start() for found in (leads, together) if found]
    if not ends and verb is not None and _is_second_deed(plain, verb) and colon < 0:
        known = name_end(plain)
        return known if is_complete(plain[:known]) else None
    if verb is not None and not ends and colon < 0:
        verb = _before_unlisted(plain, verb)
    ends.extend([verb] if verb is not None else [])
    ends.extend([colon] if colon > 0 else [])
    return min(ends) if ends else name_end(plain)


def _before_unlisted(plain: str, verb: int) -> int:
    """Return where a complete name ends if a deed that nobody lists follows it."""
    known = name_end(plain[:verb])
    return known if known is not None and is_complete(plain[:known]) else verb


def _is_second_deed(plain: str, verb: int) -> bool:
    """Say whether a deed that nobody lists stands before this one: "… lấy mẫu nước, báo cáo"."""
    known = name_end(plain[:verb])
    listed = plain[:verb].rstrip().endswith((",", ";", " và"))
    return listed and known is not None and unknown_words(plain[known:verb]) > 1


def _verb_in(plain: str) -> int | None:
    """Return where the first verb begins that is no part of a name."""
    deeds = (deed for deed in _VERB.finditer(plain) if not _NAMED_DEED.search(plain[: deed.end()]))
    return next((deed.start() for deed in deeds), None)


def _partners(rest: str) -> str:
    """Return the bodies that "phối hợp với" names before the next verb, "" where that is open."""
    head = re.split(r"[:.;()]", rest.lstrip(" ,:"), maxsplit=1)[0]
    found = _WITH.search(head[:60])
    if found is None:
        return ""
    after = f" {head[found.end() :]}"
    verb, known = _verb_in(after), name_end(after.lstrip())
    if verb is None:
        sure = known is None or is_complete(after[: known + 1])
        named = after[: None if known is None else known + 1] if sure else ""
    else:
        tail = after[known + 1 : verb] if known is not None and known < verb else ""
        open_end = unknown_words(tail) > LONGEST_TAIL or _is_second_deed(after.lstrip(), verb - 1)
        named = "" if open_end else after[:verb]
    named = named.strip(" ,")
    return named if BODY.match(named) or named[:1].isupper() else ""


def has_open_partners(sentence: str) -> bool:
    """Say whether a sentence speaks of bodies that work along and none could be told from it."""
    return bool(_WITH.search(squeeze(sentence)[:200])) and not agencies_in(sentence)[1]
