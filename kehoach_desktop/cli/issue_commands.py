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
from kehoach_desktop.cli.as_json import Json, of_counts
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.cli.paper_commands import (
    add_writer,
    made_of,
    paper_number,
    request_of,
)
from kehoach_desktop.cli.shared_arguments import (
    Commands,
    Parser,
    add_json,
    add_store,
    day,
    output,
    year,
)
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.issued_paper import IssuedPaper, Series
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.rebuilt_paper import LIKENESS_WORDS
from kehoach_desktop.domain.snapshot import MadePaper
from kehoach_desktop.domain.text import numbers_in_words, typed_day
from kehoach_desktop.files import replace_file
from kehoach_desktop.i18n import _
from kehoach_desktop.services.issuing import Mends, ReportedFigures, frame_in, refuse_unfit


class Tampered(KehoachError):
    """A file is not the one that was issued."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            _("Tệp không đúng với văn bản {symbol} lúc phát hành.").format(symbol=symbol),
            hint=_("Lấy lại bản đã phát hành: kehoach issued MÃ -o OUT.docx."),
        )


class NothingToCompare(KehoachError):
    """The file that was to be compared cannot be read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Không đọc được tệp “{name}”; chưa so sánh.").format(name=name),
            hint=_("Xem lại tên tệp và thư mục."),
        )


def add_issue_commands(commands: Commands[Parser]) -> None:
    """Let `issue`, `register` and `issued` keep the register of papers."""
    issue = add_writer(commands, "issue", _("phát hành văn bản: cấp số, ghi sổ, giữ nguyên bản"))
    issue.add_argument("--number", type=paper_number, metavar="N", help=_("thiếu: số kế tiếp"))
    issue.add_argument("--date", type=day, required=True, metavar=_("NGÀY"))
    add_despite(issue)
    issue.add_argument("--replaces", default="", metavar="ID", help=_("văn bản được thay thế"))
    register = commands.add_parser("register", help=_("sổ văn bản đi của một năm"))
    add_store(register, own=True)
    register.add_argument("--year", type=year, metavar=_("NĂM"))
    figures = _("kèm số liệu đã báo cáo, theo bản sửa đổi, thay thế sau cùng")
    register.add_argument("--figures", action="store_true", help=figures)
    add_json(register)
    issued = commands.add_parser("issued", help=_("lấy lại, đối chiếu văn bản đã phát hành"))
    issued.add_argument("paper", metavar="ID")
    add_store(issued, own=True)
    issued.add_argument("-o", "--output", type=output(".docx"), metavar="OUT.docx")
    issued.add_argument("--compare", type=Path, metavar=_("TỆP"))
    rebuild = _("lập lại từ dữ liệu lúc phát hành rồi đối chiếu")
    issued.add_argument("--rebuild", action="store_true", help=rebuild)
    add_json(issued)


def add_despite(parser: Parser) -> None:
    """Let `--despite` give the reason for a signer, or a day, that is doubtful."""
    words = _("lý do vẫn phát hành khi người ký, ngày ký, văn bản được dẫn chưa khớp")
    parser.add_argument("--despite", default="", metavar="T", help=words)


def issue(asked: argparse.Namespace, tools: Tools) -> None:
    """Write a paper with its number and keep it in the register as it is."""
    request = request_of(asked)
    with tools.open_desk(asked.store) as desk:
        made, mends = _whole(request, asked, desk), Mends(asked.replaces)
        desk.issuing.refuse(made, mends)
        where = tools.write_paper(made, asked.output, as_words.warn)
        fixes = desk.team_papers.fixing(request, frame_in(made))
        written = tools.as_written(made, where)
        kept = desk.issuing.issue(made, written, _data(request, asked), mends, fixes)
    answer(asked, {"paper": str(where), **of_issued(kept)}, [line_of(kept)])


def _data(request: PaperRequest, asked: argparse.Namespace) -> str:
    period = asked.period.key if asked.period else None
    value = {"given": dict(request.given), "period": period, "all": asked.all}
    value |= {"despite": asked.despite} if asked.despite else {}
    return json.dumps(value, ensure_ascii=False)


def _whole(request: PaperRequest, asked: argparse.Namespace, desk: Desk) -> MadePaper:
    """Return the paper with its number; the next of its series where none was given."""
    made = made_of(desk, request, asked)
    refuse_unfit(made, asked.despite)
    if request.number is None:
        number = desk.issuing.next_number(frame_in(made.paper), asked.date.year)
        numbered = replace(request, number=number)
        made = made_of(desk, numbered, asked)
    return desk.correcting.naming(made.paper, asked.replaces) if asked.replaces else made.paper


def register(asked: argparse.Namespace, tools: Tools) -> None:
    """List the papers of a year, with the numbers that were left out."""
    with tools.open_desk(asked.store, writing=False) as desk:
        number = asked.year or desk.reporting.today().year
        held = desk.issuing.register(number)
        told = desk.issuing.figures(number) if asked.figures else ()
    value: Json = {"year": number, "series": [_of_series(series) for series in held]}
    value |= {"figures": [_of_figures(one) for one in told]} if asked.figures else {}
    lines = [line for series in held for line in _series_lines(series)]
    answer(asked, value, [*lines, *map(_figures_line, told)])


def _of_figures(told: ReportedFigures) -> Json:
    return {
        "period": told.period.key,
        "paper": told.paper.id,
        "symbol": told.paper.symbol,
        **of_counts(told.counts),
    }


def _figures_line(told: ReportedFigures) -> str:
    words = _("{period}: {total} nhiệm vụ, {done} hoàn thành, {late} quá hạn ({symbol})")
    return words.format(
        period=told.period.name,
        total=told.counts.total,
        done=told.counts.done,
        late=told.counts.open_overdue,
        symbol=told.paper.symbol,
    )


def issued(asked: argparse.Namespace, tools: Tools) -> None:
    """Bring an issued paper back, or compare a file with it."""
    with tools.open_desk(asked.store, writing=False) as desk:
        paper, file = desk.issuing.issued(asked.paper)
        given = [None] if asked.compare is None else [None, _bytes(asked.compare)]
        untouched = all(desk.issuing.is_untouched(asked.paper, one) for one in given)
        anew = desk.issuing.rebuild(asked.paper, tools.written) if asked.rebuild else None
        corrected_by = desk.issuing.corrections(asked.paper)
    if not untouched or (anew and not anew.sound):
        raise Tampered(paper.symbol)
    if asked.output is not None:
        replace_file(asked.output, lambda draft: _copy(file, draft))
    value: Json = {**of_issued(paper), "equal": True, "data": json.loads(paper.data)}
    value["corrected_by"] = [later.id for later in corrected_by]
    value |= {"rebuilt": anew.likeness.value} if anew else {}
    answer(asked, value, [line_of(paper), *([_(LIKENESS_WORDS[anew.likeness])] if anew else [])])


def _bytes(path: Path) -> bytes:
    """Return what is in the file. Raises NothingToCompare: what is not there was not changed."""
    try:
        return path.read_bytes()
    except OSError as problem:
        raise NothingToCompare(path.name) from problem


def _copy(file: bytes, draft: BinaryIO) -> None:
    draft.write(file)


def of_issued(paper: IssuedPaper) -> Json:
    """Return a line of the register."""
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
        "relation": paper.relation.value or None,
    }


def _of_series(series: Series) -> Json:
    return {
        "series": series.name,
        "papers": [of_issued(paper) for paper in series.papers],
        "gaps": list(series.gaps),
        "out_of_order": [paper.id for paper in series.out_of_order],
    }


def _series_lines(series: Series) -> Iterator[str]:
    yield from map(line_of, series.papers)
    if series.gaps:
        numbers = numbers_in_words(series.gaps)
        yield _("{series}: bỏ trống số {numbers}").format(series=series.name, numbers=numbers)


def line_of(paper: IssuedPaper) -> str:
    """Return a line of the register for people."""
    return "\t".join((paper.id, paper.symbol, typed_day(paper.issued_on), paper.subject))
