"""The proposals of a plan's own text in the JSON of `read` and `import`: reporting duties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kehoach_desktop.domain.duty_proposal import ProposedDuty
from kehoach_desktop.domain.duty_rule import DutyRule, Rhythm

Json = dict[str, Any]
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def of_reporting(duties: Sequence[ProposedDuty]) -> list[Json]:
    """Return the duties in their order.

    One day, and reports on request, that a sentence names beside its rhythm stand in its `also`.
    """
    values: list[Json] = []
    for duty in duties:
        once = duty.rule is None or duty.rule.rhythm is Rhythm.AD_HOC
        if once and values and values[-1]["text"] == duty.text:
            values[-1].setdefault("also", []).append(_of_also(duty))
        else:
            values.append(_of_duty(duty))
    return values


def _of_duty(duty: ProposedDuty) -> Json:
    value: Json = {
        "section": duty.section or None,
        "who": duty.sender or None,
        "to": duty.recipient or None,
        "text": duty.text,
        "phrase": duty.phrase,
        "recurrence": None,
        "rule": duty.rule.key if duty.rule else None,
        "ours": duty.ours,
    }
    return {**value, **(_of_rule(duty.rule) if duty.rule else {})}


def _of_rule(rule: DutyRule) -> Json:
    value: Json = {}
    if rule.on is not None:
        value["due"] = rule.on.isoformat()
    else:
        value["recurrence"] = rule.rhythm.value
    if rule.rhythm is Rhythm.WEEKLY:
        value["weekday"] = DAYS[rule.weekday]
    elif rule.day:
        value["day_of_month"] = rule.day
    if rule.hour is not None:
        value["time"] = rule.hour.strftime("%H:%M")
    return value


def _of_also(duty: ProposedDuty) -> Json:
    if duty.rule is None or duty.rule.on is None:
        return {"phrase": duty.phrase, "kind": "ad_hoc"}
    return {"phrase": duty.phrase, "kind": "fixed", "due": duty.rule.on.isoformat()}
