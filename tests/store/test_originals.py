"""The file a plan was read from is kept beside the store and found by its hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kehoach_desktop.store.originals import Originals


def test_a_copy_is_found_by_its_hash(tmp_path: Path) -> None:
    file = tmp_path / "Kế hoạch.XLSX"
    file.write_bytes(b"abc")
    originals = Originals(tmp_path / "tep-goc")
    digest = hashlib.sha256(b"abc").hexdigest()

    kept = originals.keep(file, digest)

    assert kept == originals.find(digest)
    assert kept is not None
    assert (kept.name, kept.read_bytes()) == (f"{digest}.xlsx", b"abc")
    file.unlink()
    assert originals.keep(file, digest) == kept


def test_a_file_that_changed_or_is_gone_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"new")
    originals = Originals(tmp_path / "tep-goc")

    assert originals.keep(file, hashlib.sha256(b"old").hexdigest()) is None
    assert originals.keep(tmp_path / "gone.csv", "0" * 64) is None
    assert originals.find("") is None
    assert originals.find("../so") is None
