"""The font each run of a Word document is set in, as far as old byte fonts make it matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from kehoach_desktop.importers.legacy_text import decoded
from kehoach_desktop.importers.word_numbering import W

LEGACY = re.compile(rb"""["'](?:\.vn|vni)""", re.IGNORECASE)


@dataclass(slots=True)
class WordFonts:
    """Knows the fonts of styles; without any old font it decodes nothing and costs nothing."""

    matters: bool = False
    usual: str = ""
    styles: dict[str, str] = field(default_factory=dict)

    def decoded(self, text: str, run: Any) -> str:
        """Return `text` of `run` in Unicode."""
        return decoded(text, self._font(run)) if self.matters and text else text

    def _font(self, run: Any) -> str:
        own = _named(run.find(f"{W}rPr"))
        if own:
            return own
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is not None and (found := self.styles.get(style.get(f"{W}val") or "")):
            return found
        paragraph = next(run.iterancestors(f"{W}p"), None)
        mark = None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")
        return self.styles.get("" if mark is None else mark.get(f"{W}val") or "") or self.usual


def read_fonts(document: bytes, styles_part: bytes, styles: Any | None) -> WordFonts:
    """Return the fonts that the styles (the part as bytes and parsed) give."""
    fonts = WordFonts(bool(LEGACY.search(document) or LEGACY.search(styles_part)))
    if styles is None or not fonts.matters:
        return fonts
    fonts.usual = _named(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    parents: dict[str, str] = {}
    for style in styles.iterfind(f"{W}style"):
        name = style.get(f"{W}styleId") or ""
        based = style.find(f"{W}basedOn")
        parents[name] = "" if based is None else based.get(f"{W}val") or ""
        fonts.styles[name] = _named(style.find(f"{W}rPr"))
        if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph":
            fonts.usual = fonts.styles[name] or fonts.usual
    for name in parents:
        ancestor, steps = name, 0
        while ancestor and not fonts.styles.get(ancestor) and steps < 20:
            ancestor, steps = parents.get(ancestor, ""), steps + 1
        fonts.styles[name] = fonts.styles.get(ancestor, "")
    return fonts


def _named(properties: Any | None) -> str:
    """Return the font that run properties name; "" where they name none."""
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    if fonts is None:
        return ""
    return str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or fonts.get(f"{W}cs") or "")
