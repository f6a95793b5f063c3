"""The steps of the store in their order; a new one goes to the end with the next number."""

from __future__ import annotations

from kehoach_desktop.store.steps.activities import ACTIVITIES
from kehoach_desktop.store.steps.answers import ANSWERS
from kehoach_desktop.store.steps.duties import DUTIES
from kehoach_desktop.store.steps.first import FIRST
from kehoach_desktop.store.steps.forms import RETURN_FORMS
from kehoach_desktop.store.steps.issued import ISSUED
from kehoach_desktop.store.steps.other_words import OTHER_WORDS
from kehoach_desktop.store.steps.paper_drafts import PAPER_DRAFTS
from kehoach_desktop.store.steps.papers import PAPERS
from kehoach_desktop.store.steps.people import PEOPLE
from kehoach_desktop.store.steps.reading import MAPPINGS
from kehoach_desktop.store.steps.reviews import REVIEWS
from kehoach_desktop.store.steps.teams import TEAMS
from kehoach_desktop.store.steps.villages import VILLAGES

APPLICATION_ID = 0x4B485841  # "KHXA", what tells our file from any other
MIGRATION_SET = "kehoach"

STEPS: dict[str, tuple[str, ...]] = {
    "0001_first": FIRST,
    "0002_duties": DUTIES,
    "0003_return_forms": RETURN_FORMS,
    "0004_teams": TEAMS,
    "0005_mappings": MAPPINGS,
    "0006_reviews": REVIEWS,
    "0007_issued_papers": ISSUED,
    "0008_answers": ANSWERS,
    "0009_papers": PAPERS,
    "0010_activities": ACTIVITIES,
    "0011_villages": VILLAGES,
    "0012_other_words": OTHER_WORDS,
    "0013_paper_drafts": PAPER_DRAFTS,
    "0014_people": PEOPLE,
}
