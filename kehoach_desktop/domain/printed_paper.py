"""A paper with every text that is printed of it, for drawing it without its template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kehoach_desktop.domain.paper import Paper


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A paper and the texts around it, by the placeholders of the templates.

    `values` stand once, `lines` are several paragraphs each; `appendix_values` are those over and
    under the table of each appendix, in the order of the paper's appendices.
    """

    paper: Paper
    values: Mapping[str, str]
    lines: Mapping[str, tuple[str, ...]]
    appendix_values: tuple[Mapping[str, str], ...] = ()
