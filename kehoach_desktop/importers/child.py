"""The worker process that opens files from outside, so that none of them can harm the program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.text import clean
from kehoach_desktop.importers.errors import (
    EmptyFile,
    FileMissing,
    FileRefused,
    FileTooBig,
    NotAWordFile,
    ReaderFailed,
    UnreadableFile,
)
from kehoach_desktop.importers.limits import limit_this_process
from kehoach_desktop.importers.lines import spoken, spoken_failure

LARGEST_FILE = 60 << 20
CAREFUL = "--careful"
Answer = Callable[[bytes, str], Iterable[str]]
WordAnswer = Callable[[bytes, dict[str, bytes]], Iterable[str]]


def main(argv: Sequence[str], answer: Answer | None = None) -> int:
    """Read the file named last in `argv` and say it in JSON lines on standard output.

    `answer` makes other lines of the file's bytes and name than those of a source. Returns 0 when
    the file was read, 1 when a failure was said instead.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    limit_this_process()
    path = Path(argv[-1])
    try:
        for line in _answer(path, answer or _reader(careful=CAREFUL in argv[:-1])):
            sys.stdout.write(line + "\n")
    except UnreadableFile as known:
        sys.stdout.write(spoken_failure(known) + "\n")
        return 1
    return 0


def _reader(*, careful: bool) -> Answer:
    from kehoach_desktop.importers.formats import read_source

    return lambda data, name: spoken(read_source(data, name, careful=careful))


def _answer(path: Path, answer: Answer) -> list[str]:
    name = clean(path.name)  # a name may hold bytes that are no text
    data = _content(path, name)
    try:
        return [*answer(data, name)]
    except UnreadableFile:
        raise
    except MemoryError as full:
        raise FileTooBig(name) from full
    except Exception as surprise:  # the boundary of the child: readers raise anything
        print(f"{type(surprise).__name__}: {surprise}", file=sys.stderr)  # noqa: T201 - the log
        raise ReaderFailed(name) from surprise


def _content(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise FileMissing(name)
        if path.stat().st_size > LARGEST_FILE:
            raise FileTooBig(name)
        data = path.read_bytes()
    except OSError as refusal:
        raise FileRefused(name) from refusal
    if not data:
        raise EmptyFile(name)
    return data


def main_on_word(argv: Sequence[str], answer: WordAnswer) -> int:
    """Do as `main`, for a .docx alone: `answer` is given its bytes and its parts by name.

    A known failure of `answer` says that the file is no paper that can be read.
    """
    from kehoach_desktop.importers.formats import recognise
    from kehoach_desktop.importers.package import unpack

    def of_parts(data: bytes, name: str) -> list[str]:
        if recognise(data, name) != "docx":
            raise NotAWordFile(name)
        parts = unpack(data, name).parts
        try:
            return [*answer(data, parts)]
        except KehoachError as broken:
            raise NotAWordFile(name) from broken

    return main(argv, of_parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
