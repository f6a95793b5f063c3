"""The given files cut short and with bits turned over, by a seeded hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.importers.broken.pieces import Broken

DATA = Path(__file__).parents[2] / "data"
GIVEN = (
    "dong_thap.xlsx",
    "dong_thap.xls",
    "dong_thap.ods",
    "dong_thap_tcvn3.xls",
    "quang_tri.docx",
    "quang_tri.pdf",
    "other_provinces/xuat_he_thong.xls",
    "other_provinces/dau_cham_phay.csv",
)
OF_EACH = 5


def cut(seed: int = 57) -> Iterator[Broken]:
    """Yield the given files cut at a chance place."""
    chance = Random(seed)
    for given in GIVEN:
        data = (DATA / given).read_bytes()
        for number in range(OF_EACH):
            name = f"cat_{number}_{Path(given).name}"
            yield Broken(name, data[: chance.randrange(1, len(data))])


def flipped(seed: int = 58) -> Iterator[Broken]:
    """Yield the given files with one to forty bits turned over."""
    chance = Random(seed)
    for given in GIVEN:
        data = (DATA / given).read_bytes()
        for number in range(OF_EACH):
            spoilt = bytearray(data)
            for _ in range(chance.randrange(1, 40)):
                spoilt[chance.randrange(4, len(spoilt))] ^= 1 << chance.randrange(8)
            yield Broken(f"lat_{number}_{Path(given).name}", bytes(spoilt))


def zeroed(seed: int = 59) -> Iterator[Broken]:
    """Yield the given files with a stretch of noughts, as a drive pulled too early leaves."""
    chance = Random(seed)
    for given in GIVEN:
        data = (DATA / given).read_bytes()
        start = chance.randrange(1, len(data))
        yield Broken(f"khong_{Path(given).name}", data[:start] + bytes(len(data) - start))


FAMILIES = {"cut short": cut, "flipped": flipped, "noughts": zeroed}
