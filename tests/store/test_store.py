"""The store: one command whole or not at all, refused when newer, backed up, restored."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import SAMPLE_OFFICE, Office
from kehoach_desktop.store import backups as backups_module
from kehoach_desktop.store import database, migrations
from kehoach_desktop.store.errors import (
    BackupFailed,
    NotAStore,
    StoreDamaged,
    StoreInUse,
    StoreMissing,
    StoreNotWritable,
    StoreRefused,
    StoreTooNew,
)
from kehoach_desktop.store.schema import STEPS
from kehoach_desktop.store.sqlite_store import SqliteStore, restore_store

# A cut of power loses nothing, no row outlives what it hangs on, what is deleted is overwritten.
PROMISED = {"synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "so.khxa"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sao-luu"


@pytest.fixture
def store(path: Path, folder: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path, folder, make=True)
    yield store
    store.close()


def set_office(store: SqliteStore, office: Office = SAMPLE_OFFICE) -> None:
    with store.command("set_office") as shelves:
        shelves.office.put(office)


def office_of(store: SqliteStore) -> Office | None:
    with store.reading() as shelves:
        return shelves.office.get()


def test_a_new_store_is_strict_logged_ahead_and_synced_in_full(store: SqliteStore) -> None:
    with closing(sqlite3.connect(store.path)) as raw:
        tables = raw.execute("PRAGMA table_list").fetchall()
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    ours = [row for row in tables if not row[1].startswith(("sqlite_", "_sqlite_"))]
    assert len(ours) >= 10
    assert all(row[5] == 1 for row in ours)


@pytest.mark.parametrize("opened_again", [False, True])
def test_every_connection_keeps_what_is_promised(
    path: Path, folder: Path, *, opened_again: bool
) -> None:
    store = SqliteStore(path, folder, make=True)
    if opened_again:
        store.close()
        store = SqliteStore(path, folder)
    with store.reading() as shelves:
        own = shelves.office._connection  # noqa: SLF001 - these are settings of the connection
        held = {name: own.execute(f"PRAGMA {name}").fetchone()[0] for name in PROMISED}
    store.close()
    assert held == PROMISED


def test_what_a_command_keeps_is_there_after_reopening(path: Path, folder: Path) -> None:
    store = SqliteStore(path, folder, make=True)
    set_office(store)
    store.close()
    assert not path.with_name("so.khxa-wal").exists()
    again = SqliteStore(path, folder)
    assert office_of(again) == SAMPLE_OFFICE
    again.close()


def test_a_command_that_fails_keeps_nothing_and_no_journal_row(store: SqliteStore) -> None:
    def fail() -> None:
        with store.command("set_office") as shelves:
            shelves.office.put(SAMPLE_OFFICE)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert office_of(store) is None
    with store.reading() as shelves:
        assert shelves.history("office") == []
    assert not store.changed


def test_each_change_has_its_journal_row_with_before_and_after(store: SqliteStore) -> None:
    set_office(store)
    set_office(store, Office(name="Mai Thượng"))
    with store.reading() as shelves:
        latest, first = shelves.history("office")
    assert first.before is None
    assert latest.before is not None
    assert latest.after is not None
    assert (latest.command, latest.before["name"], latest.after["name"]) == (
        "set_office",
        SAMPLE_OFFICE.name,
        "Mai Thượng",
    )


def test_a_second_writer_is_told_that_the_store_is_open(store: SqliteStore) -> None:
    with pytest.raises(StoreInUse):
        SqliteStore(store.path, store.path.parent / "sao-luu")


def test_a_reader_may_look_while_the_window_is_open(store: SqliteStore, folder: Path) -> None:
    set_office(store)
    reader = SqliteStore(store.path, folder, writing=False)
    assert office_of(reader) == SAMPLE_OFFICE
    reader.close()


def test_a_store_that_may_only_be_read_can_be_looked_into(
    store: SqliteStore, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _before: object) -> None:
        raise StoreNotWritable(path)

    set_office(store)
    monkeypatch.setattr("kehoach_desktop.store.sqlite_store.open_existing", refuse)
    with pytest.raises(StoreNotWritable):
        SqliteStore(path, folder, writing=False)  # the last commands are in the log beside it
    store.close()
    beside = sorted(path.parent.iterdir())
    still = SqliteStore(path, folder, writing=False)
    assert office_of(still) == SAMPLE_OFFICE
    with pytest.raises(StoreNotWritable):
        set_office(still)
    still.close()
    assert sorted(path.parent.iterdir()) == beside
    with pytest.raises(StoreNotWritable):
        SqliteStore(path, folder)


def test_a_missing_store_is_not_made_by_looking(path: Path, folder: Path) -> None:
    with pytest.raises(StoreMissing):
        SqliteStore(path, folder, writing=False)
    with pytest.raises(StoreMissing):
        SqliteStore(path, folder)
    assert not path.exists()


@pytest.mark.parametrize("contents", [b"", b"khong phai so", b"SQLite format 3\x00" + b"\x00" * 84])
def test_a_file_that_is_no_store_is_refused_and_left_alone(
    path: Path, folder: Path, contents: bytes
) -> None:
    path.write_bytes(contents)
    with pytest.raises(KehoachError):
        SqliteStore(path, folder)
    assert path.read_bytes() == contents


def test_another_programs_database_is_refused(path: Path, folder: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE khac (a)")
    with pytest.raises(NotAStore):
        SqliteStore(path, folder)


def test_a_store_of_a_newer_program_is_refused_and_left_alone(path: Path, folder: Path) -> None:
    SqliteStore(path, folder, make=True).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('kehoach', '9999_future', '2040-01-01')"
        )
        raw.commit()
    before = path.read_bytes()
    with pytest.raises(StoreTooNew):
        SqliteStore(path, folder)
    assert path.read_bytes() == before


def test_an_older_store_is_backed_up_before_it_is_migrated(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kehoach_desktop.store import migrations as steps

    SqliteStore(path, folder, make=True).close()
    monkeypatch.setattr("kehoach_desktop.store.database.STEPS", (*STEPS, "0099_later"))
    known = list(steps.migrations._migrations)  # noqa: SLF001 - put back below
    made = "CREATE TABLE later (a TEXT) STRICT"
    steps.migrations(name="0099_later")(lambda db: db.execute(made) and None)
    try:
        store = SqliteStore(path, folder)
    finally:
        steps.migrations._migrations[:] = known  # noqa: SLF001 - as it was
    assert [backup.reason for backup in store.backups()] == ["truoc-nang-cap"]
    store.close()
    assert "later" in Database(sqlite3.connect(path)).table_names()


def test_damage_is_noticed_and_the_file_left_alone(path: Path, folder: Path) -> None:
    damage(path, folder)
    before = path.read_bytes()
    with pytest.raises(StoreDamaged):
        SqliteStore(path, folder)
    assert path.read_bytes() == before


def damage(path: Path, folder: Path) -> None:
    store = SqliteStore(path, folder, make=True)
    set_office(store)
    store.close()
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\x00" * (len(whole) - 4096)
    path.write_bytes(whole)


def test_a_backup_opens_and_holds_what_stood(store: SqliteStore, folder: Path) -> None:
    set_office(store)
    written = store.back_up("bang-tay")
    assert written.parent == folder
    copy = SqliteStore(written, folder / "x", writing=False)
    assert office_of(copy) == SAMPLE_OFFICE
    copy.close()
    assert not store.changed


def test_the_last_ten_backups_are_kept(store: SqliteStore) -> None:
    written = [store.back_up("bang-tay") for _ in range(12)]
    assert {backup.path for backup in store.backups()} == set(written[2:])


def test_a_backup_that_fails_its_check_removes_no_older_one(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = [store.back_up("bang-tay") for _ in range(10)]

    def refuse(path: Path, called: Path) -> None:
        raise StoreDamaged(called or path)

    monkeypatch.setattr(backups_module, "check_copy", refuse)
    with pytest.raises(BackupFailed):
        store.back_up("bang-tay")
    assert {backup.path for backup in store.backups()} == set(good)


def test_a_folder_that_refuses_is_a_sentence(store: SqliteStore, folder: Path) -> None:
    folder.write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    with pytest.raises(BackupFailed):
        store.back_up("bang-tay")


def test_going_back_keeps_what_stood_as_a_backup(store: SqliteStore) -> None:
    set_office(store)
    earlier = store.back_up("bang-tay")
    set_office(store, Office(name="Mai Thượng"))
    store.restore(earlier)
    assert office_of(store) == SAMPLE_OFFICE
    latest = store.backups()[0]
    assert latest.reason == "truoc-khoi-phuc"
    set_office(store, Office(name="Sau khôi phục"))
    store.restore(latest.path)
    restored = office_of(store)
    assert restored is not None
    assert restored.name == "Mai Thượng"


def test_a_store_another_tool_writes_into_is_not_put_back_under_its_hands(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(database.PRAGMAS, "busy_timeout", 1)
    store = SqliteStore(path, folder, make=True)
    set_office(store)
    backup = store.back_up("bang-tay")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE office SET value = ? WHERE key = 'name'", ('"Mai Thượng"',))
    with pytest.raises(StoreInUse):
        store.restore(backup)
    other.execute("COMMIT")
    other.close()
    office = office_of(store)
    assert office is not None
    assert office.name == "Mai Thượng"
    store.restore(backup)
    assert office_of(store) == SAMPLE_OFFICE
    store.close()


def test_a_damaged_store_is_moved_aside_and_replaced(path: Path, folder: Path) -> None:
    other = path.with_name("khac.khxa")
    healthy = SqliteStore(other, folder, make=True)
    set_office(healthy)
    backup = healthy.back_up("bang-tay")
    healthy.close()
    damage(path, folder)
    aside = restore_store(backup, path, folder)
    assert aside is not None
    assert aside.exists()
    store = SqliteStore(path, folder)
    assert office_of(store) == SAMPLE_OFFICE
    store.close()


def test_a_lost_store_comes_back_from_its_backup(store: SqliteStore, folder: Path) -> None:
    set_office(store)
    backup = store.back_up("bang-tay")
    elsewhere = store.path.parent / "may-moi" / "so.khxa"
    assert restore_store(backup, elsewhere, folder) is None
    again = SqliteStore(elsewhere, folder)
    assert office_of(again) == SAMPLE_OFFICE
    again.close()


def test_the_log_of_a_lost_store_is_not_played_into_the_backup_in_its_place(
    store: SqliteStore, folder: Path
) -> None:
    set_office(store)
    backup = store.back_up("bang-tay")
    set_office(store, Office(name="Mai Thượng"))
    log = store.path.with_name(f"{store.path.name}-wal").read_bytes()
    elsewhere = store.path.parent / "may-moi" / "so.khxa"
    elsewhere.parent.mkdir()
    elsewhere.with_name("so.khxa-wal").write_bytes(log)

    restore_store(backup, elsewhere, folder)

    again = SqliteStore(elsewhere, folder)
    assert office_of(again) == SAMPLE_OFFICE
    again.close()


def test_the_log_of_a_damaged_store_goes_aside_with_it(path: Path, folder: Path) -> None:
    SqliteStore(path, folder, make=True).close()
    store = SqliteStore(path, folder)
    backup = store.back_up("bang-tay")
    set_office(store)
    log = path.with_name("so.khxa-wal").read_bytes()
    broken = path.with_name("hong.khxa")
    broken.write_bytes(b"khong con la so")
    broken.with_name("hong.khxa-wal").write_bytes(log)

    aside = restore_store(backup, broken, folder)

    store.close()
    assert aside is not None
    assert aside.read_bytes() == b"khong con la so"
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == log


def test_a_store_that_could_not_be_made_leaves_no_half_of_one(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_the_disk(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (id TEXT) STRICT")
        message = "database or disk is full"
        raise sqlite3.OperationalError(message)

    monkeypatch.setattr(migrations, "migrate", fill_the_disk)
    with pytest.raises(StoreRefused):
        SqliteStore(path, folder, make=True)
    assert [left.name for left in path.parent.glob("so.khxa*")] == []


def test_a_backup_that_is_none_changes_nothing(store: SqliteStore, tmp_path: Path) -> None:
    set_office(store)
    false = tmp_path / "gia.khxa"
    false.write_bytes(b"khong phai ban sao luu")
    with pytest.raises(NotAStore):
        store.restore(false)
    assert office_of(store) == SAMPLE_OFFICE


def test_a_backup_of_a_newer_program_is_refused_and_the_store_goes_on(
    store: SqliteStore, tmp_path: Path
) -> None:
    set_office(store)
    newer = tmp_path / "moi-hon.khxa"
    newer.write_bytes(store.back_up("bang-tay").read_bytes())
    with closing(sqlite3.connect(newer)) as raw, raw:
        raw.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('kehoach', '9999_future', '2040-01-01')"
        )
    set_office(store, Office(name="Mai Thượng"))
    with pytest.raises(StoreTooNew):
        store.restore(newer)
    assert len(store.backups()) == 1
    set_office(store, replace(SAMPLE_OFFICE, name="Ghi tiếp được"))
    held = office_of(store)
    assert held is not None
    assert held.name == "Ghi tiếp được"


def test_an_older_backup_is_brought_up_to_date_and_stays_as_it_was(
    store: SqliteStore, tmp_path: Path
) -> None:
    older = tmp_path / "cu-hon.khxa"
    with closing(sqlite3.connect(older)) as raw:
        raw.executescript((Path(__file__).parent / "old" / "0001.sql").read_text("utf-8"))
    before = older.read_bytes()
    store.restore(older)
    with store.reading() as shelves:
        plans = shelves.plans.all()
        assert shelves.teams.book() is not None  # a table of a later step is there
    assert plans
    assert older.read_bytes() == before
    reasons = [backup.reason for backup in store.backups()]
    assert reasons == ["truoc-nang-cap", "truoc-khoi-phuc"]
