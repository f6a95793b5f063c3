"""What an .xlsx keeps beside its values: sheets and their state, formats, merges, hidden lines."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from kehoach_desktop.domain.text import nfc
from kehoach_desktop.importers.number_formats import BUILT_IN
from kehoach_desktop.importers.package import Package, ending
from kehoach_desktop.importers.sheet_tables import Area

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?ref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
# A cell that closes itself is blank: nothing of it is ever shown.
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>")
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b([^>]*)>")
_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FONTS = re.compile(rb"<(?:\w+:)?fonts\b.*?</(?:\w+:)?fonts>", re.DOTALL)
_FONT_NAME = re.compile(rb"<(?:\w+:)?name\b([^>]*)>")
_FONT = re.compile(rb"<(?:\w+:)?font\b[^>]*?(?:/>|>.*?</(?:\w+:)?font>)", re.DOTALL)
STRIKE = re.compile(rb"""<(?:\w+:)?d?strike\b(?![^>]*val=["'](?:0|false|off)["'])""")
_LEGACY = re.compile(rb"""["'](?:\.vn|vni)""", re.IGNORECASE)
_XF = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")
_UNCOUNTED = re.compile(
    rb"<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<v\s*/>|<v></v>)?\s*</(?:\w+:)?c>"
)
ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook: its name, the part that holds it, whether it is hidden."""

    name: str
    part: str
    hidden: bool


def attributes(found: bytes) -> dict[str, str]:
    """Return the attributes of an XML tag by name."""
    return {
        key.decode(): unescape(value.decode("utf-8", "replace"))
        for key, value in _ATTRIBUTE.findall(found)
    }


def column_index(letters: str) -> int:
    """Return the column called `letters`, counted from nought."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def sheets(package: Package) -> list[Sheet]:
    """Return the sheets of the workbook in their order."""
    book = next((part for part in package.parts if part.endswith("workbook.xml")), "")
    folder, leaf = posixpath.split(book)
    targets = {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in map(
            attributes, _RELATION.findall(package.part(f"{folder}/_rels/{leaf}.rels"))
        )
    }
    found = map(attributes, _SHEET.findall(package.part(book)))
    return [
        Sheet(
            nfc(sheet.get("name", "")),
            _resolved(
                folder, next((v for k, v in sheet.items() if k.endswith(":id")), ""), targets
            ),
            sheet.get("state", "visible") != "visible",
        )
        for sheet in found
    ]


def _resolved(folder: str, relation: str, targets: dict[str, str]) -> str:
    target = targets.get(relation, "")
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target)) if target else ""


def format_codes(package: Package) -> list[str]:
    """Return the number format of each cell style, in the order cells number them."""
    styles = ending(package, "styles.xml")
    own = {
        one.get("numFmtId", ""): one.get("formatCode", "")
        for one in map(attributes, _FORMAT.findall(styles))
    }
    numbers = (style.get("numFmtId", "0") for style in _cell_styles(styles))
    return [own.get(number) or BUILT_IN.get(_whole(number), "") for number in numbers]


def font_names(package: Package) -> list[str]:
    """Return the font of each cell style, in the order cells number them."""
    styles = ending(package, "styles.xml")
    block = _FONTS.search(styles)
    names = (
        [attributes(one).get("val", "") for one in _FONT_NAME.findall(block[0])] if block else []
    )
    numbers = (_whole(style.get("fontId", "0")) for style in _cell_styles(styles))
    return [names[number] if number < len(names) else "" for number in numbers]


def struck_styles(package: Package) -> list[bool]:
    """Return whether each cell style strikes its text out, in the order cells number them."""
    styles = ending(package, "styles.xml")
    block = _FONTS.search(styles)
    struck = [bool(STRIKE.search(font)) for font in _FONT.findall(block[0])] if block else []
    if not any(struck):
        return []
    numbers = (_whole(style.get("fontId", "0")) for style in _cell_styles(styles))
    return [number < len(struck) and struck[number] for number in numbers]


def plain(text: bytes) -> str:
    """Return the text of an XML element with its entities spelt out."""
    return nfc(unescape(text.decode("utf-8", "replace")))


def has_legacy_fonts(package: Package) -> bool:
    """Say whether a cell or a run of the workbook may be set in an old byte font."""
    parts = (ending(package, "styles.xml"), ending(package, "sharedStrings.xml"))
    return any(_LEGACY.search(part) for part in parts)


def _cell_styles(styles: bytes) -> Iterator[dict[str, str]]:
    block = _FORMATS.search(styles)
    return map(attributes, _XF.findall(block[0])) if block else iter(())


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def merges(sheet: bytes) -> list[Area]:
    """Return the merged areas of a sheet."""
    return [
        (int(top) - 1, column_index(left.decode()), int(bottom) - 1, column_index(right.decode()))
        for left, top, right, bottom in _MERGE.findall(sheet)
    ]


def hidden_rows(sheet: bytes) -> set[int]:
    """Return the numbers of the hidden rows, the first row being 1."""
    rows = (attributes(found) for found in _ROW.findall(sheet) if b"hidden" in found)
    return {_whole(row.get("r", "")) for row in rows if row.get("hidden") in ("1", "true")}


def hidden_columns(sheet: bytes, width: int) -> tuple[int, ...]:
    """Return the hidden columns among the first `width`, counted from nought."""
    hidden: set[int] = set()
    for column in map(attributes, _COLUMN.findall(sheet)):
        if column.get("hidden") in ("1", "true") or column.get("width") == "0":
            first, last = _whole(column.get("min", "")), _whole(column.get("max", ""))
            hidden.update(range(first - 1, min(last, width)))
    return tuple(sorted(column for column in hidden if 0 <= column < width))


def styles(sheet: bytes) -> dict[str, int]:
    """Return the style number of each cell that names its address."""
    cells = (attributes(found) for found in _CELL.findall(sheet) if b" s=" in found)
    return {cell["r"]: _whole(cell.get("s", "")) for cell in cells if "r" in cell}


def extent(sheet: bytes) -> tuple[int, int]:
    """Return how many rows and columns a sheet reaches, by what its cells say of themselves."""
    addresses = set(re.findall(rb"""\sr=["']([A-Z]*)(\d+)["']""", sheet))
    rows = max((int(number) for _, number in addresses), default=0)
    letters = {column for column, _ in addresses if column}
    return rows, max((column_index(column.decode()) + 1 for column in letters), default=0)


def formulas_without_value(sheet: bytes) -> int:
    """Return how many formulas of a sheet carry no value to read."""
    return len(_UNCOUNTED.findall(sheet))
