"""Activities of the teams, indicators, figures and what is to be reached."""

ACTIVITIES = (
    """CREATE TABLE activity (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        team TEXT NOT NULL,
        place TEXT NOT NULL,
        content TEXT NOT NULL,
        people INTEGER,
        women INTEGER,
        elderly INTEGER,
        minority INTEGER,
        counts TEXT NOT NULL,
        tasks TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX activity_day ON activity (day)",
    """CREATE TABLE activity_file (
        activity TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        PRIMARY KEY (activity, sha256)
    ) STRICT, WITHOUT ROWID""",
    # Those that are shipped stand here only once an office has changed them.
    """CREATE TABLE indicator (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        measure TEXT NOT NULL,
        nature TEXT NOT NULL,
        drawn TEXT NOT NULL,
        kinds TEXT NOT NULL,
        parts TEXT NOT NULL,
        by_village INTEGER NOT NULL,
        retired INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE figure (
        indicator TEXT NOT NULL,
        unit TEXT NOT NULL,
        period TEXT NOT NULL,
        value INTEGER NOT NULL,
        source TEXT NOT NULL,
        dated TEXT,
        PRIMARY KEY (indicator, unit, period)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX figure_period ON figure (period)",
    """CREATE TABLE figure_target (
        indicator TEXT NOT NULL,
        unit TEXT NOT NULL,
        period TEXT NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (indicator, unit, period)
    ) STRICT, WITHOUT ROWID""",
)
