"""A book of its own for every round of forms, and the forms that went out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach_desktop.app import Verbs
from tests.exchange.twelve_forms import Round, open_verbs, send_out


@pytest.fixture
def verbs(tmp_path: Path) -> Iterator[Verbs]:
    with open_verbs(tmp_path) as opened:
        yield opened


@pytest.fixture
def sent(verbs: Verbs, tmp_path: Path) -> Round:
    return send_out(verbs, tmp_path)
