"""The command about the words by which tasks of the commune are known."""

from __future__ import annotations

import argparse

from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.i18n import _


def commune_words(asked: argparse.Namespace, tools: Tools) -> None:
    """Show or change the office's own words for a task of the commune."""
    changing = bool(asked.also or asked.never or asked.remove)
    with tools.open_desk(asked.store, make=changing, writing=changing) as desk:
        held = desk.mappings.commune_words()
        if changing:
            gone = set(asked.remove)
            also = [word for word in (*held.also, *asked.also) if word not in gone]
            never = [word for word in (*held.never, *asked.never) if word not in gone]
            held = desk.mappings.use_words(also, never)
    lines = [_("Việc của xã: {word}").format(word=word) for word in held.also]
    lines += [_("Không phải việc của xã: {word}").format(word=word) for word in held.never]
    answer(asked, {"also": list(held.also), "never": list(held.never)}, lines)
