"""What stands in a paragraph: letters with their looks, drawn lines, fields, page breaks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kehoach_desktop.documents.check.looks import Run, RunLook
from kehoach_desktop.documents.check.styles import Properties, number, value_of
from kehoach_desktop.documents.words_xml import w

EMU_PER_TWIP = 635
THIN = 40_000  # EMU; a shape no higher than this is a line
INSIDE = {"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml"}
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WIDTH = re.compile(r"(?<![\w-])width:\s*([\d.]+)(pt|in|cm|mm)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, None: 1.0}
Look = Callable[[str, Properties], RunLook]
ReadProperties = Callable[[Any], Properties]


@dataclass(frozen=True, slots=True)
class Content:
    """What a paragraph holds."""

    runs: tuple[Run, ...]
    strokes: tuple[float, ...]
    fields: tuple[str, ...]
    page_break: bool


@dataclass(slots=True)
class _Reader:
    look: Look
    properties: ReadProperties
    runs: list[Run] = field(default_factory=list)
    strokes: list[float] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    page_break: bool = False
    instructing: bool = False

    def read(self, container: Any) -> None:
        for element in container:
            kind = _local(element)
            if kind == "r":
                self._read_run(element)
            elif kind in INSIDE:
                if kind == "fldSimple":
                    self.fields.append(element.get(w("instr")) or "")
                self.read(element)

    def _read_run(self, element: Any) -> None:
        own = element.find(w("rPr"))
        character = value_of(None if own is None else own.find(w("rStyle"))) or ""
        look = self.look(character, self.properties(own))
        text = "".join(self._piece(child) for child in element)
        if text:
            self.runs.append(Run(text.upper() if look.capitals else text, look))

    def _piece(self, element: Any) -> str:
        match _local(element):
            case "t":
                return "" if self.instructing else element.text or ""
            case "br" if element.get(w("type")) == "page":
                self.page_break = True
                return ""
            case "fldChar":
                self.instructing = element.get(w("fldCharType")) == "begin"
                if self.instructing:
                    self.fields.append("")
            case "instrText":
                self._instruct(element.text or "")
            case "drawing" | "pict" | "object" | "AlternateContent":
                self.strokes.extend(_strokes(element))
            case sign:
                return SIGNS.get(sign, "")
        return ""

    def _instruct(self, text: str) -> None:
        if self.fields:
            self.fields[-1] += text


def read_runs(paragraph: Any, look: Look, properties: ReadProperties) -> Content:
    """Return the content of a paragraph as it is shown: insertions read, deletions left out."""
    reader = _Reader(look, properties)
    reader.read(paragraph)
    return Content(
        tuple(reader.runs), tuple(reader.strokes), tuple(reader.fields), reader.page_break
    )


def _local(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _strokes(drawing: Any) -> list[float]:
    """Return the widths in twips of the lines that a drawing draws."""
    if _local(drawing) == "AlternateContent":
        chosen = next((c for c in drawing if _local(c) == "Choice"), None)
        return [] if chosen is None else [s for c in chosen for s in _strokes(c)]
    found = []
    for shape in drawing.iter():
        match _local(shape):
            case "anchor" | "inline":
                found.extend(_drawn(shape))
            case "line":
                found.append(_vml_length(shape))
            case "shape" | "rect" if "width" in (shape.get("style") or ""):
                found.extend(_vml_shape(shape))
    return [width for width in found if width > 0]


def _drawn(anchor: Any) -> list[float]:
    extent = next((e for e in anchor if _local(e) == "extent"), None)
    if extent is None:
        return []
    geometry = next((e for e in anchor.iter() if _local(e) == "prstGeom"), None)
    is_line = geometry is not None and "line" in (geometry.get("prst") or "").lower()
    is_line = is_line or (geometry is not None and "onnector" in (geometry.get("prst") or ""))
    if is_line or number(extent.get("cy")) <= THIN:
        return [number(extent.get("cx")) / EMU_PER_TWIP]
    return []


def _vml_length(line: Any) -> float:
    ends = [
        number(re.sub(r"[^\d.-]", "", (line.get(k) or "").split(",")[0])) for k in ("from", "to")
    ]
    return abs(ends[1] - ends[0]) * 20


def _vml_shape(shape: Any) -> list[float]:
    found = _WIDTH.search(shape.get("style") or "")
    is_line = "t32" in (shape.get("type") or "") or "height:0" in (shape.get("style") or "")
    return [float(found[1]) * _POINTS[found[2]] * 20] if found and is_line else []
