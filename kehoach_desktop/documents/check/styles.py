"""The styles of a Word file: what each level says, laid one over the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from kehoach_desktop.documents.check.looks import RunLook, Setting
from kehoach_desktop.documents.words_xml import w

Properties = dict[str, Any]
TOGGLES = ("b", "i", "caps", "vanish", "strike", "dstrike")
DARK = re.compile(r"(?:[01][0-9a-f]){3}")  # no eye tells these from black
COLOURED = re.compile(r"accent\d|hyperlink|followedHyperlink")
USUAL_FONT = "Times New Roman"
USUAL_HALF_POINTS = 20.0
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NUMBER = re.compile(r"-?\d{1,7}(?:\.\d+)?")


def number(text: str | None, otherwise: float = 0) -> float:
    """Return a measure of the file as a number, `otherwise` where it is none."""
    found = _NUMBER.match(text or "")
    return float(found[0]) if found else otherwise


def value_of(element: Any | None, attribute: str = "val") -> str | None:
    """Return an attribute of Word's own namespace, None where the element is missing."""
    return None if element is None else element.get(w(attribute))


def is_on(element: Any | None) -> bool:
    """Say whether a switch is there and not switched off."""
    return element is not None and value_of(element) not in {"0", "false", "off", "none"}


class Styles:
    """Looks up what a style comes to, with the theme's fonts and the document's defaults."""

    def __init__(self, styles: Any | None, theme: Any | None) -> None:
        self._fonts = _theme_fonts(theme)
        self._run_defaults: Properties = {}
        self._paragraph_defaults: Properties = {}
        self._elements: dict[str, Any] = {}
        self._standard: dict[str, str] = {}
        if styles is not None:
            self._take(styles)
        self.chain = lru_cache(maxsize=4096)(self._chain)

    def _take(self, styles: Any) -> None:
        defaults = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"
        self._run_defaults = self.run_properties(styles.find(defaults))
        defaults = f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"
        self._paragraph_defaults = paragraph_properties(styles.find(defaults))
        for style in styles.iter(w("style")):
            key, kind = style.get(w("styleId")) or "", style.get(w("type")) or "paragraph"
            self._elements[key] = style
            if style.get(w("default")) in {"1", "true", "on"}:
                self._standard[kind] = key

    def standard(self, kind: str) -> str:
        """Return the style of that kind a text has when none is named."""
        return self._standard.get(kind, "")

    def element(self, key: str) -> Any | None:
        """Return the style itself."""
        return self._elements.get(key)

    def name(self, key: str) -> str:
        """Return what a person calls the style."""
        style = self._elements.get(key)
        found = None if style is None else style.find(w("name"))
        return value_of(found) or key

    def _chain(self, key: str) -> tuple[Properties, Properties]:
        """Return the paragraph and the run properties of a style with all it is based on."""
        lineage: list[str] = []
        while key in self._elements and key not in lineage and len(lineage) < 30:
            lineage.append(key)
            key = value_of(self._elements[key].find(w("basedOn"))) or ""
        of_paragraph: Properties = {}
        of_run: Properties = {}
        for ancestor in reversed(lineage):
            style = self._elements[ancestor]
            of_paragraph |= paragraph_properties(style.find(w("pPr")))
            of_run |= self.run_properties(style.find(w("rPr")))
        return of_paragraph, of_run

    def setting(self, style: str, table_style: str, *levels: Properties) -> Setting:
        """Return how a paragraph of that style is set, `levels` laid over it."""
        laid = self._paragraph_defaults | self.chain(table_style)[0] | self.chain(style)[0]
        for level in levels:
            laid = laid | level
        return _setting(laid, self.name(style))

    def look(self, style: str, table_style: Properties, character: str, own: Properties) -> RunLook:
        """Return the look of a run: defaults, table, paragraph style, character style, its own."""
        of_style, of_character = self.chain(style)[1], self.chain(character)[1]
        laid = self._run_defaults | table_style | of_style | of_character | own
        for toggle in TOGGLES:
            if toggle not in own:
                levels = (table_style, of_style, of_character)
                odd = sum(bool(level.get(toggle)) for level in levels) % 2 == 1
                laid[toggle] = odd or bool(self._run_defaults.get(toggle))
        return _look(laid)

    def run_properties(self, element: Any | None) -> Properties:
        """Return what one `rPr` says."""
        laid: Properties = {}
        for child in () if element is None else element:
            tag = child.tag.rsplit("}", 1)[-1] if isinstance(child.tag, str) else ""
            if tag == "rFonts":
                laid |= self._named_fonts(child)
            elif tag in TOGGLES:
                laid[tag] = is_on(child)
            elif tag in _RUN_READERS:
                laid[tag] = _RUN_READERS[tag](child)
        return laid

    def _named_fonts(self, fonts: Any) -> Properties:
        laid: Properties = {}
        for slot in ("ascii", "hAnsi"):
            themed = fonts.get(w(f"{slot}Theme"))
            named = self._fonts.get(themed[:5], "") if themed else fonts.get(w(slot))
            if named:
                laid[slot] = named
        return laid


def _theme_fonts(theme: Any | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("minor", "major"):
        latin = None if theme is None else theme.find(f".//{_A}{kind}Font/{_A}latin")
        found[kind] = "" if latin is None else latin.get("typeface") or ""
    return found


def _colour(element: Any) -> str:
    """Return a colour; that of the theme stands before the one kept beside it for old programs."""
    themed = element.get(w("themeColor")) or ""
    own = (value_of(element) or "").lower()
    return themed if COLOURED.match(themed) and (own == "auto" or DARK.fullmatch(own)) else own


_RUN_READERS: dict[str, Callable[[Any], Any]] = {
    "sz": lambda e: number(value_of(e), USUAL_HALF_POINTS),
    "color": _colour,
    "u": lambda e: (value_of(e) or "single") != "none",
    "highlight": lambda e: value_of(e) not in {None, "none"},
    "vertAlign": lambda e: value_of(e) in {"superscript", "subscript"},
}


def _look(laid: Properties) -> RunLook:
    colour = laid.get("color", "")
    first: str = laid.get("ascii", USUAL_FONT)
    fonts: tuple[str, str] = (first, laid.get("hAnsi", first))
    return RunLook(
        fonts=tuple(dict.fromkeys(fonts)),
        points=laid.get("sz", USUAL_HALF_POINTS) / 2,
        bold=laid["b"],
        italic=laid["i"],
        underlined=laid.get("u", False),
        capitals=laid["caps"],
        hidden=laid["vanish"],
        raised=laid.get("vertAlign", False),
        colour="" if colour == "auto" or DARK.fullmatch(colour) else colour,
        marked=laid.get("highlight", False),
        struck=laid["strike"] or laid["dstrike"],
    )


def paragraph_properties(element: Any | None) -> Properties:
    """Return what one `pPr` says: indents, spacing, alignment, rules, number."""
    laid: Properties = {}
    for child in () if element is None else element:
        tag = child.tag.rsplit("}", 1)[-1] if isinstance(child.tag, str) else ""
        match tag:
            case "jc":
                laid["align"] = value_of(child) or "left"
            case "ind":
                laid |= _indents(child)
            case "spacing":
                laid |= _spacing(child)
            case "pBdr":
                laid["ruled"] = any(is_on(side) for side in child)
            case "pageBreakBefore" | "contextualSpacing":
                laid[tag] = is_on(child)
            case "numPr":
                laid["number"] = _numbered(child)
    return laid


def _indents(element: Any) -> Properties:
    laid: Properties = {}
    for name, keys in {"left": ("start", "left"), "right": ("end", "right")}.items():
        for key in keys:
            if element.get(w(key)) is not None:
                laid[name] = number(element.get(w(key)))
    if element.get(w("hanging")) is not None:
        laid["first"] = -number(element.get(w("hanging")))
    elif element.get(w("firstLine")) is not None:
        laid["first"] = number(element.get(w("firstLine")))
    return laid


def _spacing(element: Any) -> Properties:
    laid: Properties = {}
    for key in ("before", "after"):
        if element.get(w(key)) is not None:
            laid[key] = number(element.get(w(key))) / 20
        if element.get(w(f"{key}Autospacing")) in {"1", "true", "on"}:
            laid[key] = 14.0
    if element.get(w("line")) is not None:
        laid["line"] = number(element.get(w("line")), 240)
        laid["rule"] = element.get(w("lineRule")) or "auto"
    return laid


def _numbered(element: Any) -> tuple[str, int]:
    level = number(value_of(element.find(w("ilvl"))))
    return value_of(element.find(w("numId"))) or "0", int(level)


def _setting(laid: Properties, style: str) -> Setting:
    rule = laid.get("rule", "auto")
    align: str = laid.get("align", "left")
    return Setting(
        align={"start": "left", "end": "right", "distribute": "both"}.get(align, align),
        left=laid.get("left", 0),
        right=laid.get("right", 0),
        first=laid.get("first", 0),
        before=laid.get("before", 0),
        after=laid.get("after", 0),
        line=laid.get("line", 240) / (240 if rule == "auto" else 20),
        rule=rule,
        ruled=laid.get("ruled", False),
        contextual=laid.get("contextualSpacing", False),
        new_page=laid.get("pageBreakBefore", False),
        style=style,
    )
