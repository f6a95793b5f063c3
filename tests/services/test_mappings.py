"""What the officer taught is kept per issuing body, and so are the words of the commune."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach_desktop.domain.agency import CommuneWords, concerns_commune
from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.services.mappings import Mappings
from kehoach_desktop.services.offices import Offices
from kehoach_desktop.store.sqlite_store import SqliteStore


@pytest.fixture
def mappings(store: SqliteStore) -> Mappings:
    return Mappings(store)


def test_columns_are_remembered_by_issuer_however_it_is_spelt(mappings: Mappings) -> None:
    mappings.remember("UBND tỉnh Quảng Trị", {"Kết quả": ColumnRole.DELIVERABLE})
    mappings.remember("UBND TỈNH QUẢNG TRỊ", {"Mốc": ColumnRole.DEADLINE})

    assert mappings.readings("ubnd tỉnh Quảng  Trị") == {
        "ket qua": ColumnRole.DELIVERABLE,
        "moc": ColumnRole.DEADLINE,
    }
    assert mappings.readings("UBND tỉnh Đồng Tháp") == {}


def test_the_last_correction_counts(mappings: Mappings) -> None:
    mappings.remember("Sở", {"Kết quả": ColumnRole.DELIVERABLE})
    mappings.remember("Sở", {"Kết quả": ColumnRole.EXTRA})

    assert mappings.readings("Sở") == {"ket qua": ColumnRole.EXTRA}


def test_words_are_kept_once_and_never_goes_before_also(mappings: Mappings) -> None:
    kept = mappings.use_words([" Trung tâm  PVHCC xã", "", "thôn bản", "thôn bản"], ["thôn bản"])

    assert kept == CommuneWords(("Trung tâm PVHCC xã",), ("thôn bản",))
    assert mappings.commune_words() == kept
    assert mappings.use_words([], []) == CommuneWords()


def test_own_words_add_to_the_rule_and_take_from_it() -> None:
    words = CommuneWords(("tổ hỗ trợ",), ("địa phương khác",))

    assert concerns_commune("Các tổ hỗ trợ thôn", "", words).yes
    assert not concerns_commune("Các tổ hỗ trợ thôn", "").yes
    assert not concerns_commune("Các địa phương khác", "", words).yes
    assert concerns_commune("Các địa phương", "", words).yes


def test_the_words_carry_the_name_of_the_office(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "so.khxa", tmp_path / "sao-luu", make=True)
    assert Mappings(store).commune_words().office == ""
    Offices(store).use_sample()

    assert Mappings(store).commune_words() == CommuneWords(office="xã Suối Mây")
    assert Mappings(store).use_words(["tổ hỗ trợ"], []).office == "xã Suối Mây"
    store.close()
