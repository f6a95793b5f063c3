"""The commands that put an issued paper right, tell what changed, and keep its signed copy."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import BinaryIO

from kehoach_desktop.cli import as_words
from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.cli.issue_commands import add_despite, line_of, of_issued
from kehoach_desktop.cli.paper_commands import given_of, paper_number
from kehoach_desktop.cli.shared_arguments import Commands, Parser, add_json, add_store, day, output
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.issued_paper import RELATION_WORDS, NothingToIssue, Relation
from kehoach_desktop.domain.paper_differences import Difference
from kehoach_desktop.domain.signed_copy import SIGNED_WORDS, SignedState
from kehoach_desktop.files import replace_file
from kehoach_desktop.i18n import _
from kehoach_desktop.services.correcting import CorrectionRequest
from kehoach_desktop.services.issuing import Mends, frame_in, refuse_unfit


class SignedCopyUnsound(KehoachError):
    """The signed copy of a paper is not there, gone, or another file by now."""

    def __init__(self, symbol: str, state: SignedState) -> None:
        super().__init__(f"{symbol}: {_(SIGNED_WORDS[state])}.")


def add_correction_commands(commands: Commands[Parser]) -> None:
    """Let `correct`, `changes` and `signed` follow an issued paper."""
    correct = commands.add_parser("correct", help=_("lập văn bản sửa đổi, đính chính, thay thế"))
    correct.add_argument("paper", metavar="ID")
    add_store(correct, own=True)
    how = [relation.value for relation in RELATION_WORDS]
    correct.add_argument("--how", choices=how, default=Relation.AMENDS.value)
    correct.add_argument("--reason", default="", metavar="T")
    about = _("mục cần sửa của văn bản đã phát hành")
    correct.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", dest="given", help=about
    )
    about = _("mục của chính văn bản sửa đổi: signer, recipients, …")
    correct.add_argument("--head", action="append", default=[], metavar="KEY=VALUE", help=about)
    correct.add_argument("--number", type=paper_number, metavar="N")
    correct.add_argument("--date", type=day, metavar=_("NGÀY"))
    correct.add_argument("--issue", action="store_true", help=_("phát hành luôn, cần --date"))
    add_despite(correct)
    correct.add_argument("-o", "--output", type=output(".docx"), required=True, metavar="OUT.docx")
    add_json(correct)
    changes = commands.add_parser("changes", help=_("bảng cũ → mới của văn bản đã phát hành"))
    changes.add_argument("paper", metavar="ID")
    changes.add_argument("--later", metavar="ID", help=_("so với văn bản phát hành sau"))
    add_store(changes, own=True)
    add_json(changes)
    signed = commands.add_parser("signed", help=_("đính kèm, kiểm tra bản ký PDF"))
    signed.add_argument("paper", metavar="ID")
    signed.add_argument("--attach", type=Path, metavar=_("TỆP.pdf"))
    add_store(signed, own=True)
    signed.add_argument("-o", "--output", type=output(".pdf"), metavar="OUT.pdf")
    add_json(signed)


def correct(asked: argparse.Namespace, tools: Tools) -> None:
    """Write the paper that puts another right; with `--issue` keep it in the register."""
    request = CorrectionRequest(
        asked.paper,
        Relation(asked.how),
        asked.reason,
        given_of(asked.given),
        given_of(asked.head),
        asked.number,
        asked.date,
    )
    if asked.issue and asked.date is None:
        raise NothingToIssue(("date",))
    with tools.open_desk(asked.store, writing=asked.issue) as desk:
        made = desk.correcting.correction(request)
        if asked.issue and request.number is None:
            number = desk.issuing.next_number(frame_in(made.paper), asked.date.year)
            made = desk.correcting.correction(replace(request, number=number))
        mends = Mends(asked.paper, request.relation, made.corrected)
        if asked.issue:
            refuse_unfit(made, asked.despite)
            desk.issuing.refuse(made.paper, mends)
        where = tools.write_paper(made.paper, asked.output, as_words.warn)
        value: Json = {"paper": str(where), "gaps": list(made.gaps)}
        value["changes"] = [asdict(change) for change in made.changes]
        if asked.issue:
            kept = desk.issuing.issue(
                made.paper, tools.as_written(made.paper, where), made.data, mends
            )
            value |= of_issued(kept)
    answer(asked, value, [str(where), *_lines(made.changes)])


def changes(asked: argparse.Namespace, tools: Tools) -> None:
    """Print what changed since a paper was issued: in a later paper, or in the store."""
    with tools.open_desk(asked.store, writing=False) as desk:
        if asked.later:
            found = desk.correcting.between(asked.paper, asked.later)
        else:
            found = desk.correcting.changes(asked.paper)
    answer(asked, {"changes": [asdict(change) for change in found]}, _lines(found))


def _lines(found: Iterable[Difference]) -> list[str]:
    lines = [f"{change.place}: {change.before} → {change.after}" for change in found]
    return lines or [_("Không có gì thay đổi.")]


def signed(asked: argparse.Namespace, tools: Tools) -> None:
    """Attach the signed PDF to an issued paper, or tell whether it is there and the same."""
    keeper = tools.signed_copies(asked.store)
    with tools.open_desk(asked.store, writing=asked.attach is not None) as desk:
        paper, _file = desk.issuing.issued(asked.paper)
        if asked.attach is not None:
            today = desk.reporting.today()
            desk.issuing.attach_signed(asked.paper, asked.attach, today, keeper)
        state, copy = desk.issuing.signed(asked.paper, keeper)
    if copy is not None and state is not SignedState.HELD:
        raise SignedCopyUnsound(paper.symbol, state)
    value: Json = {"paper": paper.id, "symbol": paper.symbol, "state": state.value}
    if copy is not None:
        value |= {"name": copy.name, "sha256": copy.sha256, "size": copy.size}
        value["attached_on"] = iso(copy.attached_on)
        if asked.output is not None and (held := keeper.find(copy.sha256)):
            contents = held.read_bytes()
            replace_file(asked.output, lambda draft: _put(contents, draft))
    answer(asked, value, [f"{line_of(paper)}\t{_(SIGNED_WORDS[state])}"])


def _put(contents: bytes, draft: BinaryIO) -> None:
    draft.write(contents)
