"""How a state looks: its glyph, the hue of the glyph, and the colour of its words."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.progress import Standing, TaskStatus


@dataclass(frozen=True, slots=True)
class Look:
    """A glyph of the icon table with its colour token, and the token of the words beside it."""

    glyph: str
    hue: str
    words: str = "text"
    strong: bool = False


STANDING_LOOKS = {
    Standing.UNANSWERED: Look("dashed", "grey", "text2"),
    Standing.NOT_STARTED: Look("ring", "grey", "text2"),
    Standing.IN_PROGRESS: Look("half", "acc"),
    Standing.DONE_ON_TIME: Look("done", "green"),
    Standing.DONE_LATE: Look("done_late", "amber"),
    Standing.OVERDUE: Look("overdue", "red", "red", strong=True),
    Standing.ONGOING: Look("cycle", "teal"),
    Standing.NOTHING: Look("nothing", "grey", "text2"),
    Standing.SUSPENDED: Look("pause", "grey", "text2"),
    Standing.WAITING: Look("hourglass", "grey", "text2"),
}

STATUS_LOOKS = {
    None: STANDING_LOOKS[Standing.UNANSWERED],
    TaskStatus.NOT_STARTED: STANDING_LOOKS[Standing.NOT_STARTED],
    TaskStatus.IN_PROGRESS: STANDING_LOOKS[Standing.IN_PROGRESS],
    TaskStatus.DONE: STANDING_LOOKS[Standing.DONE_ON_TIME],
    TaskStatus.ONGOING: STANDING_LOOKS[Standing.ONGOING],
    TaskStatus.NOTHING: STANDING_LOOKS[Standing.NOTHING],
    TaskStatus.SUSPENDED: STANDING_LOOKS[Standing.SUSPENDED],
}

SEVERITY_LOOKS = {
    Severity.ERROR: Look("octagon", "red", "red", strong=True),
    Severity.CHECK: Look("flag", "amber", "amber"),
    Severity.INFO: Look("info", "acc"),
}

DUE_SOON = Look("clock", "amber", "amber")
DOUBT = Look("flag", "amber", "amber")
OWED = Look("triangle", "amber")
READY = Look("tick", "green", "text2")
