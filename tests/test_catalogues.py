"""Every sentence of the screens is extracted, translated and compiled."""

from __future__ import annotations

import ast
import gettext
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
I18N = ROOT / "i18n"
KEYWORDS: dict[str, Any] = {"_": None, "mark": None, "counted": (1, 1)}
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.I
)


Source = str | tuple[str, ...]


def said_in_code() -> set[Source]:
    """What a catalogue must hold: a sentence said both alone and by number stands there once."""
    found = extract_from_dir(ROOT / "kehoach_desktop", keywords=KEYWORDS)
    said = {message if isinstance(message, str) else tuple(message) for _, _, message, *_ in found}
    by_number = {message[0] for message in said if not isinstance(message, str)}
    return said - by_number


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream)


def sources_of(messages: Catalog) -> set[Source]:
    ids = (message.id for message in messages if message.id)
    return {id_ if isinstance(id_, str) else tuple(id_) for id_ in ids}


def texts(of: object) -> tuple[str, ...]:
    return (of,) if isinstance(of, str) else tuple(of)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def english() -> Catalog:
    return catalogue(I18N / "en" / "LC_MESSAGES" / "kehoach.po")


def test_the_template_holds_what_the_code_says() -> None:
    assert sources_of(catalogue(I18N / "kehoach.pot")) == said_in_code()


def test_english_knows_every_sentence_and_no_other(english: Catalog) -> None:
    assert sources_of(english) == said_in_code()


def test_no_sentence_is_left_empty_or_doubtful(english: Catalog) -> None:
    poor = [m.id for m in english if m.id and (m.fuzzy or not all(texts(m.string)))]
    assert poor == []


def test_a_translation_has_the_places_of_its_source(english: Catalog) -> None:
    def places(of: object) -> set[str]:
        return {place for text in texts(of) for place in PLACEHOLDER.findall(text)}

    done = [m for m in english if m.id and all(texts(m.string))]
    differing = [m.id for m in done if places(m.id) != places(m.string)]
    assert differing == []


def test_sources_are_composed_vietnamese() -> None:
    spoken = [text for source in said_in_code() for text in texts(source)]
    decomposed = [text for text in spoken if unicodedata.normalize("NFC", text) != text]
    assert decomposed == []
    said = [(text, PLACEHOLDER.sub("", text)) for text in spoken]
    foreign = [
        text
        for text, words in said
        if len(re.findall(r"[^\W\d]+", words)) > 2 and not VIETNAMESE.search(words)
    ]
    assert foreign == []


def test_no_sentence_hides_in_an_f_string_where_it_is_not_extracted() -> None:
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in (ROOT / "kehoach_desktop").rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in KEYWORDS
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


@pytest.mark.parametrize(
    "source",
    sorted(I18N.glob("*/LC_MESSAGES/*.po")),
    ids=lambda path: f"{path.parts[-3]}-{path.stem}",
)
def test_the_compiled_catalogue_is_that_of_its_source(source: Path) -> None:
    with source.with_suffix(".mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    for message in catalogue(source):
        if message.id and all(texts(message.string)):
            numbers = range(len(texts(message.string)))
            one = texts(message.id)[0]
            known = (
                [compiled.gettext(one)]
                if isinstance(message.id, str)
                else [compiled._catalog[one, n] for n in numbers]  # type: ignore[attr-defined]  # noqa: SLF001 - the forms by number
            )
            assert known == list(texts(message.string))
