"""The command `plan`: number, day, subject and issuer of a plan that is held."""

from __future__ import annotations

import argparse
from dataclasses import replace

from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.cli.shared_arguments import Commands, Parser, add_command, day
from kehoach_desktop.domain.plan import Plan
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.services.plan_refusals import UnknownPlan

NAMED = ("number", "date", "title", "issuer")


def add_plan_command(commands: Commands[Parser]) -> None:
    """Let `plan` show or give what a plan that was taken in lacked."""
    plan = add_command(
        commands, "plan", _("xem hoặc điền số, ngày, trích yếu một kế hoạch đã nhập")
    )
    plan.add_argument("--plan", required=True, metavar="PLAN", help=_("mã kế hoạch"))
    plan.add_argument("--number", metavar="N", help=_("số, ký hiệu; để trống là chưa có số"))
    plan.add_argument("--date", type=day, metavar=_("NGÀY"), help=_("ngày ban hành"))
    plan.add_argument("--title", metavar="T", help=_("trích yếu"))
    plan.add_argument("--issuer", metavar="T", help=_("cơ quan ban hành"))


def plan(asked: argparse.Namespace, tools: Tools) -> None:
    """Keep what is named of a plan's paper and print how it stands; what is not named stays."""
    given = {name: said for name in NAMED if (said := getattr(asked, name)) is not None}
    with tools.open_desk(asked.store, writing=bool(given)) as desk:
        held = _held(desk, asked.plan)
        if given:
            desk.planning.name(held.id, replace(held.document, **given))
            held = _held(desk, asked.plan)
    value: Json = {"plan": held.id, "name": held.short_name}
    value |= {name: getattr(held.document, name) or None for name in NAMED}
    answer(asked, {**value, "date": iso(held.document.date)}, [_line(held)])


def _held(desk: Desk, plan: str) -> Plan:
    for held in desk.planning.plans():
        if held.id == plan:
            return held
    raise UnknownPlan(plan)


def _line(held: Plan) -> str:
    document = held.document
    issued = typed_day(document.date)
    said = (held.id, held.short_name, issued, document.issuer, document.title)
    return "\t".join(said)
