"""The names of bodies in sentences: where one begins, and where it ends before a deed."""

from __future__ import annotations

import re

# With its diacritics: "Số hóa" and "Sở hữu" are no "Sở", "Bố trí" is no "Bộ", "Ban hành" no "Ban".
BODY = re.compile(
    r"(?:giao |đề nghị |yêu cầu )?"
    r"(?:các |mỗi |từng |khối |lãnh đạo |thường trực |người đứng đầu )?(?:"
    r"sở(?! hữu)|bộ phận|bộ(?! chỉ số)|"
    r"ban(?! hành)|ngành|(?:ủy|uỷ) ban|ubnd|hđnd|công an|quân sự|văn phòng(?! số)|"
    r"phòng(?! chống|,? chống)|trung tâm|chi cục|cục|hội(?! nghị| thảo| nhập)|đoàn(?! kết)|mttq|"
    r"liên đoàn|mặt trận|đảng (?:ủy|uỷ)|(?:tỉnh|thành) (?:ủy|uỷ)|cơ quan|đơn vị|địa phương|thuế|"
    r"kho bạc|bảo hiểm xã hội|tòa án|viện|đài|báo(?! cáo| tin| hiệu| động| trước)|"
    r"trường(?! hợp)|bệnh viện|trạm(?! biến)|ngân hàng|điện lực|doanh nghiệp|xã(?! hội)|"
    r"phường|đặc khu|tổ(?! chức)|thôn|xóm|ấp|bản(?! đồ)|khu phố|đội(?! ngũ)|lực lượng|"
    r"đại biểu|hạt kiểm|công ty|tập đoàn|hợp tác xã|chi bộ|chi đoàn|chi hội|công chức|cán bộ|"
    r"bí thư|thủ trưởng|chủ tịch|giám đốc|hiệu trưởng|liên minh|trưởng(?! thành)|chánh văn phòng|"
    r"đồng chí|đ/c)\b",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"các|sở|ban|ngành|phòng|công|an|nghệ|xã|phường|tỉnh|thôn|tổ|đặc|khu|phố|địa|phương|cơ|quan|"
    r"đơn|vị|liên|và|ủy|uỷ|nhân|dân|văn|trung|tâm|hội|đoàn|thể|mặt|trận|doanh|nghiệp|viễn|thông|"
    r"thành|bộ|cục|chi|xóm|ấp|bản|trường|trạm|bảo|hiểm|ngân|hàng|thuế|kho|bạc|chuyên|môn|phục|vụ|"
    r"hành|chính|dịch|tổng|hợp|vực|quỹ|đất|thị|huyện|miền|cựu|chiến|binh|phụ|nữ|thanh|niên|cao|"
    r"người|tuổi|chữ|thập|đỏ|khuyến|học|trực|thuộc",
    re.IGNORECASE,
)
_PLACE = re.compile(r"thôn|xóm|ấp|bản|xã|phường|phố", re.IGNORECASE)
_PERSON = re.compile(r"(?i:đồng chí|đ/c)(?:\s+[A-ZĐÀ-Ỹ][^\W\d_]*){2,}\s+(?=[a-zà-ỹđ])")
# Words in small letters that names end with.
_IN_NAMES = re.compile(
    r"(?<=nghệ )số cộng đồng|quân sự|(?<=lý )dự án|tín dụng|nông nghiệp|trên địa bàn|"
    r"(?<=trả )kết quả",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"cấp (?:xã|tỉnh|huyện|phường|cơ sở|ủy|uỷ)\b|quan\b", re.IGNORECASE)
_CLOSED = re.compile(r"\b(?:xã|phường|tỉnh|thôn|xóm|ấp|bản|phố)$", re.IGNORECASE)
_IN_PLACE = re.compile(rf"\b(?i:{_PLACE.pattern})(?:\s+[A-ZĐÀ-Ỹ]\w*)+\s*$")
# Bodies of every commune, whose names go on with nothing but their place.
_COMMUNE_BODY = re.compile(
    r"(?:\b(?:hội (?:liên hiệp )?(?:phụ nữ|nông dân|cựu chiến binh|người cao tuổi|chữ thập đỏ)|"
    r"đoàn thanh niên|công an|trạm y tế|phòng (?:kinh tế|văn (?:hóa|hoá) - xã hội)|"
    r"mặt trận tổ quốc|(?:các )?(?:thôn|xóm|ấp|bản|tổ dân phố|khu phố)))(?: xã| phường)?\s*$",
    re.IGNORECASE,
)


def name_end(plain: str) -> int | None:
    """Return where the name of a body ends before a verb nobody lists: "Công an xã | cấp …"."""
    before = ("", "")
    body = BODY.match(plain)
    if person := _PERSON.match(plain):
        return person.end()
    inside = [place for known in _IN_NAMES.finditer(plain) for place in range(*known.span())]
    for found in re.finditer(r"\([^()]*\)|[^\s,;]+", plain):
        word = found[0]
        of_body = body is not None and found.start() < body.end()
        if word.startswith("(") or of_body or found.start() in inside:
            before = (before[1], word)
            continue
        if not (_is_of_name(word, *before) or _LEVEL.match(plain, found.start())):
            return found.start() or None
        before = (before[1], word)
    return None


def _is_of_name(word: str, first: str, second: str) -> bool:
    """Say whether a word may belong to the name of a body, after the two words before it.

    The second half of a word in two ("Nội vụ") does; after a place ("Bình Minh") comes the verb.
    """
    if word[:1].isupper() or _NAME_WORD.fullmatch(word) or not word[:1].isalpha():
        return True
    if _PLACE.fullmatch(first) and second[:1].isupper() and second.isalpha():
        return False
    half = second[:1].isupper() and (first or not _NAME_WORD.fullmatch(second))
    return bool(half and (not first[:1].isupper() or _NAME_WORD.fullmatch(first)))


def is_complete(name: str) -> bool:
    """Say whether a name needs no further word: one with its place, or of every commune."""
    plain = name.rstrip()
    return any(ends.search(plain) for ends in (_CLOSED, _IN_PLACE, _COMMUNE_BODY))


def unknown_words(words: str) -> int:
    """Return how many words no rule knows for part of a name; a name goes on behind a capital."""
    count, before = 0, ""
    for word in words.split():
        known = not word[:1].islower() or _NAME_WORD.fullmatch(word) or before[:1].isupper()
        count, before = count + (not known), word
    return count
