"""The walls of the house: which room knows which, whose library is whose, how large a piece is."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kehoach_desktop"
EVERYWHERE = {"i18n"}
DISK = {"files", "paths"}

# What each room may know beside itself and EVERYWHERE; a file at the root of the package counts
# as a room of its own.
ROOMS: dict[str, set[str]] = {
    "domain": set(),
    "services": {"domain"},
    "store": {"domain", *DISK},
    "importers": {"domain", *DISK},
    "documents": {"domain", *DISK},
    "exchange": {"domain", *DISK},
    "cli": {"services", "domain", *DISK},
    "ui": {"services", "domain", *DISK},
    "i18n": set(),
    "paths": set(),
    "files": {"domain"},
    "__main__": {"app"},
}
COMPOSITION_ROOT = {"app", "wiring"}

OWNERS: dict[str, set[str]] = {
    "PySide6": {"ui"},
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "filelock": {"store"},
    "docx": {"documents", "importers/from_docx.py"},
    "lxml": {"documents", "importers"},
    "openpyxl": {"importers", "exchange"},
    "defusedxml": {"importers"},
    "python_calamine": {"importers"},
    "xlrd": {"importers"},
    "pdfplumber": {"importers"},
    "pypdfium2": {"importers", "ui"},
    "platformdirs": {"paths.py"},
    "holidays": {"services"},
    "subprocess": {"importers", "ui", "cli"},
}
# The program is offline: nobody owns these.
NOBODY: set[str] = set()
ANYBODY = {"anybody"}
OWNERS |= {"http": NOBODY, "urllib.request": NOBODY, "ftplib": NOBODY, "smtplib": NOBODY}

# A child or a worker hands every failure over to the other side; the crash hook tells of the rest.
CATCHES_ALL = {"app.py", "importers/child.py", "ui/jobs.py"}
NO_ROOM_FOR = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "base",
    "misc",
}
LONGEST_FUNCTION, LONGEST_MODULE = 40, 300


def modules() -> dict[str, Path]:
    """The files of the package by their place in it: `store/plans.py`."""
    return {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}


MODULES = modules()
OUR_CODE = [
    *MODULES.values(),
    ROOT / "dev.py",
    ROOT / ".ci" / "workshop.py",
    *ROOT.glob("benchmarks/*.py"),
]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.AST) -> Iterator[str]:
    """The dotted names a module imports: `kehoach_desktop.domain.plan` for `from … import Task`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "kehoach_desktop":
                yield from (f"kehoach_desktop.{alias.name}" for alias in node.names)


def room_of(place: str) -> str:
    return place.split("/", maxsplit=1)[0].removesuffix(".py")


def owned_by(owners: set[str], place: str) -> bool:
    return owners is ANYBODY or place in owners or room_of(place) in owners


def owners_of(name: str) -> set[str]:
    """Who may import a library: by its line in the table, `urllib.request` before `urllib`."""
    top = name.split(".", maxsplit=1)[0]
    unlisted = ANYBODY if top in sys.stdlib_module_names else NOBODY
    return OWNERS.get(".".join(name.split(".")[:2]), OWNERS.get(top, unlisted))


def trespasses(place: str, tree: ast.AST) -> Iterator[str]:
    """Each import by which a file reaches past its neighbours or takes another room's library.

    A library nobody has been given is nobody's: domain and services stay on the standard library.
    """
    room = room_of(place)
    for name in imports(tree):
        top, *inner = name.split(".")
        if top == "kehoach_desktop":
            known = room in COMPOSITION_ROOT or not inner or inner[0] == "__version__"
            if not known and inner[0] not in ROOMS.get(room, set()) | {room} | EVERYWHERE:
                yield f"{place} knows {name}"
        elif not owned_by(owners_of(name), place):
            yield f"{place} takes {name}"


@pytest.mark.parametrize("place", MODULES)
def test_a_file_keeps_to_its_neighbours_and_its_libraries(place: str) -> None:
    assert [*trespasses(place, parsed(MODULES[place]))] == []


def test_every_room_has_its_line_in_the_table() -> None:
    rooms = {room_of(place) for place in MODULES} - {"__init__", *COMPOSITION_ROOT}
    assert rooms - set(ROOMS) == set()


@pytest.mark.parametrize(
    ("place", "planted"),
    [
        ("domain/plan.py", "import sqlite3"),
        ("domain/plan.py", "from kehoach_desktop.store.plans import shelf"),
        ("domain/plan.py", "from kehoach_desktop import files"),
        ("ui/main_window.py", "def f():\n    import kehoach_desktop.store.database"),
        ("ui/main_window.py", "from kehoach_desktop import importers"),
        ("store/plans.py", "from kehoach_desktop.services.planning import accept_draft"),
        ("importers/from_xlsx.py", "from docx import Document"),
        ("cli/main.py", "from PySide6.QtCore import QObject"),
        ("app.py", "import sqlite3"),
        ("services/planning.py", "from urllib.request import urlopen"),
        ("services/planning.py", "import rapidfuzz"),
    ],
)
def test_a_planted_trespass_is_found(place: str, planted: str) -> None:
    assert [*trespasses(place, ast.parse(planted))] != []


@pytest.mark.parametrize("place", MODULES)
def test_imports_name_what_they_take_from_where(place: str) -> None:
    froms = [node for node in ast.walk(parsed(MODULES[place])) if isinstance(node, ast.ImportFrom)]
    assert [node.lineno for node in froms if node.level] == []
    assert [node.lineno for node in froms if node.names[0].name == "*"] == []


def named_module(name: str) -> str | None:
    """The place of the file a dotted name of ours stands for, if it is one."""
    inner = "/".join(name.split(".")[1:])
    return next((p for p in (f"{inner}.py", f"{inner}/__init__.py") if p in MODULES), None)


def run_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but those read by the type checker alone: they import nothing at the run."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        yield node
        yield from run_nodes(node)


def neighbours(place: str) -> set[str]:
    names = set()
    for node in run_nodes(parsed(MODULES[place])):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    ours = (named_module(name) for name in names if name.startswith("kehoach_desktop."))
    return {found for found in ours if found and found != place}


def test_no_file_needs_itself_round_a_corner() -> None:
    try:
        TopologicalSorter({place: neighbours(place) for place in MODULES}).prepare()
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


@pytest.mark.parametrize("path", OUR_CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pieces_stay_small_and_say_what_they_are(path: Path) -> None:
    tree = parsed(path)
    assert ast.get_docstring(tree), "a module opens with one sentence"
    with path.open("rb") as code:
        assert sum(1 for _ in code) <= LONGEST_MODULE
    functions = (
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("place", MODULES)
def test_a_file_is_named_after_what_it_is(place: str) -> None:
    assert not set(place.removesuffix(".py").split("/")) & NO_ROOM_FOR


@pytest.mark.parametrize("room", ["domain", "services", "importers"])
def test_the_map_of_a_large_room_names_every_module_of_it(room: str) -> None:
    told = ast.get_docstring(parsed(MODULES[f"{room}/__init__.py"])) or ""
    lines = re.findall(r"^    ([a-z_]+(?:, [a-z_]+)*)  ", told, re.MULTILINE)
    named = [name for line in lines for name in line.split(", ")]
    held = {path.stem for path in (PACKAGE / room).glob("*.py")} - {"__init__"}
    families = {name: {m for m in held if m == name or m.startswith(f"{name}_")} for name in named}
    assert [name for name, modules in families.items() if not modules] == []
    unnamed = held - set().union(*families.values())
    assert sorted(name for name in unnamed if not name.endswith("_ports")) == []


def swallows_all(handler: ast.ExceptHandler) -> bool:
    """Whether a handler takes every failure and hands none on (tidying up and raising is fine)."""
    caught, last = handler.type, handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    if caught is None:
        return True
    named = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(isinstance(n, ast.Name) and n.id in {"Exception", "BaseException"} for n in named)


@pytest.mark.parametrize("place", sorted(set(MODULES) - CATCHES_ALL))
def test_no_failure_is_swallowed(place: str) -> None:
    handlers = [n for n in ast.walk(parsed(MODULES[place])) if isinstance(n, ast.ExceptHandler)]
    assert [handler.lineno for handler in handlers if swallows_all(handler)] == []


def shots_with_context(tree: ast.AST) -> list[int]:
    """The lines that give QTimer.singleShot a context object: it loses what its call raises."""
    calls = (n for n in ast.walk(tree) if isinstance(n, ast.Call))
    return [call.lineno for call in calls if named(call) == "singleShot" and len(call.args) > 2]


def named(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def test_a_shot_with_a_context_object_is_found() -> None:
    planted = "QTimer.singleShot(0, act)\nQTimer.singleShot(0, self, act)\nQTimer(self)"
    assert shots_with_context(ast.parse(planted)) == [2]


@pytest.mark.parametrize("place", sorted(name for name in MODULES if name.startswith("ui/")))
def test_what_is_done_later_fails_aloud(place: str) -> None:
    assert shots_with_context(parsed(MODULES[place])) == []


@pytest.mark.parametrize("place", sorted(name for name in MODULES if name.startswith("ui/")))
def test_a_window_tells_no_way_out_of_the_command_line(place: str) -> None:
    handlers = (n for n in ast.walk(parsed(MODULES[place])) if isinstance(n, ast.ExceptHandler))
    calls = ((h, n) for h in handlers for n in ast.walk(h) if isinstance(n, ast.Call))
    told = [n.lineno for h, n in calls if h.name and ast.unparse(n) == f"str({h.name})"]
    assert told == []


def tracked_texts() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    for name in filter(None, listed.stdout.split("\0")):
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b""
        if b"\0" not in content:
            yield name, content.decode("utf-8", "replace")


def test_no_file_names_a_folder_of_one_machine_or_a_registry() -> None:
    folders = r"(?<![\w.~}])/(?:wor[k]|roo[t]|tm[p]|hom[e]/\w+|User[s]/\w+)/"
    machine = re.compile(folders + r"|pyp[i]\.org|pythonhoste[d]")
    hits = ((name, machine.search(text)) for name, text in tracked_texts())
    found = [f"{name}: {hit.group()}" for name, hit in hits if hit]
    assert found == []
