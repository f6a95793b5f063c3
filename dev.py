#!/usr/bin/env python3
"""The one command of the workshop: `python3 dev.py VERB`.

It needs nothing but a Python; what the project needs it installs into `.venv`, once for each
state of the lock files.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / ".ci"))

from workshop import PYTHON, ROOT, WINDOWS, display, install_oracle, set_up, stop, tell

OUT = ROOT / "build"
MONTH = "2025-10"


def main() -> int:
    """Do what the command line asks and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)  # type: ignore[union-attr]
    verbs = {
        v.__name__: v
        for v in (run, test, check, forms, demo, screens, bench, build, catalogues, lock)
    }
    parser = argparse.ArgumentParser(
        description="\n".join(f"{name:<12}{verb.__doc__}" for name, verb in verbs.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("verb", choices=verbs, metavar="VERB")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on to the verb")
    asked = parser.parse_args()
    os.chdir(ROOT)
    return verbs[asked.verb](asked.rest)


def run(rest: list[str]) -> int:
    """Start the program, installed on first use."""
    set_up("run")
    return tell(PYTHON, "-m", "kehoach_desktop", *rest)


def test(rest: list[str]) -> int:
    """Run `check`, then the tests on all cores (what follows goes to pytest; -n0: on one)."""
    set_up("dev")
    install_oracle()
    checked = check([])
    if not shutil.which("soffice"):
        print("dev.py: LibreOffice is missing: the papers are NOT looked at by these tests.")
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    spread = ["-nauto", "--maxprocesses=4", "--dist=loadfile"]
    tested = tell(PYTHON, "-m", "pytest", "-q", "-rfE", *spread, *rest, **environment)
    return checked or tested


def check(_: list[str]) -> int:
    """Run the linter, the formatter's check, the type checker and the test of the walls."""
    set_up("dev")
    steps: list[list[str]] = [
        ["ruff", "check", "--quiet"],
        ["ruff", "format", "--check", "--quiet"],
        ["mypy", "--no-error-summary"],
        ["pytest", "-q", "--no-header", "--tb=line", "tests/test_architecture.py"],
    ]
    failed = [step[0] for step in steps if tell(PYTHON, "-m", *step)]
    print("dev.py: check " + (f"FAILED: {', '.join(failed)}" if failed else "passed"))
    return int(bool(failed))


def forms(rest: list[str]) -> int:
    """Measure every paper of every kind as it is printed, not the day's sixth of them."""
    set_up("dev")
    install_oracle()
    everything = {"KEHOACH_FORMS": "all", "QT_QPA_PLATFORM": "offscreen"}
    measured = ("tests/documents/test_report_form.py", "tests/documents/test_paper_forms.py")
    return tell(PYTHON, "-m", "pytest", "-q", *measured, *rest, **everything)


def demo(_: list[str]) -> int:
    """Take in the sample files, answer a month and write its report, without a window."""
    set_up("run")
    folder = OUT / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["KEHOACH_DATA"] = str(folder)
    store = ["--store", str(folder / "so.khxa")]
    samples = ROOT / "resources" / "mau"
    kehoach("office", *store, "--sample")
    for name in ("dong_thap.xlsx", "quang_tri.docx"):
        kehoach("import", str(samples / name), *store)
    record_month(store, samples / f"{MONTH}.json")
    report = folder / "BC thang 10-2025.docx"
    kehoach("report", *store, "--period", MONTH, "-o", str(report))
    print(f"Báo cáo: {report}")
    return 0


def record_month(store: list[str], answers: Path) -> None:
    """Record each answer for the task of the commune whose content begins as it says."""
    listed = json.loads(kehoach("tasks", *store, "--json"))["tasks"]
    own = [task for task in listed if task["ours"]]
    for answer in json.loads(answers.read_text(encoding="utf-8")):
        beginning = answer.pop("content")
        unit = answer.pop("unit", "")
        named = [f"--{key.replace('_', '-')}={value}" for key, value in answer.items()]
        for task in own:
            if task["content"].startswith(beginning):
                if unit:
                    kehoach("assign", *store, "--task", task["id"], "--unit", unit)
                kehoach("record", *store, "--period", MONTH, "--task", task["id"], *named)


def kehoach(*words: str) -> str:
    """Return what the command line answers; end with its own sentence if it refuses."""
    answer = subprocess.run(
        [PYTHON, "-m", "kehoach_desktop", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    if answer.returncode:
        stop(f"kehoach {words[0]}: {answer.stderr.strip()}")
    return answer.stdout


def screens(rest: list[str]) -> int:
    """Write a picture of every screen to a folder (build/screens, or the one named; `DIR en`)."""
    set_up("dev")
    words = rest or [str(OUT / "screens")]
    with display() as screen:
        return tell(PYTHON, "-m", "tests.screens", *words, DISPLAY=screen, QT_QPA_PLATFORM="xcb")


def bench(rest: list[str]) -> int:
    """Measure the start, or `import`, `report`, `periods`, `activities`, `broken` (files)."""
    set_up("dev")
    also = {name: name for name in ("periods", "activities", "broken")}
    also |= {"import": "importing", "report": "reports"}
    module = f"benchmarks.{also[rest[0]]}" if rest and rest[0] in also else ""
    words = [module, *rest[1:]] if module else ["benchmarks.start", *rest]
    with display() as screen:
        return tell(PYTHON, "-m", *words, DISPLAY=screen, QT_QPA_PLATFORM="xcb")


def build(_: list[str]) -> int:
    """Make the bundle in dist/ and let it check itself."""
    set_up("dev")
    packed = tell(
        PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR", "build_installer.spec"
    )
    if packed:
        return packed
    unpack_signatures(ROOT / "dist" / "kehoach" / "_internal" / "shiboken6")
    program = ROOT / "dist" / "kehoach" / ("kehoach.exe" if WINDOWS else "kehoach")
    out = OUT / "self-check"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    own = {"QT_QPA_PLATFORM": "offscreen", "KEHOACH_DATA": str(out / "data")}
    found = tell(program, "--self-check", f"--out={out}", **own)
    print(
        f"dev.py: {program} " + ("passed its self-check" if not found else "FAILED its self-check")
    )
    return found


def unpack_signatures(bundled: Path) -> None:
    """Lay out, compiled, the modules shiboken would compile from a packed text at every start.

    It writes them itself into its own folder, so a copy of it does; where it does not, the bundle
    stays as it was and only starts a little slower.
    """
    with tempfile.TemporaryDirectory() as folder:
        where = [str(PYTHON), "-c", "import shiboken6; print(shiboken6.__path__[0])"]
        found = subprocess.run(where, capture_output=True, text=True, check=True).stdout.strip()
        shutil.copytree(found, Path(folder, "shiboken6"))
        own = {"SBK_EMBED": "False", "PYTHONPATH": folder, "QT_QPA_PLATFORM": "offscreen"}
        tell(PYTHON, "-c", "import PySide6.QtWidgets", **own)
        written = Path(folder, "shiboken6", "files.dir")
        if not written.is_dir():
            print("dev.py: shiboken kept its modules packed.")
            return
        target = bundled / "files.dir"
        shutil.copytree(written, target, dirs_exist_ok=True)
        # Unchecked: an installer may change the times by which a compiled file is judged stale.
        mode = ["--invalidation-mode", "unchecked-hash"]
        tell(PYTHON, "-m", "compileall", "-q", "-f", *mode, "-s", bundled, target)


def catalogues(_: list[str]) -> int:
    """Extract what is said on the screens, update the translations and compile them."""
    set_up("dev")
    pybabel = [PYTHON, "-m", "babel.messages.frontend", "-q"]
    pot, translated = Path("i18n/kehoach.pot"), Path("i18n/en/LC_MESSAGES/kehoach.po")
    extract = ["extract", "-F", "i18n/babel.cfg", "--add-location=file", "--no-wrap"]
    extract += ["-k", "mark", "-k", "counted:1,1"]
    failed = tell(*pybabel, *extract, "--project=kehoach_desktop", "-o", pot, "kehoach_desktop")
    english = ["-i", pot, "-d", "i18n", "-D", "kehoach", "-l", "en"]
    update = ["update", "--no-fuzzy-matching", "--ignore-obsolete", "--no-wrap"]
    begin = ["init", "--no-wrap"]
    failed = failed or tell(*pybabel, *(update if translated.exists() else begin), *english)
    drop_noise(pot, translated)
    sources = sorted(Path("i18n").glob("*/LC_MESSAGES/*.po"))
    return failed or tell(PYTHON, Path(".ci", "compile_catalogues.py"), *sources)


def lock(_: list[str]) -> int:
    """Pin anew what pyproject.toml asks for, for every system at once (needs the tool uv)."""
    if not shutil.which("uv"):
        stop("locking needs uv on the path.")
    compiled = ["uv", "pip", "compile", "-q", "--universal", "--python-version=3.11"]
    quiet = ["--generate-hashes", "--no-emit-index-url", "--no-header", "pyproject.toml"]
    first, second = "requirements/run.lock", "requirements/dev.lock"
    failed = tell(*compiled, *quiet, "-o", first)
    return failed or tell(*compiled, *quiet, "--extra=dev", "-c", first, "-o", second)


def drop_noise(*written: Path) -> None:
    """Take hours and empty credits out of catalogues, so that only words make a difference."""
    noise = ("# ", '"POT-Creation', '"PO-Revision', '"Last-Tr', '"Language-Team', '"Report-Msgid')
    for path in written:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(noise)]
        path.write_text("".join(kept), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
