"""The composition root: what one room can do for another, brought in when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_desktop import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from kehoach_desktop.domain.agency import CommuneWords
    from kehoach_desktop.domain.draft import ColumnRole, RowMark, Source
    from kehoach_desktop.domain.filled_appendix import FilledSheet
    from kehoach_desktop.domain.journal import Backup
    from kehoach_desktop.domain.paper import Paper, PaperAppendix
    from kehoach_desktop.domain.paper_check import MendedPaper, PaperFinding
    from kehoach_desktop.domain.plan import ImportDraft
    from kehoach_desktop.domain.printed_paper import PrintedPaper
    from kehoach_desktop.domain.report import Block, PeriodReport
    from kehoach_desktop.domain.return_form import Returned, ReturnForm
    from kehoach_desktop.domain.snapshot import WrittenPaper
    from kehoach_desktop.domain.team import RosterDraft
    from kehoach_desktop.store.originals import Originals


def read(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Source:
    """Return what lies in the file, read in a child process."""
    from kehoach_desktop.importers.reading import SourceReader

    return SourceReader(paths.worker_command()).read(path, cancelled)


def assemble(
    source: Source,
    year: int | None = None,
    mapping: Mapping[tuple[int, int], ColumnRole] | None = None,
    marks: Mapping[tuple[int, int], RowMark] | None = None,
    words: CommuneWords | None = None,
) -> ImportDraft:
    """Return what was understood of a source."""
    from kehoach_desktop.importers.matrix import assemble

    return assemble(source, year, mapping, marks, words)


def assemble_roster(source: Source) -> RosterDraft:
    """Return the teams and people a source names."""
    from kehoach_desktop.importers.roster import assemble_roster

    return assemble_roster(source)


def write_paper(
    paper: Paper | PeriodReport, target: Path, tell: Callable[[str], None] | None = None
) -> Path:
    """Write a paper of any kind in the office's template, or else the shipped one."""
    from kehoach_desktop.documents.paper_writer import write_any

    return write_any(paper, target, (paths.office_templates(), paths.templates()), tell)


def words_of_report(source: Source, known: Sequence[Block]) -> tuple[Block, ...]:
    """Return the words of a report as they stand in a file it was edited in."""
    from kehoach_desktop.importers.report_words import words_of_report

    return words_of_report(source, known)


def write_appendix(sheets: Sequence[FilledSheet], target: Path) -> Path:
    """Write the province's own table back with what was done."""
    from kehoach_desktop.exchange.appendix_workbook import write_appendix

    return write_appendix(sheets, target)


def write_roster(lists: Mapping[str, PaperAppendix], target: Path) -> Path:
    """Write lists of people as a workbook."""
    from kehoach_desktop.exchange.roster_workbook import write_roster

    return write_roster(lists, target)


def column_role(heading: str) -> ColumnRole:
    """Return what a column of that heading holds."""
    from kehoach_desktop.importers.headings import read_header

    return read_header(heading).role


def write_form(form: ReturnForm, target: Path) -> Path:
    """Write a return form as a workbook."""
    from kehoach_desktop.exchange.form_workbook import write_form

    return write_form(form, target)


def read_returns(source: Source) -> tuple[Returned, ...]:
    """Return what a unit answered in a file."""
    from kehoach_desktop.exchange.form_reading import read_returns

    return read_returns(source)


def report_name(report: PeriodReport) -> str:
    """Return the file name of a report."""
    from kehoach_desktop.documents.period_report import report_file_name

    return report_file_name(report)


def check(path: Path, cancelled: Callable[[], bool] = lambda: False) -> tuple[PaperFinding, ...]:
    """Return what is wrong with the form of a paper, read in a child process."""
    from kehoach_desktop.documents.check.spoken import heard
    from kehoach_desktop.importers.lines import understood
    from kehoach_desktop.importers.reading import SourceReader

    reader = SourceReader(paths.check_command())
    return reader.ask(path, lambda lines, name: understood(lines, name, heard), cancelled)


def mend(path: Path, target: Path) -> MendedPaper:
    """Write beside a paper what can be mended safely, and say what it was."""
    from kehoach_desktop.documents.check.spoken import heard_mended, write_mended
    from kehoach_desktop.importers.lines import understood
    from kehoach_desktop.importers.reading import SourceReader

    reader = SourceReader([*paths.check_command(), paths.MEND])
    mended = reader.ask(path, lambda lines, name: understood(lines, name, heard_mended))
    return write_mended(mended, path, target)


def restore(backup: Path, path: Path | None) -> Path | None:
    """Put a backup in the place of the store."""
    from kehoach_desktop.store.sqlite_store import restore_store

    place = (path or paths.default_store()).absolute()
    return restore_store(backup, place, paths.backups_of(place))


def backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a store that need not be open, the latest first."""
    from kehoach_desktop.store.backups import list_backups

    place = path.absolute()
    return list_backups(place, paths.backups_of(place))


def refuse_lost(path: Path) -> None:
    """Raise StoreLost where a store is gone that was backed up; a first start passes."""
    from kehoach_desktop.store.errors import StoreLost

    if not path.exists() and backups(path):
        raise StoreLost(path)


def originals(path: Path | None) -> Originals:
    """Return the keeper of the files that plans were read from, beside a store."""
    from kehoach_desktop.store.originals import Originals

    return Originals(paths.originals_of((path or paths.default_store()).absolute()))


def signed_copies(path: Path | None) -> Originals:
    """Return the keeper of the signed copies of issued papers, beside a store."""
    from kehoach_desktop.store.originals import Originals

    return Originals(paths.signed_of((path or paths.default_store()).absolute()))


def written(paper: Paper | PeriodReport) -> WrittenPaper:
    """Return a paper as the bytes of its file, written from the template of today."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        return as_written(paper, write_paper(paper, Path(folder) / "van-ban.docx"))


def as_written(paper: Paper | PeriodReport, file: Path) -> WrittenPaper:
    """Return a paper that was just written to `file`, with what wrote it."""
    from kehoach_desktop import __version__
    from kehoach_desktop.documents.paper_writer import template_of
    from kehoach_desktop.domain.issued_paper import fingerprint
    from kehoach_desktop.domain.snapshot import Maker, WrittenPaper

    template = template_of(paper, (paths.office_templates(), paths.templates()))
    return WrittenPaper(file.read_bytes(), Maker(__version__, fingerprint(template.read_bytes())))


def printed(paper: Paper | PeriodReport) -> PrintedPaper:
    """Return a paper with every text that is printed of it."""
    from kehoach_desktop.documents.as_paper import printed

    return printed(paper)
