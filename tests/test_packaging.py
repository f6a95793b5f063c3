"""An installed `kehoach` works from any folder: the wheel carries what lies beside the package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "-q"]


def told(command: list[str], **where: object) -> str:
    done = subprocess.run(  # type: ignore[call-overload]
        command, capture_output=True, encoding="utf-8", check=False, timeout=120, **where
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return str(done.stdout)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    told([*PIP, "wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)])
    (made,) = folder.glob("*.whl")
    return made


class Installed:
    """The wheel in a folder of its own, started from another one."""

    def __init__(self, site: Path, elsewhere: Path) -> None:
        self.site, self.elsewhere = site, elsewhere
        self._environment = os.environ | {
            "PYTHONPATH": str(site),
            "PYTHONUTF8": "1",
            "KEHOACH_DATA": str(elsewhere / "du-lieu"),
        }

    def python(self, *words: str) -> str:
        return told([sys.executable, *words], cwd=self.elsewhere, env=self._environment)

    def kehoach(self, *words: str) -> str:
        return self.python("-m", "kehoach_desktop", *words)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    site = tmp_path_factory.mktemp("site")
    told([*PIP, "install", "--no-deps", "--no-compile", "--target", str(site), str(wheel)])
    return Installed(site, tmp_path_factory.mktemp("thư mục khác"))


def test_the_wheel_carries_templates_resources_and_catalogues(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    for folder in ("templates_docx", "resources"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"kehoach_desktop/_home/{path.relative_to(ROOT).as_posix()}" in inside
    assert "kehoach_desktop/_home/i18n/en/LC_MESSAGES/kehoach.mo" in inside
    assert "kehoach_desktop/app.py" in inside


def test_the_installed_program_looks_at_home_in_itself(installed: Installed) -> None:
    asked = "from kehoach_desktop import paths; print(paths.home())"
    home = Path(installed.python("-c", asked).strip())
    assert home == (installed.site / "kehoach_desktop" / "_home").resolve()


def test_the_installed_program_reads_a_plan_and_writes_a_report(installed: Installed) -> None:
    plan = installed.site / "kehoach_desktop/_home/resources/mau/quang_tri.docx"
    store = ["--store", str(installed.elsewhere / "sổ.khxa")]
    installed.kehoach("office", *store, "--sample")
    installed.kehoach("import", str(plan), *store)
    tasks = json.loads(installed.kehoach("tasks", *store, "--json"))["tasks"]
    assert len(tasks) == 20

    report = installed.elsewhere / "Báo cáo.docx"
    installed.kehoach("report", *store, "--period", "2025-10", "-o", str(report))
    with zipfile.ZipFile(report) as archive:
        assert "BÁO CÁO" in archive.read("word/document.xml").decode()
