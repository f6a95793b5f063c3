"""What an issued paper was made from, its signed copy; who signs and to whom papers go."""

PAPERS = (
    "ALTER TABLE issued_paper ADD COLUMN relation TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE issued_paper ADD COLUMN snapshot BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE issued_paper ADD COLUMN corrected BLOB NOT NULL DEFAULT x''",
    "UPDATE issued_paper SET relation = 'thay_the' WHERE replaces <> ''",
    """CREATE TABLE signed_copy (
        paper TEXT PRIMARY KEY REFERENCES issued_paper (id),
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        attached_on TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE signer (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        capacity TEXT NOT NULL,
        position TEXT NOT NULL,
        issuer TEXT NOT NULL,
        valid_from TEXT,
        valid_until TEXT
    ) STRICT""",
    """CREATE TABLE recipient_list (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        issuer TEXT NOT NULL,
        recipients TEXT NOT NULL,
        archive TEXT NOT NULL,
        valid_from TEXT,
        valid_until TEXT
    ) STRICT""",
)
