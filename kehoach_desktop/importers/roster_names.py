"""The name cell of a roster: one person or several, without titles, in normal capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.team import Gender
from kehoach_desktop.domain.text import clean, fold, squeeze

_SPELT_SURNAMES = (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh "
    "trương đinh lâm phùng mai tô hà tạ cao châu lưu lương thái tăng quách kiều triệu la mạc "
    "nghiêm khổng doãn bành chu thạch sơn kim danh nông hứa vi lò quàng cầm giàng vàng thào sùng "
    "hạng lù tòng cà khương từ âu ninh tống thân văn đàm phí cung diệp liêu mã nghê ông quan sầm "
    "tiêu trang ung viên y h' bạch cù đậu lộc lại lục nhữ thiều tiết chử giáp khúc lã lỗ mông ngụy "
    "tào bế chẩu đổng nhâm hàn"
)
SURNAMES = frozenset(_SPELT_SURNAMES.split())
_SPELT_OPENING = (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô lý đoàn trịnh trương đinh phùng "
    "tạ lưu lương tăng quách triệu mạc nghiêm đào cao"
)
_OPENING = frozenset(_SPELT_OPENING.split())
"""Surnames that seldom stand inside a name, and so open the next one."""
_TITLE = re.compile(
    r"(?:(ông|ô\.|anh|thầy)|(bà|b\.|chị|cô)|(?:đồng chí|đ/c|đc))\s*[:.]?\s+", re.IGNORECASE
)
_BEFORE_TITLE = re.compile(
    r"(?<=\w)\s*[,;/&+–-]*\s*(?:\bvà\s+)?(?=\b(?:Ông|Bà|Đ/c|Đồng chí)\b[:.]?\s)"
)
_EITHER = re.compile(
    r"(^|[\n;]|\d\s*[.)/-])\s*(?:ông|ô)\s*[/(,-]\s*(?:bà|b)\)?\s*[:.]?\s*", re.IGNORECASE
)
_MARK = re.compile(r"^\s*(?:\(?\d{1,2}\s*[.):/-]\s*|[-–•*+]\s+)")
_BETWEEN = re.compile(r"\n|;|,|/|&|\+|\s[vV]à\s|\s[-–]\s|(?<=\D)\s(?=\d{1,2}\s*[.)]\s)")
_BROKEN = re.compile(r"\b(?:thi|van|dinh|duc|huu|ngoc)$")
"""How the first line of a name ends that goes on in the second."""
_POST_WORDS = re.compile(
    r"\b(truong (thon|ban|ap|xom|khu)|bi thu|chi (hoi|doan|bo)|hoi (vien|truong)|can bo|giao vien|"
    r"pho (thon|ban|ap|xom|bi thu|truong)|dang vien|doan vien|to (truong|pho|vien)|thanh vien|"
    r"cong (an|chuc)|chu tich|y te|dan quan|mat tran|nu|nam)\b"
)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as a name cell gives it; `aside` is what else stands there."""

    full_name: str
    gender: Gender | None = None
    aside: str = ""


def people_in(text: str, expected: int = 1) -> tuple[NamedPerson, ...]:
    """Return the people that a name cell names; none where no name stands in it.

    `expected` is how many other cells of the row speak of: it decides where two names follow each
    other without a sign between them.
    """
    plain = _EITHER.sub(r"\1 ", clean(text).strip()).strip()
    people: list[NamedPerson] = []
    for piece in _pieces(plain):
        bare, aside = _without_aside(_MARK.sub("", piece))
        name, gender = _without_title(bare)
        if _is_name(name) and not (people and _POST_WORDS.search(fold(name))):
            people.append(NamedPerson(name, gender, aside))
        elif people:
            people[-1] = _with_aside(people[-1], piece)
        elif name:
            people.append(NamedPerson(name, gender, aside))
    return tuple(named for person in people for named in _parted(person, expected))


def name_words(person: NamedPerson) -> int:
    """Return of how many words a name is made."""
    return len(person.full_name.split())


def capitalised(name: str) -> str:
    """Return a name in normal capitals: "PHẠM VĂN KHỞI" and "phạm văn khởi" are Phạm Văn Khởi.

    A word that mixes capitals by itself (H'Mai, YBhăm) stays as it is.
    """
    return " ".join(_word(word) for word in squeeze(name).split())


def looks_like_name(text: str) -> bool:
    """Say whether a text may be a person's name and nothing else."""
    name, _gender = _without_title(text)
    return _is_name(name) and not _POST_WORDS.search(fold(name))


def opens_with_surname(text: str) -> bool:
    """Say whether a text begins as a person's name does: a surname, and a word more."""
    name, _gender = _without_title(_MARK.sub("", _EITHER.sub(r"\1 ", clean(text).strip())).strip())
    words = name.split()
    return len(words) > 1 and words[0].casefold() in SURNAMES and words[0][0].isupper()


def are_names(lines: Sequence[str]) -> bool:
    """Say whether each of several lines names somebody: no name is broken over two of them."""
    whole = all(map(opens_with_surname, lines))
    return whole and len(lines) > 1 and not any(_BROKEN.search(fold(line)) for line in lines[:-1])


def _word(word: str) -> str:
    if word.isupper() or word.islower():
        return "".join(part.capitalize() for part in re.split(r"(['’-])", word.lower()))
    return word


def _pieces(text: str) -> Iterator[str]:
    marked = _BEFORE_TITLE.sub("\n", text)
    held = re.sub(r"(?i)\bđ/c\b", "đồng chí", marked)
    depth, start = 0, 0
    cuts = {m.start(): m.end() for m in _BETWEEN.finditer(held)}
    for place, sign in enumerate(held):
        depth += (sign == "(") - (sign == ")")
        if place in cuts and depth <= 0:
            yield held[start:place]
            start = cuts[place]
    yield held[start:]


def _without_aside(text: str) -> tuple[str, str]:
    asides = re.findall(r"\(([^()]*)\)?", text)
    digits = re.findall(r"[+\d][\d\s./-]*\d", re.sub(r"\([^()]*\)?", " ", text))
    name = re.sub(r"\([^()]*\)?|[+\d][\d\s./-]*\d", " ", text)
    return squeeze(name).strip(" .,:;-–*"), "; ".join(map(squeeze, [*asides, *digits]))


def _without_title(name: str) -> tuple[str, Gender | None]:
    found = _TITLE.match(name)
    rest = name[found.end() :] if found else name
    if found is None or len(rest.split()) < 2:
        return squeeze(name), None
    if found[1] and len(rest.split()) == 2 and rest.split()[0].casefold() not in SURNAMES:
        return squeeze(name), None  # Ông is a surname too
    gender = Gender.MALE if found[1] else Gender.FEMALE if found[2] else None
    return squeeze(rest), gender


def _is_name(name: str) -> bool:
    words = name.split()
    letters = re.sub(r"['’.\s-]", "", name)
    upright = all(word[0].isupper() or word.islower() == name.islower() for word in words)
    return 2 <= len(words) <= 12 and letters.isalpha() and upright


def _with_aside(person: NamedPerson, piece: str) -> NamedPerson:
    words = "; ".join(filter(None, [person.aside, squeeze(piece).strip(" .,:;-–()")]))
    return NamedPerson(person.full_name, person.gender, words)


def _parted(person: NamedPerson, expected: int) -> Iterator[NamedPerson]:
    words = person.full_name.split()
    count = expected if expected > 1 and len(words) >= 2 * expected else 2
    names = _split(words, count) if len(words) > 5 or (expected > 1 and len(words) > 3) else []
    if not names and expected > 1 and len(words) > 3:
        # The row speaks of so many people: then any surname may open the next name.
        names = _split(words, count, SURNAMES)
    if not names:
        yield NamedPerson(capitalised(person.full_name), person.gender, person.aside)
    for place, name in enumerate(names):
        aside = person.aside if place == len(names) - 1 else ""
        yield NamedPerson(capitalised(name), None, aside)


def _split(words: Sequence[str], count: int, opening: frozenset[str] = _OPENING) -> list[str]:
    """Return the names that `words` are, `count` of them; none where it may be done two ways."""
    ways = [way for way in _ways(words, count, opening) if all(2 <= len(part) <= 5 for part in way)]
    if len(ways) > 1:
        ways = [way for way in ways if all(len(part) > 2 for part in way)]
    return [" ".join(part) for part in ways[0]] if len(ways) == 1 else []


def _ways(
    words: Sequence[str], count: int, opening: frozenset[str]
) -> Iterator[list[Sequence[str]]]:
    if count == 1:
        yield [words]
        return
    for end in range(2, len(words) - 1):
        if words[end].casefold() in opening:
            for rest in _ways(words[end:], count - 1, opening):
                yield [words[:end], *rest]
