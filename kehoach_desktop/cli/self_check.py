"""The installed program tries itself: a store, a reading through the child, a paper."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kehoach_desktop.cli import as_words
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod

_PERIOD = ReportingPeriod.parse("2025-10")


def run_self_check(argv: Sequence[str], tools: Tools, samples: Path) -> int:
    """Do the main job once in a folder and return 0 when all of it works.

    `--out=DIR` names the folder; `tu-kiem-tra.json` in it tells what was done, since a program
    without a console can tell nobody else.
    """
    parser = argparse.ArgumentParser(prog="kehoach --self-check")
    parser.add_argument("--out", type=Path, default=None)
    out = parser.parse_args(argv).out or Path(tempfile.mkdtemp(prefix="kehoach-"))
    out.mkdir(parents=True, exist_ok=True)
    told: dict[str, Any] = {"ok": False}
    try:
        told |= _whole_job(tools, samples, out)
        told["ok"] = bool(told["tasks"])
    except KehoachError as refusal:
        told["error"] = str(refusal)
    answer = json.dumps(told, ensure_ascii=False, indent=1)
    (out / "tu-kiem-tra.json").write_text(answer, encoding="utf-8")
    return 0 if told["ok"] else 1


def _whole_job(tools: Tools, samples: Path, out: Path) -> dict[str, Any]:
    tasks = 0
    with tools.open_desk(_fresh(out / "tu-kiem-tra.khxa"), make=True) as desk:
        desk.offices.use_sample()
        for sample in sorted(path for path in samples.iterdir() if path.suffix != ".json"):
            draft = tools.assemble(tools.read(sample))
            tasks += sum(1 for _task in desk.planning.accept(draft).tasks())
        report = desk.reporting.report(_PERIOD)
    paper = tools.write_paper(report, out / "tu-kiem-tra.docx", as_words.warn)
    return {"tasks": tasks, "report": str(paper), "rows": len(report.view.rows())}


def _fresh(store: Path) -> Path:
    for left in store.parent.glob(f"{store.name}*"):
        left.unlink()
    return store
