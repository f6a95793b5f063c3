"""The paper that carries a plan: issuer, kind, number, day, title, signer, and what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from kehoach_desktop.domain.plan import PlanDocument
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.importers.blocks import is_attached_line, split_label
from kehoach_desktop.importers.citations import KINDS, NUMBER, citations
from kehoach_desktop.importers.issuer import issuer_of, province_of, with_province

OWN_NUMBER = re.compile(
    r"Số\s*:?\s*(?=.*[-/\d])(.*?/?\s*[A-ZĐ]{1,6}(?:\s*[-/]\s*[A-ZĐ][\w&]*)*)\s*$"
)
DATE_LINE = re.compile(
    r"([A-ZĐ…](?:(?!giờ)[^,:\n]){0,40}),\s*(ngày\s*(\d{0,2})[\s.…_]*tháng\s*(\d{0,2})[\s.…_]*năm\s*(\d{4})?.{0,12})$"
)
SHORT_DATE = re.compile(
    r"([A-ZĐ…][^,\n]{0,40}),\s*ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$"
)
ATTACHED = re.compile(
    rf"kèm theo\s+({'|'.join(KINDS)})\s+số\s*:?\s*(.*?)\s+"
    r"(ngày\s.{0,40}?)(?:\s+của\s+(.*)|[\s).,/]*)$",
    re.IGNORECASE | re.DOTALL,
)
SUBJECT = re.compile(
    r"\s+(?:về\s+(?:việc\s+)?"
    r"|(?=(?:sửa đổi|ban hành|phê duyệt|triển khai|thực hiện|bổ sung|điều chỉnh)\b))"
)
POSITION = re.compile(
    r"^(kt|tl|tuq|q)\.|^(pho )?(chu tich|giam doc|truong phong|chanh van phong|bi thu|truong ban|"
    r"thu truong|bo truong|cuc truong|pho chanh van phong)"
)
END_OF_TITLE = re.compile(
    r"^(can cu|thuc hien (su |chi dao|ke hoach|nghi quyet|quyet dinh|chuong trinh).{60,}|"
    r"(?:[ivx]+|[a-h]|1)(?:[.)]|[/–-]\s)|phan|kinh gui|ngay |nham |de |tiep tuc |"
    r"trien khai .{300,})"
)
# What follows who decides at the head of a decision, and never a signature.
GROUNDS = re.compile(r"can cu |xet |theo de nghi |quyet dinh\W*$")
NAME = re.compile(r"[A-ZĐÀ-Ỹ][a-zđà-ỹ]+(?:\s+[A-ZĐÀ-Ỹ][a-zđà-ỹ]+){1,4}")


@dataclass(frozen=True, slots=True)
class Attached:
    """What "(Kèm theo Kế hoạch số … ngày … của … về …)" says of the paper."""

    kind: str
    number_text: str
    date_text: str
    issuer: str
    subject: str


def read_document(
    lines: Sequence[str],
    attached: str,
    titles: Sequence[str],
    file_name: str,
    closing: Sequence[str] = (),
) -> PlanDocument:
    """Return what the lines outside the tables of tasks say of the paper.

    `attached` is the "Kèm theo" line of the first appendix, `titles` those of all, `closing` the
    last texts of the tables, where only a signature is looked for. What a draft leaves blank stays
    so. The year is that of the date, else of the "Kèm theo" line, a title, the file name.
    """
    body = [line for text in lines for line in _apart(text).split("\n")]
    letterhead = body[: _body_start(body)]
    enclosed = read_attached(attached)
    kind, title, after = _kind_and_title(body, titles)
    number_text, date_text, day = _own_number(letterhead), *_own_date(letterhead)
    signer, position = _signature([*body, *closing])
    named = issuer_of(letterhead)
    province = province_of([named, *letterhead[:12], enclosed.issuer, attached, title, *letterhead])
    issuer = with_province(named or enclosed.issuer, province)
    number_text, date_text = number_text or enclosed.number_text, date_text or enclosed.date_text
    subject = title or enclosed.subject
    number = _number(number_text)
    cited = citations([title, *_preamble(body, after), *_cited_in(attached), *titles])
    return PlanDocument(
        issuer=issuer,
        doc_type=kind or enclosed.kind.capitalize(),
        number=number,
        number_text=number_text,
        date=day or _plain_date(date_text),
        date_text=date_text,
        title=subject,
        province=province,
        signer=signer,
        signer_position=position,
        refers_to=tuple(paper for paper in cited if not number or number not in paper),
        year=next(_years([date_text, attached, subject, *titles, file_name]), None),
    )


def read_attached(text: str) -> Attached:
    """Return what a "Kèm theo" line says; all blank where it says nothing."""
    found = ATTACHED.search(squeeze(text))
    if found is None:
        return Attached("", "", "", "", "")
    kind, number, day, rest = (squeeze(group or "") for group in found.groups())
    issuer, subject = (*SUBJECT.split(rest, maxsplit=1), "")[:2]
    subject = subject[:1].upper() + subject[1:]
    issuer = re.sub(r"^Chủ tịch (?=UBND|(?:Ủy|Uỷ) ban)", "", issuer.strip(" ,.;)"))
    return Attached(kind, number, day, issuer, subject.strip(" ,;)"))


def _apart(text: str) -> str:
    """Return what a letterhead sets side by side in lines of its own."""
    text = re.sub(
        r"(?<=\S)[^\S\n]+(?=CỘNG HÒA XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*-)", "\n", text.strip()
    )
    text = re.sub(r"(?<=[^\W\d_])[^\S\n]+[-_–—*]{3,}(?=\s|$)|[^\S\n]+(?=Số\s*:\s*\S*/)", "\n", text)
    return re.sub(r"^(Số[^\n]{1,40}?)\s+(?=V/v\b|[A-ZĐ][^,\n]{1,40},\s*ngày\b)", r"\1\n", text)


def _body_start(body: Sequence[str]) -> int:
    return next(
        (i for i, line in enumerate(body) if re.match(r"[IVX]+[./–-]\s", line)), min(len(body), 40)
    )


def _kind_and_title(body: Sequence[str], titles: Sequence[str]) -> tuple[str, str, int]:
    """Return kind and title of the paper, and the line after the title.

    Where `body` names neither, the title of an appendix may: then no line comes after.
    """
    kinds = {fold(kind): kind for kind in KINDS}
    for index, line in enumerate(body[:60]):
        kind = kinds.get(fold(line).strip(" .:"))
        under_date = index > 0 and _own_date(body[index - 1 : index])[0]
        if kind and (line.strip().isupper() or under_date):
            title, after = _title(body, index + 1)
            return kind, title, after
    if found := _in_one_line(body) or _letter(body):
        return found
    kind, title, _after = _in_one_line(titles) or ("", "", 0)
    return kind, title, 0


def _in_one_line(body: Sequence[str]) -> tuple[str, str, int] | None:
    """Return kind and title where one line gives both, as the cover of a sheet does."""
    for index, line in enumerate(body[:12]):
        plain = squeeze(line)
        for kind in KINDS:
            if plain.startswith(f"{kind.upper()} ") and len(plain) < 400:
                return kind, plain[len(kind) + 1 :], index + 1
    return None


def _letter(body: Sequence[str]) -> tuple[str, str, int] | None:
    """Return the subject of an official letter, which names no kind: "V/v …" under its number."""
    for index, line in enumerate(body[:30]):
        found = re.match(r"\s*(?:V/v|Về việc)[:\s]+(.+)", line)
        if found:
            rest = takewhile(_goes_on, body[index + 1 : index + 3])
            subject = squeeze(" ".join([found[1], *rest]))
            return "Công văn", subject[:1].upper() + subject[1:], index + 1
    return None


def _goes_on(line: str) -> bool:
    """Say whether a line under the subject of a letter is still part of it."""
    plain = squeeze(line)
    short = len(plain) < 70 and not plain.isupper() and not plain.endswith((".", ":", ";"))
    other = re.match(r"kinh gui|can cu|thuc hien|so\b|doc lap", fold(plain)) or ", ngày" in plain
    return bool(plain) and (plain[0].islower() or (short and plain[0].isalpha() and not other))


def _title(body: Sequence[str], start: int) -> tuple[str, int]:
    kept: list[str] = []
    for index in range(start, min(start + 8, len(body))):
        line = body[index].strip()
        dates = kept and line.startswith("ngày ") and re.search(rf"{NUMBER}$", kept[-1])
        ended = not line.strip("_-–— .") or (kept and not dates and _ends_title(line))
        if ended and kept:
            return squeeze(" ".join(kept)), index
        if line.strip("_-–— ."):
            kept.append(line)
        if len(" ".join(kept)) > 600:
            break
    whole = start + 8 >= len(body) and len(" ".join(kept)) < 400
    return squeeze(" ".join(kept if whole else kept[:1])), start + 1


def _ends_title(line: str) -> bool:
    """Say whether a line under a title begins something else: the grounds, an appendix."""
    is_sentence = line.endswith((".", ":", ";")) or is_attached_line(line)
    is_body = line.isupper() and re.match(
        r"(?:uy ban|hoi dong|ban ch|ban th|thu tuong)", fold(line)
    )
    if is_sentence or is_body or (line.isupper() and POSITION.match(fold(line))):
        return True
    return bool(END_OF_TITLE.match(fold(line))) or split_label(line) is not None


def _preamble(body: Sequence[str], after: int) -> Iterator[str]:
    """Yield the lines between the title and the first section: the grounds of the paper."""
    if not after:
        return
    for line in body[after : after + 30]:
        if re.match(r"(?:[IVX]+|[A-Z]|1|Điều 1)[.)/–-]\s", line.strip()) or is_attached_line(line):
            return
        yield line


def _cited_in(attached: str) -> Iterator[str]:
    """Yield the part of a "Kèm theo" line after the paper's own number."""
    found = ATTACHED.search(squeeze(attached))
    if found is not None:
        yield found[4] or ""


def _own_number(letterhead: Sequence[str]) -> str:
    lines = (squeeze(line) for line in letterhead)
    return next((line for line in lines if len(line) < 60 and OWN_NUMBER.match(line)), "")


def _number(text: str) -> str | None:
    """Return a number that is filled in ("158/KH-UBND"); None where the draft leaves it blank."""
    found = re.search(NUMBER, text)
    return re.sub(r"\s", "", found[0]) if found else None


def _own_date(letterhead: Sequence[str]) -> tuple[str, date | None]:
    for line in letterhead:
        found = DATE_LINE.search(squeeze(line)) or SHORT_DATE.search(squeeze(line))
        if found:
            return squeeze(found[0]), _date(*found.groups()[-3:])
    return "", None


def _plain_date(text: str) -> date | None:
    found = re.search(r"(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})", text)
    return _date(*found.groups()) if found else None


def _date(day: str | None, month: str | None, year: str | None) -> date | None:
    try:
        return date(int(year or 0), int(month or 0), int(day or 0))
    except ValueError:
        return None


def _signature(body: Sequence[str]) -> tuple[str, str]:
    """Return who signed and as what, from the last block "TM. … / KT. … / name"."""
    for index in range(len(body) - 1, -1, -1):
        if re.match(r"(TM|T\.M|KT|TL|TUQ)\.", body[index].strip()) or (
            POSITION.match(fold(body[index]))
            and body[index].strip().isupper()
            and not GROUNDS.match(fold("".join(body[index + 1 : index + 2])))
        ):
            return _read_signature(body, _first_of_signature(body, index))
    return "", ""


def _first_of_signature(body: Sequence[str], last: int) -> int:
    first = last
    while first and last - first < 3 and re.match(r"(TM|KT|TL|TUQ)\.", body[first - 1].strip()):
        first -= 1
    return first


def _read_signature(body: Sequence[str], start: int) -> tuple[str, str]:
    positions: list[str] = []
    for raw in body[start : start + 12]:
        line = squeeze(raw)
        if POSITION.match(fold(line)) and line.isupper():
            positions.append(line)
        elif NAME.fullmatch(line):
            return line, " - ".join(positions)
    return "", " - ".join(positions)


def _years(texts: Iterable[str]) -> Iterator[int]:
    for text in texts:
        for found in re.finditer(r"(?<!\d)(20[2-4]\d)(?!\d)", text):
            yield int(found[1])
