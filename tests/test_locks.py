"""What is installed is pinned, by version and by hash, and agrees with what is asked for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)[^\n]*\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", re.M)


def pins(kind: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{kind}.lock").read_text(encoding="utf-8")
    found = {name: version for name, version, _hashes in PINNED.findall(text)}
    assert len(found) == len(re.findall(r"^\w", text, re.MULTILINE)), "a line without a hash"
    return found


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("run", PROJECT["dependencies"]),
        ("dev", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]),
    ],
)
def test_everything_asked_for_is_pinned_within_its_bounds(kind: str, asked: list[str]) -> None:
    pinned = pins(kind)
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)])


def test_the_lock_of_developers_holds_that_of_users() -> None:
    assert pins("run").items() <= pins("dev").items()


def test_the_window_stands_on_the_long_term_qt() -> None:
    assert pins("run")["pyside6-essentials"] == "6.8.3"
