"""Digital teams, their people and decisions."""

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
