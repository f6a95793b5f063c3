"""The commands around issued papers: give a number, show the register, bring a paper back."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kehoach_desktop.cli import as_words
from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.cli.paper_commands import add_writer, given_of, made_of, paper_number
from kehoach_desktop.cli.shared_arguments import Commands, Parser, add_json, add_store, day, year
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.issued_paper import IssuedPaper, NothingToIssue, Series
from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_book import check_keys
from kehoach_desktop.domain.paper_frame import Frame
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.domain.text import short_date
from kehoach_desktop.files import replace_file
from kehoach_desktop.i18n import _


class Tampered(KehoachError):
    """A file is not the one that was issued."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            _("Tệp không đúng với văn bản {symbol} lúc phát hành.").format(symbol=symbol),
            hint=_("Lấy lại bản đã phát hành: kehoach issued MÃ -o OUT.docx."),
        )


def add_issue_commands(commands: Commands[Parser]) -> None:
    """Let `issue`, `register` and `issued` keep the register of papers."""
    issue = add_writer(commands, "issue", _("phát hành văn bản: cấp số, ghi sổ, giữ nguyên bản"))
    issue.add_argument("--number", type=paper_number, metavar="N", help=_("thiếu: số kế tiếp"))
    issue.add_argument("--date", type=day, required=True, metavar=_("NGÀY"))
    issue.add_argument("--replaces", default="", metavar="ID", help=_("văn bản được thay thế"))
    register = commands.add_parser("register", help=_("sổ văn bản đi của một năm"))
    add_store(register, own=True)
    register.add_argument("--year", type=year, metavar=_("NĂM"))
    add_json(register)
    issued = commands.add_parser("issued", help=_("lấy lại, đối chiếu văn bản đã phát hành"))
    issued.add_argument("paper", metavar="ID")
    add_store(issued, own=True)
    issued.add_argument("-o", "--output", type=Path, metavar="OUT.docx")
    issued.add_argument("--compare", type=Path, metavar=_("TỆP"))
    add_json(issued)


def issue(asked: argparse.Namespace, tools: Tools) -> None:
    """Write a paper with its number and keep it in the register as it is."""
    request = PaperRequest(asked.kind, given_of(asked.given), asked.number, asked.date)
    check_keys(request)
    with tools.open_desk(asked.store) as desk:
        made, frame = _whole(request, asked, desk)
        desk.issuing.refuse_taken(frame)
        if asked.replaces:
            desk.issuing.issued(asked.replaces)
        where = tools.write_paper(made, asked.output, as_words.warn)
        kept = desk.issuing.issue(frame, where.read_bytes(), _data(request, asked), asked.replaces)
    answer(asked, {"paper": str(where), **_of_issued(kept)}, [_line(kept)])


def _data(request: PaperRequest, asked: argparse.Namespace) -> str:
    period = asked.period.key if asked.period else None
    value = {"given": dict(request.given), "period": period, "all": asked.all}
    return json.dumps(value, ensure_ascii=False)


def _whole(
    request: PaperRequest, asked: argparse.Namespace, desk: Desk
) -> tuple[Paper | PeriodReport, Frame]:
    """Return the paper with its number; the next of its series where none was given."""
    made, gaps = made_of(request, asked, desk)
    if made.frame is None or gaps:
        raise NothingToIssue(gaps)
    if request.number is None:
        number = desk.issuing.next_number(made.frame, asked.date.year)
        made, _gaps = made_of(replace(request, number=number), asked, desk)
    assert made.frame is not None
    return made, made.frame


def register(asked: argparse.Namespace, tools: Tools) -> None:
    """List the papers of a year, with the numbers that were left out."""
    with tools.open_desk(asked.store, writing=False) as desk:
        number = asked.year or desk.reporting.today().year
        held = desk.issuing.register(number)
    value: Json = {"year": number, "series": [_of_series(series) for series in held]}
    answer(asked, value, (line for series in held for line in _series_lines(series)))


def issued(asked: argparse.Namespace, tools: Tools) -> None:
    """Bring an issued paper back, or compare a file with it."""
    with tools.open_desk(asked.store, writing=False) as desk:
        paper, file = desk.issuing.issued(asked.paper)
        given = [None] if asked.compare is None else [None, _bytes(asked.compare)]
        untouched = all(desk.issuing.is_untouched(asked.paper, one) for one in given)
    if not untouched:
        raise Tampered(paper.symbol)
    if asked.output is not None:
        replace_file(asked.output, lambda draft: _copy(file, draft))
    value: Json = {**_of_issued(paper), "equal": True, "data": json.loads(paper.data)}
    answer(asked, value, [_line(paper)])


def _bytes(path: Path) -> bytes:
    """Return what is in the file, nothing where it cannot be read: then it is not the paper."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _copy(file: bytes, draft: BinaryIO) -> None:
    draft.write(file)


def _of_issued(paper: IssuedPaper) -> Json:
    return {
        "id": paper.id,
        "kind": paper.kind.value,
        "number": paper.number,
        "symbol": paper.symbol,
        "date": iso(paper.issued_on),
        "subject": paper.subject,
        "signer": paper.signer,
        "sha256": paper.sha256,
        "replaces": paper.replaces or None,
    }


def _of_series(series: Series) -> Json:
    return {
        "series": series.name,
        "papers": [_of_issued(paper) for paper in series.papers],
        "gaps": list(series.gaps),
        "out_of_order": [paper.id for paper in series.out_of_order],
    }


def _series_lines(series: Series) -> Iterator[str]:
    yield from map(_line, series.papers)
    if series.gaps:
        numbers = ", ".join(map(str, series.gaps))
        yield _("{series}: bỏ trống số {numbers}").format(series=series.name, numbers=numbers)


def _line(paper: IssuedPaper) -> str:
    return "\t".join((paper.id, paper.symbol, short_date(paper.issued_on), paper.subject))
