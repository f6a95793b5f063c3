"""The command that checks a finished paper before it is signed."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.as_words import SEVERITY_WORDS
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.i18n import _

Json = dict[str, Any]


class CheckTools(Protocol):
    """What of the other rooms this command needs."""

    @property
    def check(self) -> Callable[[Path], tuple[PaperFinding, ...]]:
        """Checks a paper."""
        ...


def check(asked: argparse.Namespace, tools: CheckTools) -> None:
    """Print what is to be looked at in a paper; change nothing."""
    findings = tools.check(asked.file)
    answer(asked, {"findings": [_as_json(finding) for finding in findings]}, _lines(findings))


def _as_json(finding: PaperFinding) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "place": finding.place,
        "message": finding.message,
        "source": finding.source,
    }


def _lines(findings: Sequence[PaperFinding]) -> Iterator[str]:
    for finding in findings:
        severity = _(SEVERITY_WORDS[finding.severity])
        yield f"{severity}: {finding.place}: {finding.message} [{finding.rule}; {finding.source}]"
    if not findings:
        yield _("Không thấy lỗi thể thức.")
