"""The office, plans, answers, report texts and the journal."""

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
