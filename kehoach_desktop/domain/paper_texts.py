"""The papers whose words the clerk gives: submission, notice, invitation, minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kehoach_desktop.domain.narrative_wording import committee_of, letter, sentence
from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_frame import BLANK, Signature, addressees_of
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import frame_of, issuer_of
from kehoach_desktop.domain.report import Block, BlockKind
from kehoach_desktop.domain.text import capital

END = "./."
_MARKED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-+]) ")
_FORM_OF_ADDRESS = re.compile(r"(?:Ông|Bà|Đồng chí|Đ/c)\s+(?:\([^)]*\)\s*)?", re.IGNORECASE)


def paragraph(text: str) -> Block:
    """Return a plain paragraph."""
    return Block(BlockKind.PARAGRAPH, text)


def part(number: str, title: str) -> Block:
    """Return the heading of a part: "I. SỰ CẦN THIẾT"."""
    return Block(BlockKind.PART, f"{number}. {title}")


def closed(text: str) -> str:
    """Return the last sentence of a text with the mark that ends it."""
    return f"{text.rstrip(' .;,/')}{END}"


def told(lines: Iterable[str]) -> tuple[Block, ...]:
    """Return a paragraph for each line, as sentences; blank dots where there is none."""
    return tuple(paragraph(_ended(line)) for line in lines) or (paragraph(BLANK),)


def numbered(lines: Iterable[str]) -> tuple[Block, ...]:
    """Return the lines numbered 1, 2, 3; a line that bears a number or a dash keeps it."""
    made: list[Block] = []
    count = 0
    for line in lines:
        if _MARKED.match(line):
            count += line[0].isdigit()
            made.append(paragraph(_ended(line)))
        else:
            count += 1
            made.append(paragraph(f"{count}. {_ended(capital(line))}"))
    return tuple(made) or (paragraph(f"1. {BLANK}"),)


def _ended(line: str) -> str:
    if line.endswith((":", ";")):
        return line
    return f"{line.rstrip(' .,')}." if _MARKED.match(line) else sentence(line)


def run_on(asked: PaperRequest, key: str) -> str:
    """Return the lines of a list as one run of words, "; " between them; blank dots for none."""
    lines = (line.rstrip(" .;,") for line in asked.lines(key))
    return "; ".join(line for line in lines if line) or BLANK


def subject_lines_of(asked: PaperRequest) -> tuple[str, ...]:
    """Return the subject in the lines it was given in, blank dots where it was not."""
    return asked.lines("subject") or (BLANK,)


def submission(asked: PaperRequest, sources: Sources) -> Paper:
    """Return a tờ trình: why, what, and what is asked for."""
    addressees = addressees_of(asked.text("addressee")) or (BLANK,)
    frame = frame_of(asked, sources, subject_lines_of(asked), addressees)
    who, whom = issuer_of(sources.office, asked).short_name, addressees[0]
    request = asked.text("request")
    end = request or f"{who} kính trình {whom} xem xét, quyết định"
    contents = (
        part("I", "SỰ CẦN THIẾT"),
        *told(asked.lines("need")),
        part("II", "NỘI DUNG TRÌNH"),
        *numbered(asked.lines("content")),
        part("III", "KIẾN NGHỊ"),
        paragraph(closed(end)),
    )
    return Paper(frame, contents)


def notice(asked: PaperRequest, sources: Sources) -> Paper:
    """Return a thông báo: an opening, one line for each matter, and the closing sentence."""
    frame = frame_of(asked, sources, subject_lines_of(asked))
    opening = told(asked.lines("opening")) if asked.lines("opening") else ()
    lines = asked.lines("content")
    matters = numbered(lines) if len(lines) != 1 else told(lines)
    who = frame.issuer.short_name if frame.issuer.parent else committee_of(sources.office)
    end = asked.text("closing", f"{who} thông báo để các cơ quan, đơn vị biết, thực hiện")
    return Paper(frame, (*opening, *matters, paragraph(closed(end))))


def invitation(asked: PaperRequest, sources: Sources) -> Paper:
    """Return a giấy mời: whom, to what, who chairs, when, where, what about."""
    frame = frame_of(asked, sources, subject_lines_of(asked))
    guests = asked.entries("guests") or (BLANK,)
    event = asked.text("event", " ".join(asked.lines("subject"))).rstrip(" .") or BLANK
    facts = (
        f"Chủ trì: {asked.ended('chair')}.",
        f"Thời gian: {asked.ended('time')}.",
        f"Địa điểm: {asked.ended('location')}.",
        f"Nội dung: {run_on(asked, 'agenda')}.",
    )
    ends = [";"] * (len(guests) - 1) + ["."]
    end = asked.text("prepare", "Đề nghị các đại biểu dự họp đầy đủ, đúng thành phần")
    contents = (
        paragraph(f"{frame.issuer.name} trân trọng kính mời:"),
        *(paragraph(f"- {guest}{mark}") for guest, mark in zip(guests, ends, strict=True)),
        paragraph(f"Tới dự {event[:1].lower()}{event[1:]}."),
        *(paragraph(f"{number}. {fact}") for number, fact in enumerate(facts, start=1)),
        paragraph(closed(end)),
    )
    return Paper(replace(frame, first_recipient="Thành phần mời"), contents)


def minutes(asked: PaperRequest, sources: Sources) -> Paper:
    """Return a biên bản (NĐ 30/2020, Phụ lục III, mẫu 1.9), signed by secretary and chair."""
    frame = frame_of(asked, sources, subject_lines_of(asked))
    absent = f" Vắng: {run_on(asked, 'absent')}." if asked.lines("absent") else ""
    present = f"{run_on(asked, 'attendees')}.{absent}"
    course = numbered(asked.lines("content"))
    after = sum(block.text[:1].isdigit() for block in course) + 1
    contents = (
        paragraph(f"Thời gian bắt đầu: {asked.ended('start')}."),
        paragraph(f"Địa điểm: {asked.ended('location')}."),
        paragraph(f"Thành phần tham dự: {present}"),
        paragraph(f"Chủ trì (chủ tọa): {asked.ended('chair')}."),
        paragraph(f"Thư ký (người ghi biên bản): {asked.ended('secretary')}."),
        paragraph("Nội dung (theo diễn biến cuộc họp):"),
        *course,
        *_conclusions(asked, after),
        paragraph("Biên bản được đọc để các thành viên dự họp cùng nghe, thống nhất."),
        paragraph(closed(f"Cuộc họp kết thúc vào {asked.ended('end')}")),
    )
    signed = replace(
        frame,
        signature=Signature(("CHỦ TỌA",), _person(asked.blank("chair"))),
        second_signature=Signature(("THƯ KÝ",), _person(asked.blank("secretary"))),
        recipients=asked.entries("recipients") or ("Thành phần dự họp",),
        archive="Lưu: VT, Hồ sơ",
    )
    return Paper(signed, contents)


def _conclusions(asked: PaperRequest, number: int) -> tuple[Block, ...]:
    lines = asked.lines("conclusion")
    if not lines:
        return ()
    points = (f"{letter(index)}) {_ended(line)}" for index, line in enumerate(lines))
    head = paragraph(f"{number}. Chủ tọa kết luận:")
    return (head, *(Block(BlockKind.POINT, point) for point in points))


def _person(named: str) -> str:
    """Return the name out of "Bà Võ Thị Lan Chi, Phó Chủ tịch"."""
    return _FORM_OF_ADDRESS.sub("", named, count=1).split(",")[0].strip()
