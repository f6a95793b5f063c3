"""The tables, step by step; a released step is history: add, never edit."""

from __future__ import annotations

APPLICATION_ID = 0x4B485841  # "KHXA", what tells our file from any other
MIGRATION_SET = "kehoach"

FIRST = (
    """CREATE TABLE office (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE plan (
        id TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        document TEXT NOT NULL,
        source_name TEXT NOT NULL,
        source_sha256 TEXT NOT NULL,
        imported_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX plan_source ON plan (source_sha256)",
    """CREATE TABLE appendix (
        id TEXT PRIMARY KEY,
        plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        label TEXT NOT NULL,
        title TEXT NOT NULL,
        attached_to TEXT NOT NULL,
        columns TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX appendix_plan ON appendix (plan, position)",
    """CREATE TABLE task_group (
        id TEXT PRIMARY KEY,
        appendix TEXT NOT NULL REFERENCES appendix (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        level TEXT NOT NULL,
        ordinal TEXT NOT NULL,
        title TEXT NOT NULL,
        parent TEXT
    ) STRICT""",
    "CREATE INDEX task_group_appendix ON task_group (appendix, position)",
    """CREATE TABLE task (
        id TEXT PRIMARY KEY,
        appendix TEXT NOT NULL REFERENCES appendix (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        ordinal TEXT NOT NULL,
        content TEXT NOT NULL,
        lead_agencies_text TEXT NOT NULL,
        coordinating_text TEXT NOT NULL,
        deliverable TEXT NOT NULL,
        task_group TEXT,
        parent TEXT,
        extra TEXT NOT NULL,
        assigned_to TEXT NOT NULL,
        place TEXT NOT NULL,
        ours INTEGER NOT NULL,
        ours_reason TEXT NOT NULL,
        ours_by_hand INTEGER NOT NULL,
        deadline_text TEXT NOT NULL,
        deadline_kind TEXT NOT NULL,
        due TEXT,
        start TEXT,
        recurrence TEXT,
        ongoing INTEGER NOT NULL,
        exclusive INTEGER NOT NULL,
        day_of_month INTEGER
    ) STRICT""",
    "CREATE INDEX task_appendix ON task (appendix, position)",
    """CREATE TABLE finding (
        id INTEGER PRIMARY KEY,
        plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        task TEXT NOT NULL,
        severity TEXT NOT NULL,
        place TEXT NOT NULL,
        message TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX finding_plan ON finding (plan)",
    """CREATE TABLE period (
        key TEXT PRIMARY KEY,
        opened_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE progress_entry (
        task TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        period TEXT NOT NULL,
        status TEXT,
        done_on TEXT,
        percent INTEGER,
        result TEXT NOT NULL,
        evidence TEXT NOT NULL,
        obstacle TEXT NOT NULL,
        proposal TEXT NOT NULL,
        PRIMARY KEY (task, period)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE report_text (
        period TEXT PRIMARY KEY,
        blocks TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        command TEXT NOT NULL,
        subject TEXT NOT NULL,
        before TEXT,
        after TEXT
    ) STRICT""",
    "CREATE INDEX journal_subject ON journal (subject, id)",
)

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

RETURN_FORMS = (
    """CREATE TABLE form_store (
        id TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE form_sent (
        form TEXT PRIMARY KEY,
        period TEXT NOT NULL,
        unit TEXT NOT NULL,
        sent_at TEXT NOT NULL,
        due TEXT,
        checksum TEXT NOT NULL,
        tasks TEXT NOT NULL,
        file TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX form_sent_period ON form_sent (period)",
    # A file may come home that is no form of ours, so `form` refers to none.
    """CREATE TABLE form_receipt (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        period TEXT NOT NULL,
        unit TEXT NOT NULL,
        form TEXT NOT NULL,
        file TEXT NOT NULL,
        digest TEXT NOT NULL,
        received_at TEXT NOT NULL,
        tasks TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX form_receipt_period ON form_receipt (period)",
    """CREATE TABLE late_claim (
        period TEXT NOT NULL,
        task TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        unit TEXT NOT NULL,
        words TEXT NOT NULL,
        PRIMARY KEY (period, task, unit)
    ) STRICT, WITHOUT ROWID""",
)

TEAMS = (
    """CREATE TABLE team (
        id TEXT PRIMARY KEY,
        area TEXT NOT NULL,
        kind TEXT NOT NULL,
        unit TEXT NOT NULL,
        since TEXT,
        until TEXT
    ) STRICT""",
    """CREATE TABLE person (
        id TEXT PRIMARY KEY,
        full_name TEXT NOT NULL,
        gender TEXT,
        birth_date TEXT,
        birth_year INTEGER,
        post TEXT NOT NULL,
        phone TEXT NOT NULL,
        other_phones TEXT NOT NULL,
        cccd TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE membership (
        person TEXT NOT NULL REFERENCES person (id),
        team TEXT NOT NULL REFERENCES team (id),
        role TEXT NOT NULL,
        joined TEXT NOT NULL,
        left_on TEXT,
        reason TEXT,
        PRIMARY KEY (person, team, joined)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX membership_team ON membership (team, joined)",
    # The list a decision froze names people by id, also those who were erased since.
    """CREATE TABLE team_decision (
        id TEXT PRIMARY KEY,
        team TEXT NOT NULL REFERENCES team (id),
        number TEXT NOT NULL,
        decided_on TEXT NOT NULL,
        roster TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX team_decision_team ON team_decision (team, decided_on)",
    """CREATE TABLE team_setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)

MAPPINGS = (
    # How an issuing body's columns were read by hand: both keys are folded words.
    """CREATE TABLE column_reading (
        issuer TEXT NOT NULL,
        heading TEXT NOT NULL,
        role TEXT NOT NULL,
        PRIMARY KEY (issuer, heading)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE commune_word (
        word TEXT PRIMARY KEY,
        never INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
)

REVIEWS = (
    # What an officer let stand; `digest` is the sum over the answer that was looked at.
    """CREATE TABLE review_accepted (
        period TEXT NOT NULL,
        task TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        concern TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (period, task, concern, digest)
    ) STRICT, WITHOUT ROWID""",
)

ISSUED = (
    """CREATE TABLE issued_paper (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        symbol TEXT NOT NULL,
        issued_on TEXT NOT NULL,
        subject TEXT NOT NULL,
        signer TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        data TEXT NOT NULL,
        replaces TEXT NOT NULL,
        file BLOB NOT NULL,
        UNIQUE (year, series, number)
    ) STRICT""",
)

STEPS: dict[str, tuple[str, ...]] = {
    "0001_first": FIRST,
    "0002_duties": DUTIES,
    "0003_return_forms": RETURN_FORMS,
    "0004_teams": TEAMS,
    "0005_mappings": MAPPINGS,
    "0006_reviews": REVIEWS,
    "0007_issued_papers": ISSUED,
}
