"""The words of a deadline that name no time: known filler, office work, and what turns the sense.

The filler and the work are read in the folded key, line by line alternatives; what may turn the
sense is told by its diacritics: "bỏ" is no "Bộ", "hoãn" no "hoàn", "dừng" no "dựng".
"""

from __future__ import annotations

import re

_KNOWN = r"""
thoi (?:gian|diem|han|luong)(?: (?:thuc hien|hoan thanh|trien khai|bao cao|gui|gui bao cao|chot))?
(?:cac )?moc(?: thoi gian)?|han(?: (?:cuoi|chot|hoan thanh|nop|gui|bao cao|tra loi))?|deadline|ht
(?:buoi )?(?:sang|chieu|toi|trua|dem)|(?:gio|ngay|buoi) (?:lam viec|hanh chinh)
gio(?: (?:chieu|sang))?|luc|thuc hien|trien khai|tiep tuc|phan dau|quyet tam|co gang|co ban|dut diem
toan bo|ca|dong bo|tap trung|uu tien|qua trinh|tien hanh|dam bao|bao dam|viec|nhu sau|chinh thuc
hoac som hon|cang som cang tot|kip thoi|khan truong|dang (?:thuc hien|trien khai)
cham tien do|theo(?: tung)? giai doan|theo(?! doi)|dinh ki|on dinh|(?:nhan )?dip|quoc khanh|le
(?:nhan )?ngay (?:chuyen doi so quoc gia|quoc khanh|phap luat(?: viet nam)?)|nhiem vu
(?:trung|dai|ngan) han
(?:dot |thang )?cao diem|ky giao ban|hoan tat|cap nhat|thag|dinh huong|tam nhin
bao cao(?: (?:tuan|thang|quy|nam))?|\d+ (?:lop|buoi|cuoc|mo hinh|xa|thon)
du kien|khoang|vao|la|ngay|trong|va|tai|se|phai|can|duoc|cac|cung|cho|vong|lam viec
suot|xuyen suot|co|nay
"""
_WORK = r"""
trinh|ban hanh|gui|nop|to chuc|xay dung|hoan thanh|hoan thien|lap|ra soat|tham muu|phe duyet
tham dinh|nghiem thu|quyet toan|ban giao|van hanh|thi diem|khao sat|dieu tra|tong hop|so ket
tong ket|danh gia|kiem tra|giam sat|thanh tra|dao tao|tap huan|boi duong|tuyen truyen|cong bo
cong khai|niem yet|lap dat|mua sam|trang bi|nang cap|ket noi|tich hop|chia se|so hoa|cap
kien toan|thanh lap|phan cong|phan bo|giai ngan|thong ke|chuan hoa|lam sach|dua|giao|nhap
ap dung|su dung|dat|bo tri|de xuat|gop y|lay y kien|hop|khai giang|khai truong|phat dong|dang ky
tiep nhan|xu ly|giai quyet|cung cap|huong dan|ho tro|phoi hop|chu tri|theo doi|don doc|quan ly
bao cao|ket qua|tien do|cong tac|noi dung
ke hoach|du an|de an|ho so|phuong an|du thao|du toan|chi tieu|muc tieu
san pham|danh sach|so lieu|quyet dinh|nghi quyet|chuong trinh|quy che|quy dinh|thong bao|van ban
hoi nghi|hoi thao|ubnd|hdnd|uy ban|hoi dong|cong an|so|bo|ban|phong|van phong|trung tam|xa|phuong
tinh|thon|trung uong|tw|dang uy|tinh uy|thuong truc|mttq|mat tran|doan|hoi|don vi|co quan|truong
tram|to|long ghep|ngan hang|doi moi|chinh phu|phuc vu|nham|chao mung|ky niem|kem theo|phat trien
tang cuong|day manh|nang cao|duy tri|nhiem vu|thuc hien|trien khai|cap nhat|dot cao diem
qua (?:he thong|phan mem|thu dien tu|email|truc|nen tang)|mo|lam|nha van hoa|hoi truong|tru so
"""
_TURNS = r"""
không(?! gian| dùng tiền| giấy| khí)|chưa|chẳng|chả|trừ|ngoại|ngoài|nhưng|nếu|tuy|hay
thay (?:vì|cho|bằng|đổi)|lùi|dời|đổi (?:thành|sang|lại)|hoãn|hủy|huỷ|dừng|ngừng|ngưng|bỏ|bãi
đình chỉ|gia hạn|kéo dài|rút ngắn|điều chỉnh (?:thành|sang|đến|lại|thời|hạn)|đính chính
sửa (?:thành|lại)|chuyển (?:sang|thành|qua)|đợt|kỳ(?! họp)|lần|bước (?:\d|một|đầu)
(?:một |\b)phần (?:\d|lớn)|một phần|tuần|tháng|quý|năm|giờ|phút|ngày|sau|trước|sớm|muộn|chậm|trễ
quá(?! trình)|vượt|còn(?! lại)|(?<!địa )(?<!chứng )chỉ(?! đạo| tiêu| thị| số| dẫn| huy)
(?<!kế hoạch )(?<!hướng dẫn )riêng|đối với|đã(?! giao| được giao| đề ra)
(?<!thiết )(?<!chuẩn )(?<!trang )bị|nửa|giữa|gần|so với|cách (?:tháng|năm|tuần|ngày)|tạm|thêm|bớt
cộng(?! đồng| hòa| hoà| tác)|lẽ ra|nguyên là|cũ|(?<!thống )nhất|tùy|tuỳ|ít|hoặc|một số|vài|mấy
vô thời|khỏi|miễn|thôi|hết|rồi|xin|(?<!máy )(?<!giới )tính|hiệu lực|dự phòng|luân phiên|cuối
đầu(?! tư| mối)|trở|chờ|đâu|lẻ|cận|chẵn|ước
"""
# The same where somebody typed without diacritics, as far as it can be told.
_TURNS_BARE = r"""
khong|chua|chang|ngoai|nhung|neu|lui|gia han|keo dai|rut ngan|tre|muon|vuot|rieng|doi voi|so voi
truoc|sau|lan|dot|tuan|thang|quy|nam|ngay|ky|tru|huy|dung|ngung|xin|doi (?:sang|thanh)
"""


def _any_of(table: str) -> str:
    return "|".join(table.strip().split("\n"))


_FILLED = re.compile(rf"(?:[^a-z0-9?<>=~≤≥]|(?<![a-z0-9])(?:{_any_of(_KNOWN)})(?![a-z0-9]))*")
_TURNING = re.compile(rf"\b(?:{_any_of(_TURNS)})\b|[?<>=~≤≥]")
_TURNING_BARE = re.compile(rf"\b(?:{_any_of(_TURNS_BARE)})\b")
_OPENS = re.compile(rf"(?:de )?(?:{_any_of(_WORK)})(?![a-z0-9])")
_HOPED = re.compile(r"\b(?:phan dau|du kien|uu tien|co gang|co ban)\b")
_IN_FILLER = re.compile(r"\b(?:lẻ|chờ|đâu|cận|bỏ|hoãn)\b")


def unknown_from(gap: str) -> int:
    """Return where the filler that `gap` begins with ends; its length where it is filler alone."""
    found = _FILLED.match(gap)
    return found.end() if found else 0


def opens_work(rest: str) -> bool:
    """Say whether `rest` begins with a word of office work or with a body."""
    return _OPENS.match(rest.lstrip(' -+:;,.(“"')) is not None


def is_hoped(gap: str) -> bool:
    """Say whether `gap` leads to a time that is hoped for or preferred."""
    return _HOPED.search(gap) is not None


def turns(said: str, *, filler: bool) -> bool:
    """Say whether a word in `said` may turn the sense of what stands beside it.

    Of `filler` only what looks like filler without its diacritics can. Words typed without
    diacritics are taken for what they may be.
    """
    if filler:
        return _IN_FILLER.search(said) is not None
    bare = said.isascii() and _TURNING_BARE.search(said) is not None
    return bare or _TURNING.search(said) is not None
