"""How long a report of 500 rows takes to be written, against docxtpl doing the same table."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from kehoach_desktop.documents.fields import TASK_SLOTS, appendices, frame_of, head_values
from kehoach_desktop.documents.paper_writer import write_any
from kehoach_desktop.documents.period_report import shipped_template
from kehoach_desktop.documents.words_xml import PLACEHOLDER, Element, names_in, text_of, w
from kehoach_desktop.domain.report import PeriodReport
from tests.documents.binh_minh import OFFICE
from tests.documents.papers import a_report, rows

ROWS, TRIES = 500, 9
AIM = 1.0


def main() -> int:
    """Print both medians and their ratio; exit 1 where ours is the slower one."""
    count = int(sys.argv[1]) if sys.argv[1:] else ROWS
    report = a_report(OFFICE, rows(count))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "bc.docx"
        theirs = prepared(Path(folder) / "mau.docx")
        ours, same = measured(
            partial(write_ours, report, target), partial(write_theirs, report, theirs, target)
        )
    ratio = ours / same
    print(f"{count} rows: ours {ours * 1000:.0f} ms, docxtpl {same * 1000:.0f} ms")
    print(f"ratio {ratio:.2f} (aim: at most {AIM:.2f})")
    return int(ratio > AIM)


def measured(first: Callable[[], None], second: Callable[[], None]) -> tuple[float, float]:
    """Return the medians of several tries in seconds, in turns, after one that is not counted."""
    first()
    second()
    tries = [(_seconds(first), _seconds(second)) for _try in range(TRIES)]
    return median(one for one, _other in tries), median(other for _one, other in tries)


def _seconds(write: Callable[[], None]) -> float:
    start = perf_counter()
    write()
    return perf_counter() - start


def write_ours(report: PeriodReport, target: Path) -> None:
    """Write the whole report, its text and its appendix, checked and reopened."""
    shipped = shipped_template().parent
    write_any(report, target, (shipped, shipped))


def prepared(target: Path) -> Path:
    """Write our template with the rows of the appendix in the words of docxtpl."""
    from docx import Document

    document: Any = Document(str(shipped_template()))
    body = document.element.body
    for paragraph in body.iter(w("p")):
        for name in names_in(paragraph):
            if name.startswith("nv."):
                _say(paragraph, f"{{{{ r.{name.removeprefix('nv.')} }}}}")
            elif "." in name or name not in head_values_named():
                _say(paragraph, "")
    row = next(row for row in body.iter(w("tr")) if "r.noi_dung" in text_of(row))
    for words, put in (("{%tr for r in rows %}", row.addprevious), ("{%tr endfor %}", row.addnext)):
        mark = deepcopy(row)
        for index, cell in enumerate(mark.iter(w("p"))):
            _say(cell, words if index == 0 else "")
        put(mark)
    document.save(str(target))
    return target


def head_values_named() -> frozenset[str]:
    """Return the names of the values that stand once in the head of a report."""
    return frozenset(head_values(frame_of(a_report(OFFICE, rows(1)))))


def _say(paragraph: Element, words: str) -> None:
    texts = list(paragraph.iter(w("t")))
    for index, text in enumerate(texts):
        text.text = PLACEHOLDER.sub("", words) if not words else (words if index == 0 else "")


def write_theirs(report: PeriodReport, template: Path, target: Path) -> None:
    """Let docxtpl write the head and the rows of the appendix; the text it leaves out."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(str(template))
    values = [row for _name, row in appendices(report)[0].rows if "nv.noi_dung" in row]
    told = [{slot: row[f"nv.{slot}"] for slot in TASK_SLOTS} for row in values]
    document.render({"rows": told, **head_values(frame_of(report))}, autoescape=True)
    document.save(str(target))


if __name__ == "__main__":
    sys.exit(main())
