"""Templates: filled wherever Word put a placeholder, refused when they run, reach out or lack."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from kehoach_desktop.documents.fields import known_placeholders
from kehoach_desktop.documents.paper_fields import known_in_papers, vocabulary_of
from kehoach_desktop.documents.period_report import (
    report_file_name,
    shipped_template,
    write_period_report,
)
from kehoach_desktop.documents.template import TemplateRefused, check, open_template, usable
from kehoach_desktop.documents.words_xml import PLACEHOLDER, text_of
from kehoach_desktop.domain.paper_frame import PaperKind
from tests.documents.binh_minh import october

DOCUMENT = "word/document.xml"


def rewritten(target: Path, part: str, change: Callable[[str], str]) -> Path:
    """The shipped template with one part changed."""
    with zipfile.ZipFile(shipped_template()) as source, zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            text = source.read(name).decode()
            out.writestr(name, change(text) if name == part else text)
    return target


def with_part(target: Path, name: str, content: str = "x") -> Path:
    rewritten(target, "", str)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(name, content)
    return target


def texts_of(path: Path) -> str:
    return text_of(docx.Document(str(path)).element.body)


def messages(path: Path) -> str:
    return " ".join(finding.message for finding in check(path))


def test_the_shipped_template_is_right() -> None:
    assert check(shipped_template()) == ()


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if "bao_cao" not in kind.value])
def test_every_shipped_template_of_a_paper_is_right(kind: PaperKind) -> None:
    template = shipped_template().with_name(f"{kind.value}.docx")

    assert check(template, vocabulary_of(kind)) == ()


def test_the_shipped_template_is_what_its_script_makes(tmp_path: Path) -> None:
    import importlib.util

    script = Path(__file__).parents[2] / ".ci" / "make_templates.py"
    spec = importlib.util.spec_from_file_location("make_templates", script)
    assert spec
    assert spec.loader
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.write(tmp_path)
    shipped = {path.name: path.read_bytes() for path in shipped_template().parent.glob("*.docx")}

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == shipped


def test_a_placeholder_split_over_runs_keeps_the_first_runs_style(tmp_path: Path) -> None:
    def split(text: str) -> str:
        run = '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
        whole = '<w:r><w:rPr></w:rPr><w:t xml:space="preserve">{{nguoi_ky}}</w:t></w:r>'
        assert whole in text
        proof = '<w:proofErr w:type="spellStart"/>'
        second = run.format("oi_").replace("<w:i/>", "<w:b/>")
        parts = (run.format("Ông {{ngu"), proof, second, run.format("ky}} !"))
        return text.replace(whole, "".join(parts))

    template = rewritten(tmp_path / "split.docx", DOCUMENT, split)
    target = write_period_report(october(), tmp_path / "out.docx", template)
    document = docx.Document(str(target))
    signer = next(
        p
        for t in document.tables
        for c in t.rows[0].cells
        for p in c.paragraphs
        if "Võ Thị Lan Chi" in p.text
    )

    assert check(template) == ()
    assert signer.text == "Ông Võ Thị Lan Chi !"
    assert signer.runs[0].text == "Ông Võ Thị Lan Chi"
    assert signer.runs[0].italic


def test_unknown_and_missing_placeholders_are_named_before_anything_is_written(
    tmp_path: Path,
) -> None:
    template = rewritten(
        tmp_path / "mau.docx", DOCUMENT, lambda text: text.replace("{{nguoi_ky}}", "{{ten_toi}}")
    )

    assert "{{ten_toi}}" in messages(template)
    assert "{{nguoi_ky}}" in messages(template)
    with pytest.raises(TemplateRefused):
        open_template(template)


def test_a_half_written_placeholder_is_named(tmp_path: Path) -> None:
    template = rewritten(
        tmp_path / "mau.docx", DOCUMENT, lambda text: text.replace("BÁO CÁO", "BÁO CÁO {{so")
    )

    assert "viết dở" in messages(template)


def test_a_restyled_template_may_leave_out_columns_and_notes(tmp_path: Path) -> None:
    template = rewritten(
        tmp_path / "mau.docx",
        DOCUMENT,
        lambda text: text.replace("{{nv.don_vi}}", "").replace("{{pl.ghi_chu}}", ""),
    )
    target = write_period_report(october(), tmp_path / "out.docx", template)

    assert check(template) == ()
    assert "Ghi chú" not in texts_of(target)
    assert "Tổng số: 18 nhiệm vụ./." in texts_of(target)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (
            "word/_rels/document.xml.rels",
            lambda text: text.replace(
                "</Relationships>",
                '<Relationship Id="rId9" Type="x/attachedTemplate" '
                'Target="http://example.com/m.dotm" TargetMode="External"/></Relationships>',
            ),
        ),
        (
            DOCUMENT,
            lambda text: text.replace(
                "</w:body>",
                "<w:p><w:r><w:instrText> INCLUDETEXT a.docx </w:instrText></w:r></w:p></w:body>",
            ),
        ),
        (
            DOCUMENT,
            lambda text: text.replace(
                "</w:body>", '<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\cmd"/></w:p></w:body>'
            ),
        ),
        (DOCUMENT, lambda text: text.replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>', 1)),
        (DOCUMENT, lambda text: text.replace("</w:body>", '<w:altChunk r:id="rId3"/></w:body>')),
        ("[Content_Types].xml", lambda text: text.replace("main+xml", "macroEnabled.main+xml")),
        ("word/header1.xml", lambda text: text.replace("PAGE", "PAGE {{so_ky_hieu}}")),
    ],
)
def test_a_template_that_runs_or_reaches_out_is_refused(
    tmp_path: Path, part: str, change: Callable[[str], str]
) -> None:
    assert check(rewritten(tmp_path / "mau.docx", part, change))


def in_body(xml: str) -> Callable[[str], str]:
    """Put something before the end of the body."""
    return lambda text: text.replace("<w:sectPr", f"{xml}<w:sectPr", 1)


def field(*pieces: str) -> Callable[[str], str]:
    """Put a field into the body, its instruction in pieces."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return in_body(f"<w:p>{runs}</w:p>")


def said(words: str) -> Callable[[str], str]:
    """Put words into the body."""
    return in_body(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")


SETTINGS = "word/settings.xml"
HOSTILE: dict[str, tuple[str, Callable[[str], str]]] = {
    "field in two runs": (DOCUMENT, field(" INCLU", "DETEXT c.docx ")),
    "field in small letters": (DOCUMENT, field(" includepicture c.png ")),
    "field by letter numbers": (DOCUMENT, field(" &#73;NCLUDETEXT c.docx ")),
    "field by hex numbers": (DOCUMENT, field(" &#x44;DE&#x41;UTO cmd ")),
    "field of another prefix": (
        DOCUMENT,
        in_body('<w:p><q:instrText xmlns:q="x"> LINK Excel </q:instrText></w:p>'),
    ),
    "simple field of another prefix": (
        DOCUMENT,
        in_body('<w:p><q:fldSimple xmlns:q="x" q:instr=" DATABASE "/></w:p>'),
    ),
    "link to a page": (DOCUMENT, field(' HYPERLINK "http://example.com" ')),
    "picture of the net": (
        DOCUMENT,
        in_body('<w:p><w:r><w:pict><x src="http://example.com/a.png"/></w:pict></w:r></w:p>'),
    ),
    "picture of another machine": (
        DOCUMENT,
        in_body('<w:p><w:r><w:pict><x href="\\\\may\\a.png"/></w:pict></w:r></w:p>'),
    ),
    "external by letter numbers": (
        "word/_rels/document.xml.rels",
        lambda text: text.replace(
            "</Relationships>",
            '<Relationship Id="r9" Type="x" Target="http://e.vn" TargetMode="&#69;xternal"/>'
            "</Relationships>",
        ),
    ),
    "a template of its own": (
        SETTINGS,
        lambda text: text.replace("</w:settings>", '<w:attachedTemplate r:id="r1"/></w:settings>'),
    ),
    "a source of addresses": (
        SETTINGS,
        lambda text: text.replace(
            "</w:settings>",
            '<w:mailMerge><w:connectString w:val="Provider=x"/></w:mailMerge></w:settings>',
        ),
    ),
    "an object": (
        DOCUMENT,
        in_body('<w:p><w:r><w:object><x OLEObject="1"/></w:object></w:r></w:p>'),
    ),
    "letters of another code": (
        DOCUMENT,
        lambda text: re.sub("encoding=['\"][^'\"]+", 'encoding="UTF-7', text, count=1),
    ),
    "a loop of jinja": (DOCUMENT, said("{% for nv in danh_sach %}x{% endfor %}")),
    "an attribute of jinja": (DOCUMENT, said("{{ nguoi_ky.__class__.__mro__ }}")),
    "a call of jinja": (DOCUMENT, said("{{ cycler.__init__.__globals__.os.popen('id').read() }}")),
    "a filter of jinja": (DOCUMENT, said("{{ nguoi_ky | upper }}")),
    "half a placeholder": (DOCUMENT, said("{{ nguoi_ky }")),
    "a placeholder in capitals": (DOCUMENT, said("{{NGUOI_KY}}")),
    "no signer": (DOCUMENT, lambda text: text.replace("{{nguoi_ky}}", "")),
    "no recipients": (DOCUMENT, lambda text: text.replace("{{noi_nhan}}", "")),
}


@pytest.mark.parametrize("harm", HOSTILE)
def test_a_hostile_template_is_refused_in_words(tmp_path: Path, harm: str) -> None:
    part, change = HOSTILE[harm]

    path = rewritten(tmp_path / "mau.docx", part, change)

    assert messages(path)


@pytest.mark.parametrize("name", ["word/header9.foo", "word/a.exe", "word/x.html", "word/y.mht"])
def test_a_part_of_an_unknown_sort_is_refused(tmp_path: Path, name: str) -> None:
    assert "macro" in messages(with_part(tmp_path / "mau.docx", name))


def test_pictures_and_fonts_are_no_danger(tmp_path: Path) -> None:
    path = with_part(tmp_path / "mau.docx", "word/media/image1.png")

    assert messages(path) == ""


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/embeddings/a.bin"])
def test_a_template_with_a_macro_or_an_object_is_refused(tmp_path: Path, name: str) -> None:
    assert "macro" in messages(with_part(tmp_path / "mau.docx", name))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a document", b"\xd0\xcf\x11\xe0"])
def test_a_file_that_is_no_word_file_is_named_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(content)

    assert "không phải là văn bản Word" in messages(path)
    assert "không phải là văn bản Word" in messages(tmp_path / "missing.docx")


def test_a_damaged_part_is_named_not_raised(tmp_path: Path) -> None:
    for part in (DOCUMENT, "word/styles.xml", "_rels/.rels", "[Content_Types].xml"):
        assert check(rewritten(tmp_path / "mau.docx", part, lambda text: text[: len(text) // 2]))


def test_an_appendix_before_the_signature_is_refused(tmp_path: Path) -> None:
    template = rewritten(
        tmp_path / "mau.docx", DOCUMENT, lambda t: t.replace("BÁO CÁO", "BÁO CÁO {{pl.ten}}")
    )

    assert "phụ lục" in messages(template)


def test_a_broken_office_template_gives_way_to_the_shipped_one_with_a_message(
    tmp_path: Path,
) -> None:
    broken = tmp_path / "mau_cua_xa.docx"
    broken.write_bytes(b"x")
    said: list[str] = []
    target = write_period_report(october(), tmp_path / "out.docx", broken, said.append)

    assert "mau_cua_xa.docx" in said[0]
    assert said[0].endswith("Đã dùng mẫu gốc.")
    assert "Tổng số: 18 nhiệm vụ./." in texts_of(target)
    assert text_of(usable(broken, shipped_template()).body)


def test_without_any_usable_template_the_reason_is_raised(tmp_path: Path) -> None:
    broken = tmp_path / "mau.docx"
    broken.write_bytes(b"x")

    with pytest.raises(TemplateRefused, match=r"mau\.docx"):
        usable(broken, broken)


def test_the_name_of_the_file() -> None:
    assert report_file_name(october()) == "BC thang 10-2025 xa Binh Minh.docx"


def test_the_officers_list_of_placeholders_is_complete() -> None:
    listed = shipped_template().with_name("README.md").read_text(encoding="utf-8")

    assert set(PLACEHOLDER.findall(listed)) == known_placeholders() | known_in_papers()


def test_the_folder_an_officer_opens_holds_templates_and_words_only() -> None:
    assert {path.suffix for path in shipped_template().parent.iterdir()} == {
        ".docx",
        ".md",
        ".txt",  # the order of the columns of a form
    }
