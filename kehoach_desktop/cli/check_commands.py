"""The command that checks a finished paper before it is signed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.as_words import SEVERITY_WORDS
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.i18n import _


def check(asked: argparse.Namespace, tools: Tools) -> None:
    """Print what is to be looked at in a paper; it stays as it is, its mended copy is another."""
    if asked.mend != (asked.output is not None):
        asked.refuse(_("--mend và -o OUT.docx phải đi cùng nhau"))
    if asked.mend:
        _mend(asked, tools)
        return
    findings = tools.check(asked.file)
    answer(asked, {"findings": [_as_json(finding) for finding in findings]}, _lines(findings))


def _mend(asked: argparse.Namespace, tools: Tools) -> None:
    mended = tools.mend(asked.file, asked.output)
    value = {
        "output": str(asked.output),
        "mends": [asdict(mend) for mend in mended.mends],
        "findings": [_as_json(finding) for finding in mended.findings],
    }
    lines = [f"{m.place}: “{m.before}” → “{m.after}” [{m.rule}]" for m in mended.mends]
    answer(asked, value, [*lines, *_lines(mended.findings)])


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
