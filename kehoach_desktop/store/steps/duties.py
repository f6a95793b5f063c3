"""Duties, days off, units, and the closing of a period."""

DUTIES = (
    """CREATE TABLE duty (
        id TEXT PRIMARY KEY,
        rule TEXT NOT NULL,
        sender TEXT NOT NULL,
        recipient TEXT NOT NULL,
        source TEXT NOT NULL,
        plan TEXT NOT NULL,
        cutoff_day INTEGER NOT NULL,
        steps TEXT NOT NULL,
        since TEXT,
        until TEXT,
        added_on TEXT
    ) STRICT""",
    # A duty may be the office's own, which has no row: `duty` refers to none.
    """CREATE TABLE duty_done (
        duty TEXT NOT NULL,
        key TEXT NOT NULL,
        done_on TEXT NOT NULL,
        PRIMARY KEY (duty, key)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE day_off (
        day TEXT PRIMARY KEY,
        off INTEGER NOT NULL,
        reason TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE unit (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        valid_from TEXT,
        valid_until TEXT
    ) STRICT""",
    "ALTER TABLE period ADD COLUMN closed_at TEXT",
    "ALTER TABLE period ADD COLUMN closed_reason TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX progress_entry_period ON progress_entry (period, status)",
)
