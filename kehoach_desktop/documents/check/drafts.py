"""Drafts: papers whose number or day is still left open."""

from __future__ import annotations

import re

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.domain.text import nfc


def is_draft(anatomy: Anatomy) -> bool:
    """Say whether the number or the day is still left open."""
    number, date = anatomy.head.number, anatomy.head.date
    unnumbered = number is not None and not re.search(r"\d", number.said.split("/")[0])
    return unnumbered or (date is not None and not re.search(r"ngày\s*\d", nfc(date.said)))
