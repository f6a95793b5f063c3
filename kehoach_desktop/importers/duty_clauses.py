"""Clauses on reporting become proposed duties: who reports to whom, and when."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kehoach_desktop.domain.agency import concerns_commune
from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.duty_proposal import ProposedDuty
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.text import fold, nfc, squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.body_names import BODY
from kehoach_desktop.importers.duty_times import times_in
from kehoach_desktop.importers.ordinals import SIGNS
from kehoach_desktop.importers.sentences import subject_of

SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-ZĐÀ-Ỹ])|;\s+")
HEADING = re.compile(
    r"(?P<label>[IVXLC]{1,6}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*|[a-zđ](?=\)))[.)]\s*(?P<text>\S.*)", re.S
)
BULLET = re.compile(rf"^[-–+*{SIGNS}]\s*")
TITLE = re.compile(r"^[^:.]{0,60}\bbáo cáo[^:.]{0,40}:\s*", re.IGNORECASE)
REPORT = re.compile(r"\bbao cao\b")
# A report that was heard or is cited is none that somebody owes.
HEARD = re.compile(
    r"\b(?:xem xet|nghe|theo|tai|can cu|qua|tren co so|tiep thu|so voi|y kien)(?: cac| noi dung)? "
    r"bao cao(?= (?:cua|so|nay|tren|tai)\b)"
)
OWN_PLAN = re.compile(r"\b(xay dung|ban hanh)\b[^.;]{0,30}\bke hoach\b")
ON_REQUEST = re.compile(r"báo cáo đột xuất(?:\s+(?:theo|khi)\s+(?:có\s+)?yêu cầu)?", re.IGNORECASE)
RHYTHM = re.compile(r"\b(?:hang|dinh ky|moi) (?:tuan|thang|quy|nam)\b")
_UNTIL = (
    r"(?=\s*(?:\(?\s*(?:trước|chậm nhất|muộn nhất|định kỳ|hằng|hàng|vào)\b|,?\s*\bvề\s+(?:kết quả|"
    r"tình hình|tiến độ|việc)|\bđể\b|\btheo\b|\bkết quả\b|\btình hình\b|\btiến độ\b|[.;]|\)|$))"
)
ADDRESSED = tuple(
    re.compile(rf"\b(?:{words})\s+(?P<to>[^.;]+?){_UNTIL}", re.IGNORECASE)
    for words in (
        r"gửi(?:\s+(?:báo cáo|kết quả))?\s+(?:về|cho|đến|tới)|gửi",
        r"(?<!đạo )về",
        r"báo cáo(?:\s+(?:về|cho|với|lên))?",
        r"trình",
    )
)
_ADDRESSEE = re.compile(rf"{BODY.pattern}|(?:thường trực|lãnh đạo)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Path:
    """The headings over a paragraph, the outermost first, each with its label and words."""

    kept: list[tuple[int, str, str]] = field(default_factory=list)

    def enter(self, label: str, words: str) -> None:
        depth = 0 if label.isupper() else 1 + label.count(".") if label[0].isdigit() else 8
        self.kept = [heading for heading in self.kept if heading[0] < depth]
        self.kept.append((depth, label, words))

    @property
    def section(self) -> str:
        """The labels on one line: "III.1.c"."""
        labels = [
            label for depth, label, _words in self.kept if depth in (0, 8) or "." not in label
        ]
        dotted = [label for _depth, label, _words in self.kept if "." in label]
        return dotted[-1] if dotted else ".".join(labels)

    @property
    def body(self) -> str:
        """The body that the innermost heading names, "" where it names none."""
        words = squeeze(self.kept[-1][2]) if self.kept else ""
        if subject := subject_of(words):
            return subject
        return words.rstrip(" :.") if len(words) < 160 and BODY.match(words) else ""


def proposed_duties(
    paragraphs: Sequence[str], taken: Container[str] = frozenset(), issuer: str = ""
) -> tuple[tuple[ProposedDuty, ...], tuple[Finding, ...]]:
    """Return the duties that the paragraphs of a plan ask for, and what is odd about them.

    `taken` are paragraphs that are tasks already. What a commune's own plan (by its `issuer`) asks
    for is the commune's, else where its bodies or nobody is named. An impossible
    day gives no duty but a finding; so does a duty with two days.
    """
    path = _Path()
    duties: list[ProposedDuty] = []
    findings: list[Finding] = []
    for raw in paragraphs:
        paragraph = squeeze(nfc(raw))
        if paragraph in taken:
            continue
        if found := HEADING.fullmatch(paragraph):
            path.enter(found["label"], found["text"])
            paragraph = found["text"] if found["text"] not in taken else ""
        for sentence in SENTENCE.split(BULLET.sub("", paragraph)):
            _read(sentence.strip(), path, duties, findings)
    own = concerns_commune(issuer, "").yes
    owed = tuple(replace(duty, ours=own or _is_named(duty.sender)) for duty in duties)
    return owed, (*findings, *_contradictions(duties), *map(_told, owed))


def _told(duty: ProposedDuty) -> Finding:
    """Return what the review says of a duty: who reports when."""
    known = mark("Đề xuất nghĩa vụ báo cáo: “{who}”, “{phrase}”.")
    unknown = mark("Đề xuất nghĩa vụ báo cáo, chưa rõ ai báo cáo: “{phrase}”.")
    text = (known if duty.sender else unknown).format(who=duty.sender, phrase=duty.phrase)
    return Finding(Severity.INFO, _place(duty.section), text)


def _place(section: str) -> str:
    return mark("Mục {section}").format(section=section) if section else mark("Lời văn")


def _is_named(sender: str) -> bool:
    return not sender or concerns_commune(sender, "").yes


def _read(sentence: str, path: _Path, duties: list[ProposedDuty], findings: list[Finding]) -> None:
    """Add what a sentence asks for to `duties`, and its impossible days to `findings`."""
    key, bare = HEARD.sub("", fold(sentence)), TITLE.sub("", sentence)
    if not REPORT.search(key) and not OWN_PLAN.search(key):
        return
    times = [time for time in times_in(sentence) if REPORT.search(key) or time.is_fixed]
    place = _place(path.section)
    for time in times:
        if time.rule is None:
            message = mark("Không có ngày “{text}” trong lịch.").format(text=time.phrase)
            findings.append(Finding(Severity.CHECK, place, message))
    rules = [(time.phrase, time.rule) for time in times if time.rule is not None]
    if rules:
        asked = ON_REQUEST.search(sentence)
        wanted = [*rules, *([(asked[0], None)] if asked else [])]
        duties.extend(_duty(bare, phrase, rule, path) for phrase, rule in wanted)
    elif RHYTHM.search(key) and not times and len(sentence) < 400:
        message = mark("Có chế độ báo cáo nhưng không thấy ngày gửi: “{text}”.")
        findings.append(Finding(Severity.INFO, place, message.format(text=bare[:160])))


def _duty(sentence: str, phrase: str, rule: DutyRule | None, path: _Path) -> ProposedDuty:
    sender = subject_of(sentence) or path.body
    return ProposedDuty(sentence, phrase, rule, sender, _addressee(sentence), path.section)


def _addressee(sentence: str) -> str:
    """Return the body that a report goes to, as written; "" where the sentence names none."""
    for pattern in ADDRESSED:
        for found in pattern.finditer(sentence):
            words = squeeze(found["to"]).strip(" ,(")
            if _ADDRESSEE.match(words) and len(words) < 200:
                return words + (")" if words.count("(") > words.count(")") else "")
    return ""


def _contradictions(duties: Sequence[ProposedDuty]) -> Iterator[Finding]:
    """Yield a finding where one body owes one report on two different days."""
    seen: dict[tuple[str, str, str], ProposedDuty] = {}
    for duty in duties:
        if duty.rule is None or duty.rule.on is not None:
            continue
        key = (fold(duty.sender), fold(duty.recipient), duty.rule.rhythm.value)
        other = seen.setdefault(key, duty)
        if other.rule != duty.rule:
            message = mark("Cùng một báo cáo mà ghi hai hạn: “{one}” và “{two}”.")
            text = message.format(one=other.phrase, two=duty.phrase)
            yield Finding(Severity.CHECK, _place(duty.section), text)
