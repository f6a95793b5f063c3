"""The commands around who signs and to whom papers go, each with the days it holds."""

from __future__ import annotations

import argparse

from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.cli.paper_commands import paper_kind
from kehoach_desktop.cli.shared_arguments import Commands, Parser, add_verb, add_verbs, day
from kehoach_desktop.domain.signer import RecipientList, Signer, SigningBook
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _


def add_signing_commands(commands: Commands[Parser]) -> None:
    """Let `signers` and `recipients` keep both lists."""
    _add_signers(add_verbs(commands, "signers", _("người ký theo ngày hiệu lực"), needed=False))
    _add_lists(add_verbs(commands, "recipients", _("nơi nhận theo loại văn bản"), needed=False))


def _add_signers(verbs: Commands[Parser]) -> None:
    listed = add_verb(verbs, "list", _("những người ký"))
    listed.add_argument("--on", type=day, metavar=_("NGÀY"), help=_("có hiệu lực ngày đó"))
    add = add_verb(verbs, "add", _("thêm một người ký"))
    add.add_argument("name", metavar=_("HỌ-TÊN"))
    add.add_argument("--capacity", required=True, metavar="C")
    add.add_argument("--position", default="", metavar=_("CHỨC-VỤ"))
    _add_days(add)
    end = add_verb(verbs, "end", _("ngày cuối một người được ký"))
    end.add_argument("signer", metavar=_("MÃ hoặc TÊN"))
    end.add_argument("--on", type=day, required=True, metavar=_("NGÀY"))
    add_verb(verbs, "remove", _("bỏ một người ghi nhầm")).add_argument("signer", metavar="ID")


def _add_lists(verbs: Commands[Parser]) -> None:
    listed = add_verb(verbs, "list", _("các nơi nhận"))
    listed.add_argument("--on", type=day, metavar=_("NGÀY"), help=_("có hiệu lực ngày đó"))
    kept = add_verb(verbs, "set", _("ghi nơi nhận của một loại văn bản, hoặc của mọi loại"))
    kept.add_argument("--kind", type=paper_kind, metavar="KIND", help=_("thiếu: mọi loại"))
    kept.add_argument("--to", default="", metavar="T", help=_("các dòng, cách nhau bằng “;”"))
    kept.add_argument("--archive", default="", metavar="T", help=_("đơn vị soạn: “Lưu: VT, …”"))
    _add_days(kept)
    add_verb(verbs, "remove", _("bỏ một danh sách")).add_argument("list", metavar="ID")


def _add_days(parser: Parser) -> None:
    parser.add_argument("--issuer", default="", metavar="U", help=_("đơn vị tự ban hành"))
    parser.add_argument("--from", dest="valid_from", type=day, metavar=_("NGÀY"))
    parser.add_argument("--until", dest="valid_until", type=day, metavar=_("NGÀY"))


def signers(asked: argparse.Namespace, tools: Tools) -> None:
    """List the signers, or add, end or remove one."""
    changing = asked.verb not in (None, "list")
    with tools.open_desk(asked.store, writing=changing) as desk:
        book = SigningBook() if changing else desk.signing.book(getattr(asked, "on", None))
        if asked.verb == "add":
            named = (asked.name, asked.capacity, asked.position, asked.issuer)
            book = _one(desk.signing.add(Signer("", *named, asked.valid_from, asked.valid_until)))
        elif asked.verb == "end":
            book = _one(desk.signing.end(asked.signer, asked.on))
        elif asked.verb == "remove":
            book = _one(desk.signing.remove(asked.signer))
    value: Json = {"signers": [_of_signer(one) for one in book.signers]}
    answer(asked, value, map(_signer_line, book.signers))


def _one(signer: Signer) -> SigningBook:
    return SigningBook((signer,))


def recipients(asked: argparse.Namespace, tools: Tools) -> None:
    """List to whom papers go, or keep or remove a list."""
    changing = asked.verb not in (None, "list")
    with tools.open_desk(asked.store, writing=changing) as desk:
        lists = () if changing else desk.signing.book(getattr(asked, "on", None)).lists
        if asked.verb == "set":
            lines = tuple(line.strip(" -.") for line in asked.to.replace("|", ";").split(";"))
            where = (asked.archive, asked.issuer, asked.valid_from, asked.valid_until)
            lists = (desk.signing.keep_list(RecipientList("", asked.kind, lines, *where)),)
        elif asked.verb == "remove":
            lists = (desk.signing.remove_list(asked.list),)
    answer(asked, {"recipients": [_of_list(one) for one in lists]}, map(_list_line, lists))


def _of_signer(signer: Signer) -> Json:
    return {
        "id": signer.id,
        "name": signer.name,
        "capacity": signer.capacity,
        "position": signer.position or None,
        "issuer": signer.issuer or None,
        "valid_from": iso(signer.valid_from),
        "valid_until": iso(signer.valid_until),
    }


def _of_list(kept: RecipientList) -> Json:
    return {
        "id": kept.id,
        "kind": kept.kind.value if kept.kind else None,
        "recipients": list(kept.recipients),
        "archive": kept.archive or None,
        "issuer": kept.issuer or None,
        "valid_from": iso(kept.valid_from),
        "valid_until": iso(kept.valid_until),
    }


def _days(held: Signer | RecipientList) -> str:
    begins = typed_day(held.valid_from) or "…"
    ends = typed_day(held.valid_until) or "…"
    return f"{begins} - {ends}"


def _signer_line(signer: Signer) -> str:
    return "\t".join(
        (signer.id, signer.name, signer.capacity, signer.position, signer.issuer, _days(signer))
    )


def _list_line(kept: RecipientList) -> str:
    kind = kept.kind.value if kept.kind else _("mọi loại")
    lines = "; ".join(kept.recipients)
    return "\t".join((kept.id, kind, lines, kept.archive, kept.issuer, _days(kept)))
