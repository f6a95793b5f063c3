"""The command that writes a paper of any kind."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from kehoach_desktop.cli import as_words
from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.cli.shared_arguments import Commands, Parser, add_json, add_store, day, output
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.paper_book import check_keys, keys_of, kind_named
from kehoach_desktop.domain.paper_frame import TYPES, PaperKind
from kehoach_desktop.domain.paper_request import TASKS, TEAMS, PaperRequest
from kehoach_desktop.domain.paper_week import Week
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.text import clean
from kehoach_desktop.i18n import _
from kehoach_desktop.services.papers import Made, Span


def add_paper_command(commands: Commands[Parser]) -> None:
    """Let `paper` write a paper of any kind."""
    paper = add_writer(commands, "paper", _("lập một văn bản thành tệp .docx"))
    paper.add_argument("--number", type=paper_number, metavar="N", help=_("thiếu: dự thảo"))
    paper.add_argument("--date", type=day, metavar=_("NGÀY"), help=_("ngày ký; thiếu: để trống"))


def add_writer(commands: Commands[Parser], name: str, about: str) -> Parser:
    """Return a command that writes a paper, without number and day."""
    paper: Parser = commands.add_parser(
        name,
        help=about,
        epilog=_list_of_keys(),
    )
    paper.add_argument("kind", type=paper_kind, metavar="KIND", help=_("loại văn bản, xem dưới"))
    add_store(paper, own=True)
    paper.add_argument(
        "--period", type=_span, metavar=_("KỲ"), help=_("kỳ 2025-10, 2025-Q3, 2025 hoặc 2025-W42")
    )
    paper.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="given")
    words = _("công văn đôn đốc các đơn vị chậm gửi phiếu của kỳ")
    paper.add_argument(
        "--remind", action="append_const", const="remind=phieu", dest="given", help=words
    )
    paper.add_argument(
        "--task",
        action="append",
        type=_of_task,
        dest="given",
        metavar="ID",
        help=_("kế hoạch: chỉ nhiệm vụ này (nhiều lần được)"),
    )
    paper.add_argument("--all", action="store_true", help=_("tất cả nhiệm vụ của kế hoạch"))
    of_teams = _("quyết định, tờ trình về tổ này (nhiều lần được); owed: mọi tổ còn nợ quyết định")
    paper.add_argument("--team", action="append", default=[], metavar=_("TỔ"), help=of_teams)
    paper.add_argument("-o", "--output", type=output(".docx"), required=True, metavar="OUT.docx")
    add_json(paper)
    return paper


def _of_task(text: str) -> str:
    return f"{TASKS}={text}"


def _list_of_keys() -> str:
    lines = [f"  {kind.value}: {', '.join(keys_of(kind))}" for kind in PaperKind]
    value = _("Giá trị nhiều dòng cách nhau bằng “|”; KEY=@TỆP đọc giá trị từ tệp văn bản UTF-8.")
    return "\n".join((_("Các loại và mục điền bằng --set:"), *lines, value)).replace("%", "%%")


def paper_kind(text: str) -> PaperKind:
    """Return the kind of that name; argparse reports anything else."""
    try:
        return kind_named(text)
    except ValueError as refusal:
        known = ", ".join(PaperKind)
        sentence = _("không có loại văn bản “{text}”; các loại: {known}")
        raise argparse.ArgumentTypeError(sentence.format(text=text, known=known)) from refusal


def _span(text: str) -> Span:
    try:
        return Week.parse(text) if "w" in text.lower() else ReportingPeriod.parse(text)
    except KehoachError as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


def paper_number(text: str) -> int:
    """Return the number of a paper; argparse reports anything else."""
    if not text.isdigit() or not 0 < int(text) < 100_000:
        raise argparse.ArgumentTypeError(_("“{text}” không phải số văn bản").format(text=text))
    return int(text)


class UnreadableValue(KehoachError):
    """A setting has no "=", or the file it names cannot be read."""

    def __init__(self, setting: str) -> None:
        super().__init__(
            _("Không đọc được mục “{setting}”.").format(setting=setting[:80]),
            hint=_("Viết --set KEY=VALUE, hoặc KEY=@TỆP với tệp văn bản UTF-8."),
        )


def made_of(desk: Desk, request: PaperRequest, asked: argparse.Namespace) -> Made:
    """Return the paper asked for, on the teams named if there are any."""
    return desk.team_papers.made(request, asked.period, all_tasks=asked.all)


def request_of(asked: argparse.Namespace) -> PaperRequest:
    """Return what was asked for. Raises UnreadableValue."""
    given = given_of(asked.given)
    given |= {TEAMS: "; ".join(asked.team)} if asked.team else {}
    return PaperRequest(asked.kind, given, asked.number, asked.date)


def paper(asked: argparse.Namespace, tools: Tools) -> None:
    """Write a paper; what nobody gave is left blank and named."""
    request = request_of(asked)
    if not request.is_on_teams:
        check_keys(request)
    with tools.open_desk(asked.store, writing=False) as desk:
        made = made_of(desk, request, asked)
    where = tools.write_paper(made.paper, asked.output, as_words.warn)
    value: Json = {
        "paper": str(where),
        "kind": request.kind.value,
        "number": request.number,
        "date": iso(request.issued_on),
        "gaps": list(made.gaps),
    }
    value["doubts"] = list(made.doubts)
    answer(asked, value, [*_lines(where, request.kind, made.gaps), *made.doubts])


def given_of(settings: list[str]) -> dict[str, str]:
    """Return the values by their keys, tasks named apart in one. Raises UnreadableValue."""
    given: dict[str, str] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise UnreadableValue(setting)
        several = [given[TASKS]] if key.strip() == TASKS and TASKS in given else []
        value = clean(_from_file(value[1:]) if value.startswith("@") else value)
        given[key.strip()] = "; ".join((*several, value))
    return given


def _from_file(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as refusal:
        raise UnreadableValue(name) from refusal


def _lines(where: Path, kind: PaperKind, gaps: tuple[str, ...]) -> Iterator[str]:
    yield _("Đã lập {kind}: {path}").format(kind=TYPES[kind].name, path=where)
    if gaps:
        yield _("Còn để trống: {gaps}.").format(gaps=", ".join(gaps))
