"""What became of villages: merged, split, renamed."""

VILLAGES = (
    # Villages may be removed as mistakes later: `before_units` and `after_units` refer to none.
    """CREATE TABLE village_change (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        effective_on TEXT NOT NULL,
        before_units TEXT NOT NULL,
        after_units TEXT NOT NULL,
        paper TEXT NOT NULL
    ) STRICT""",
    "ALTER TABLE unit ADD COLUMN former TEXT NOT NULL DEFAULT '[]'",
)
