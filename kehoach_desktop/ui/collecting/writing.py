"""Writes the forms of a period into a folder, each with the words to send along beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kehoach_desktop.domain.return_form import ReturnForm
from kehoach_desktop.domain.return_form_words import sending_words
from kehoach_desktop.files import replace_file, safe_name
from kehoach_desktop.services.watching import sum_of

LONGEST_STEM = 70


@dataclass(frozen=True, slots=True)
class Written:
    """A form that lies in a folder, with the words to paste beside it."""

    form: ReturnForm
    path: Path
    sha256: str

    @property
    def words(self) -> str:
        """The message to the unit."""
        return sending_words(self.form)


def write_forms(
    forms: Sequence[ReturnForm],
    folder: Path,
    write: Callable[[ReturnForm, Path], Path],
    go_on: Callable[[int], bool],
    note: str = "",
) -> tuple[Written, ...]:
    """Return what was written; `go_on` is told how many stand and says whether to write more.

    `note` stands at the end of file names: a form asked anew covers no other.
    Raises NotWritten; what was written before stays.
    """
    written: list[Written] = []
    for form, stem in zip(forms, _stems(forms, note), strict=True):
        if not go_on(len(written)):
            break
        path = write(form, folder / f"{stem}.xlsx")
        _write_words(sending_words(form), path.with_suffix(".txt"))
        written.append(Written(form, path, sum_of(path)))
    return tuple(written)


def _stems(forms: Sequence[ReturnForm], note: str) -> tuple[str, ...]:
    """Return a file name for each form; one never covers another's."""
    taken: dict[str, str] = {}
    for form in forms:
        named = safe_name(f"Phiếu {form.period.key} {form.unit}")[:LONGEST_STEM].strip(" .")
        stem = f"{named} {safe_name(note)}" if note else named
        if stem.casefold() in taken:
            stem = f"{stem} {form.card.form}"
        taken[stem.casefold()] = stem
    return tuple(taken.values())


def _write_words(words: str, target: Path) -> None:
    def write(out: BinaryIO) -> None:
        out.write(words.encode())

    replace_file(target, write)
