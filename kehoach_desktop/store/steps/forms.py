"""Return forms, sent and taken in."""

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
