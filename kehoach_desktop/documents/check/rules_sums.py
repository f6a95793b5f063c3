"""Rules of sums told in sentences: rates, what is left, averages, money and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.counting import number_of, percent_agrees, spoken_number
from kehoach_desktop.documents.check.looks import paragraphs_of
from kehoach_desktop.documents.check.rules_figures import BRACKETED, MEASURED, PERCENT, N
from kehoach_desktop.documents.check.verbatim import own_words
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
WORD = r"[^\W\d_]+"
RATED_COUNT = re.compile(
    rf"(?<![\d/.,]){N} ({WORD})(?: {WORD}){{0,4}}\s*(?:\(|, )(?:đạt|chiếm|bằng|tỷ lệ)"
    rf"(?: {WORD}){{0,3}} {PERCENT}"
)
LEFT = re.compile(
    rf"{N}/{N} ({WORD}(?: {WORD})?)\b.{{0,160}}?(?<![\d/.,]){N} \3 còn lại\b(?! (?:từ|của)\b)"
)
AVERAGE = re.compile(rf"bình quân (?:là |đạt )?(\d+(?:,\d+)?) ({WORD}(?: {WORD})?)/({WORD})")
MONEY = re.compile(
    rf"(?<![\d.,]){N} ((?:triệu |tỷ )?đồng)[^.;:\d]{{0,60}}(?:trong đó|gồm):"
    r"(.*?)(?:\.\s|\./\.|\.?$)"
)
DECIMAL_MONEY = re.compile(r"\d,\d+ (?:triệu |tỷ )?đồng")
IN_WORDS = re.compile(rf"(?<![\d.,]){N} đồng\s*\((?:bằng chữ\s*:?\s*)?([^()]+?)\)", re.IGNORECASE)


STATES = "chủ trì|phối hợp|nam|nữ|đúng hạn|trong hạn|quá hạn|hoàn thành|đã|đang|chưa"
STATE = rf"(?:{STATES})\b[^,;()\d]*"
RATE = re.compile(r"\s*\([^()]*%[^()]*\)")
SPLIT = re.compile(
    rf"(?<![\d/.,])(?:{N}/)?{N} ({WORD}(?: {WORD})?)(?: {WORD}){{0,3}}\s*"
    rf"(?:\(|[^.;:()\d]{{0,40}}, (?:trong đó|gồm):? )"
    rf"((?:{N}(?: \3)? {STATE}[,;]? ?){{2,}})"
)


def sum_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what a sentence reckons otherwise than its own numbers give."""
    for paragraph in paragraphs_of(anatomy.paper.blocks):
        text = own_words(nfc(paragraph.said))
        if any(letter.isdigit() for letter in text) and not where.is_quoted(paragraph):
            place = where.paragraph(paragraph)
            for sentence in re.split(r"\.\s+(?=\D)", text):
                yield from _rates(sentence, place)
                yield from _averages(sentence, place)
            yield from _left(text, place)
            yield from _splits(text, place)
            yield from _money(text, place)


def _rates(sentence: str, place: str) -> Findings:
    """Hold "475 hồ sơ, đã trả 458 hồ sơ (đạt 96,42%)" against the larger counts before it."""
    for hit in RATED_COUNT.finditer(sentence):
        before, part = sentence[: hit.start()], number_of(hit[1])
        counts = [number_of(n) for n in re.findall(rf"(?<![\d/.,]){N} {hit[2]}\b", before)]
        wholes = [count for count in counts if count >= part]
        measured = MEASURED.search(sentence[hit.start() : hit.end() + 30])
        listed = re.search(r"trong đó|\d/\d", before)
        if not wholes or measured or listed:
            continue
        if not any(percent_agrees(hit[3], part, whole) for whole in wholes):
            message = _("Tỷ lệ {percent}% không khớp với {part}/{total}.")
            said = message.format(percent=hit[3], part=part, total=wholes[-1])
            yield found("percentage", place, said, Severity.CHECK)


def _averages(sentence: str, place: str) -> Findings:
    for hit in AVERAGE.finditer(sentence):
        before = sentence[: hit.start()]
        counts = [re.findall(rf"(?<![\d/.,]){N} {unit}\b", before) for unit in hit.group(2, 3)]
        shared, over = counts
        if len(shared) == len(over) == 1 and number_of(over[0]):
            mean = number_of(shared[0]) / number_of(over[0])
            slack = 0.1 if "," in hit[1] else 1
            if abs(float(hit[1].replace(",", ".")) - mean) >= slack:
                message = _("“{text}”: {total} chia {count} được {mean}.")
                shown = f"{mean:.1f}".replace(".", ",")
                said = message.format(text=hit[0], total=shared[0], count=over[0], mean=shown)
                yield found("figures-in-text", place, said)


def _left(text: str, place: str) -> Findings:
    for hit in LEFT.finditer(text):
        part, total, left = (number_of(hit[group]) for group in (1, 2, 4))
        if part <= total and part + left != total:
            message = _("{part}/{total} thì còn lại {left}, đang ghi {said}.")
            said = message.format(part=hit[1], total=hit[2], left=total - part, said=hit[4])
            yield found("figures-in-text", place, said)


def _splits(text: str, place: str) -> Findings:
    """Hold "18 nhiệm vụ (05 chủ trì, 13 phối hợp)" against its parts, by states that shut out."""
    for hit in SPLIT.finditer(RATE.sub("", text)):
        parts = [number_of(n) for n in re.findall(rf"(?<![\d/.,]){N} ", hit[4])]
        if sum(parts) not in {number_of(n) for n in hit.group(1, 2) if n}:
            message = _("{parts} không bằng {total} (“{text}”).")
            shown = " + ".join(map(str, parts))
            said = message.format(parts=shown, total=hit[2], text=hit[0].strip()[:60])
            yield found("figures-in-text", place, said)


def _money(text: str, place: str) -> Findings:
    for hit in IN_WORDS.finditer(text):
        spoken = spoken_number(hit[2])
        if spoken is not None and spoken != number_of(hit[1]):
            message = _("Số tiền {digits} đồng không khớp với chữ “{words}”.")
            yield found("money-words", place, message.format(digits=hit[1], words=hit[2]))
    for hit in MONEY.finditer(BRACKETED.sub("", text)):
        parts = re.findall(rf"(?<![\d.,]){N} {hit[2]}\b", hit[3])
        summed = sum(map(number_of, parts))
        if len(parts) > 1 and not DECIMAL_MONEY.search(hit[3]) and summed != number_of(hit[1]):
            message = _("Các khoản cộng lại được {sum}, tổng ghi {total} {unit}.")
            shown = f"{summed:,}".replace(",", ".")
            said = message.format(sum=shown, total=hit[1], unit=hit[2])
            yield found("figures-in-text", place, said)
