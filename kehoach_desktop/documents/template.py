"""A Word template: opened with care, checked, and its specimens repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kehoach_desktop.documents.fields import vocabulary as of_period_report
from kehoach_desktop.documents.template_safety import NOT_WORD, dangers
from kehoach_desktop.documents.vocabulary import Vocabulary
from kehoach_desktop.documents.words_xml import (
    PLACEHOLDER,
    Element,
    fill,
    join_split_placeholders,
    names_in,
    paragraphs,
    text_of,
    w,
)
from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _


class TemplateRefused(KehoachError):
    """A template cannot be used; `findings` say why."""

    def __init__(self, path: Path, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        reasons = " ".join(finding.message for finding in self.findings)
        super().__init__(
            _("Mẫu “{name}” không dùng được: {reasons}").format(name=path.name, reasons=reasons),
            hint=_("Hãy sửa mẫu trong Word, hoặc chép lại mẫu gốc của chương trình."),
        )


@dataclass(frozen=True, slots=True)
class Template:
    """An open template: python-docx's document and its body."""

    document: Any
    body: Element


def check(path: Path, words: Vocabulary | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a template; an ERROR keeps it from being used.

    Named are: anything that runs or reaches out of the file, placeholders that mean nothing, and
    placeholders that are missing; `words` are those of another paper than the report of a period.
    """
    try:
        open_template(path, words)
    except TemplateRefused as refusal:
        return refusal.findings
    return ()


def open_template(path: Path, words: Vocabulary | None = None) -> Template:
    """Return the template at `path`, its placeholders whole.

    Raises TemplateRefused with what `check` finds in it.
    """
    words = words or of_period_report()
    if wrong := [_error(path, sentence) for sentence in dangers(path)]:
        raise TemplateRefused(path, wrong)
    template = _open(path)
    body = template.body
    faults = (*_unknown(body, words), *_missing(body, words)) or tuple(_misplaced(body, words))
    if faults:
        raise TemplateRefused(path, [_error(path, sentence) for sentence in faults])
    return template


def _unknown(body: Element, words: Vocabulary) -> list[str]:
    strange = sorted(set(names_in(body)) - words.known)
    open_ends = {text for p in paragraphs(body) for text in [text_of(p)] if _half_written(text)}
    return [
        *(_("Mẫu có chỗ điền lạ: {name}.").format(name=braced(name)) for name in strange),
        *(_("Mẫu có chỗ điền viết dở: “{text}”.").format(text=t[:60]) for t in sorted(open_ends)),
    ]


def _half_written(text: str) -> bool:
    rest = PLACEHOLDER.sub("", text)
    return any(mark in rest for mark in ("{{", "}}", "{%", "%}", "{#"))


def _missing(body: Element, words: Vocabulary) -> list[str]:
    absent = sorted(words.required - set(names_in(body)))
    return [_("Mẫu thiếu chỗ điền {name}.").format(name=braced(name)) for name in absent]


def braced(name: str) -> str:
    """Return the placeholder as it stands in the template."""
    return f"{{{{{name}}}}}"


def _misplaced(body: Element, words: Vocabulary) -> Iterator[str]:
    for first, second in words.row_pairs:
        if _table_of(body, first) is None or _table_of(body, first) is not _table_of(body, second):
            yield _("Dòng mẫu {first} và {second} phải nằm trong cùng một bảng.").format(
                first=braced(f"{first}.…"), second=braced(f"{second}.…")
            )
            return
    if len(body) == 0 or body[-1].tag != w("sectPr"):
        yield _("Mẫu không có thiết lập trang ở cuối; hãy lưu lại mẫu bằng Word.")
        return
    if not _holds(body, "pl"):
        return
    start, _end = appendix_range(body)
    outside = [c for c in body[:start] if any(_holds(c, p) for p in words.table_prefixes)]
    inside = {name for child in body[start:] for name in names_in(child)}
    if outside or not inside <= words.of_appendix:
        yield _("Phần phụ lục của mẫu phải đứng sau phần ký, ở cuối mẫu.")


def _table_of(body: Element, prefix: str) -> Element | None:
    row = specimen_row(body, prefix)
    return None if row is None else next(row.iterancestors(w("tbl")))


def appendix_range(body: Element) -> tuple[int, int]:
    """Return where the appendix begins and ends among the children of the body.

    It begins after the section that holds Nơi nhận, or else with its own first placeholder.
    """
    children = list(body)
    first = next(i for i, child in enumerate(children) if _holds(child, "pl"))
    before = [i for i in range(first) if children[i].find(f".//{w('sectPr')}") is not None]
    return (before[-1] + 1 if before else first), len(children) - 1


def _error(path: Path, sentence: str) -> Finding:
    return Finding(Severity.ERROR, path.name, sentence)


def _open(path: Path) -> Template:
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, AttributeError) as damage:
        raise TemplateRefused(path, [_error(path, _(NOT_WORD))]) from damage
    body = document.element.body
    join_split_placeholders(body)
    return Template(document, body)


def usable(
    wanted: Path,
    shipped: Path,
    words: Vocabulary | None = None,
    tell: Callable[[str], None] | None = None,
) -> Template:
    """Return the template at `wanted`, open; one that cannot be used gives way to the shipped one.

    `tell` is given the reason then. Raises TemplateRefused when neither can be used.
    """
    try:
        return open_template(wanted, words)
    except TemplateRefused as refusal:
        if wanted == shipped:
            raise
        try:
            template = open_template(shipped, words)
        except TemplateRefused:
            raise refusal from None
        if tell is not None:
            tell(_("{why} Đã dùng mẫu gốc.").format(why=refusal.sentence))
        return template


def specimen_row(element: Element, prefix: str) -> Element | None:
    """Return the innermost table row inside `element` whose placeholders begin with `prefix`."""
    rows = (row for row in element.iter(w("tr")) if _holds(row, prefix))
    return next((row for row in rows if not any(_holds(r, prefix) for r in _inner(row))), None)


def _inner(row: Element) -> list[Element]:
    return [inner for inner in row.iter(w("tr")) if inner is not row]


def _holds(element: Element, prefix: str) -> bool:
    return any(name.startswith(f"{prefix}.") for name in names_in(element))


def repeat_paragraph(pattern: Element, name: str, texts: Iterable[str]) -> None:
    """Put one paragraph for each text in the place of the specimen, looking like it."""
    for text in texts:
        copy = deepcopy(pattern)
        fill(copy, {name: text})
        pattern.addprevious(copy)
    remove(pattern)


def repeat_rows(
    table_part: Element, prefixes: Iterable[str], rows: Iterable[tuple[str, Mapping[str, str]]]
) -> None:
    """Put `rows` in the place of the specimen rows, each made from the one its prefix names.

    Built with lxml alone: a call to `table.cell` counts every row each time.
    """
    patterns = {p: row for p in prefixes if (row := specimen_row(table_part, p)) is not None}
    if not patterns:
        return
    place = next(row for row in table_part.iter(w("tr")) if row in patterns.values())
    made = []
    for prefix, values in rows:
        made.append(deepcopy(patterns[prefix]))
        fill(made[-1], values)
    parent = place.getparent()
    at = parent.index(place)
    for pattern in patterns.values():
        remove(pattern)
    parent[at:at] = made


def remove(element: Element) -> None:
    """Take `element` out; a cell keeps a paragraph, without which Word refuses the file."""
    parent = element.getparent()
    parent.remove(element)
    if parent.tag == w("tc") and parent.find(w("p")) is None:
        parent.append(parent.makeelement(w("p")))
