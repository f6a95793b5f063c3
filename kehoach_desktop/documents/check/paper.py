"""The whole check: the parts of an unpacked .docx in, the findings out, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kehoach_desktop.documents.check.anatomy import Anatomy, dissect
from kehoach_desktop.documents.check.reading import NotAPaper, read_paper
from kehoach_desktop.documents.check.rules_attachments import attachment_rules
from kehoach_desktop.documents.check.rules_bases import basis_rules
from kehoach_desktop.documents.check.rules_body import body_rules
from kehoach_desktop.documents.check.rules_chapters import chapter_rules
from kehoach_desktop.documents.check.rules_citing import citing_rules
from kehoach_desktop.documents.check.rules_crossing import crossing_rules
from kehoach_desktop.documents.check.rules_days import day_rules
from kehoach_desktop.documents.check.rules_end import end_rules
from kehoach_desktop.documents.check.rules_figures import figure_rules
from kehoach_desktop.documents.check.rules_foot import foot_rules
from kehoach_desktop.documents.check.rules_head import head_rules
from kehoach_desktop.documents.check.rules_number import number_rules
from kehoach_desktop.documents.check.rules_numbering import numbering_rules
from kehoach_desktop.documents.check.rules_own import own_rules
from kehoach_desktop.documents.check.rules_page import page_rules
from kehoach_desktop.documents.check.rules_period import period_rules
from kehoach_desktop.documents.check.rules_prose import prose_rules
from kehoach_desktop.documents.check.rules_specimens import specimen_rules
from kehoach_desktop.documents.check.rules_sums import sum_rules
from kehoach_desktop.documents.check.rules_tables import table_rules
from kehoach_desktop.documents.check.rules_text import text_rules
from kehoach_desktop.documents.check.rules_title import title_rules
from kehoach_desktop.documents.check.rules_units import unit_rules
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.paper_check import PaperFinding

Rules = Callable[[Anatomy, Whereabouts], Iterator[PaperFinding]]
ALL_RULES: tuple[Rules, ...] = (
    page_rules,
    head_rules,
    number_rules,
    title_rules,
    basis_rules,
    citing_rules,
    body_rules,
    numbering_rules,
    chapter_rules,
    end_rules,
    foot_rules,
    attachment_rules,
    period_rules,
    table_rules,
    figure_rules,
    sum_rules,
    crossing_rules,
    unit_rules,
    own_rules,
    specimen_rules,
    day_rules,
    text_rules,
    prose_rules,
)


def check_paper(parts: Mapping[str, bytes]) -> tuple[PaperFinding, ...]:
    """Return what is to be looked at in the .docx whose package holds `parts` (name → bytes).

    The rules are those of Nghị định 30/2020/NĐ-CP, Phụ lục I and III; each finding names its own
    source. Raises NotAPaper where the package holds no text.
    """
    paper = read_paper(parts)
    if not any(paper.blocks):
        raise NotAPaper
    anatomy = dissect(paper)
    where = Whereabouts(anatomy)
    findings = (finding for rules in ALL_RULES for finding in rules(anatomy, where))
    return tuple(dict.fromkeys(findings))
