"""The headings that are open over a row: parts, groups and groups in groups."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.plan import GroupId, GroupLevel, TaskGroup, new_id
from kehoach_desktop.importers.ordinals import Ordinal, Style, is_under, kind_of

Values = dict[ColumnRole, str]
SHORTEST_TITLE = 4  # words


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that is open; `by_prefix` says that its rows carry its number before theirs."""

    group: TaskGroup
    ordinal: Ordinal
    by_prefix: bool
    values: Values


@dataclass(slots=True)
class Outline:
    """Takes the headings of an appendix in order; knows which stand over the next row."""

    groups: list[TaskGroup] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _styles: list[tuple[Style, str]] = field(default_factory=list)

    @property
    def group(self) -> GroupId | None:
        """The innermost open heading."""
        return self._open[-1].group.id if self._open else None

    @property
    def values(self) -> Values:
        """Who, what and when as the innermost heading gives it for all rows under it."""
        return self._open[-1].values if self._open else {}

    @property
    def letter(self) -> str:
        """The letter section that is open, or the last one; "" where there is none."""
        letters = (o.ordinal.text for o in self._open if o.ordinal.style is Style.LETTER)
        return next(letters, "")

    def open(self, ordinal: Ordinal, title: str, follower: Ordinal, values: Values) -> None:
        """Open a heading; `follower` is the label of the row right under it."""
        self._close(self._rank(ordinal))
        parts = ordinal.style in (Style.DIVISION, Style.LETTER)
        level = GroupLevel.PART if parts and not self._open else GroupLevel.GROUP
        group = TaskGroup(GroupId(new_id()), level, ordinal.text, title, self.group)
        by_prefix = bool(ordinal.steps) and is_under(ordinal, follower)
        self._open.append(_Open(group, ordinal, by_prefix, values))
        self.groups.append(group)

    def goes_on_with(self, words: str) -> bool:
        """Say whether words may be the end of the innermost heading: in small letters, or few."""
        title = self._open[-1].group.title if self._open else ""
        loud = title.isupper() and words.isupper() and len(words.split()) < SHORTEST_TITLE
        return bool(title) and (words[0].islower() or loud)

    def lengthen(self, words: str) -> None:
        """Put the end of its title to the innermost heading."""
        last = self._open[-1]
        group = replace(last.group, title=f"{last.group.title} {words}")
        self._open[-1] = replace(last, group=group)
        self.groups[-1] = group

    def has_met(self, ordinal: Ordinal) -> bool:
        """Say whether a part or a group with a label of that kind has stood here before."""
        sections = (Style.DIVISION, Style.LETTER, Style.ROMAN, Style.POINT)
        return ordinal.style in sections and kind_of(ordinal) in self._styles

    def leave(self, ordinal: Ordinal, *, points: bool) -> None:
        """Close the numbered headings that a task of that label no longer stands under.

        `points` says that the rows under the heading were points (a, b), so that a number ends it.
        """
        while self._open and self._open[-1].ordinal.style is Style.NUMBER:
            heading = self._open[-1]
            if ordinal.style is not Style.NUMBER or is_under(heading.ordinal, ordinal):
                return
            if not heading.by_prefix and not points:
                return
            self._open.pop()

    def _rank(self, ordinal: Ordinal) -> int:
        """Return how deep headings of that style stand: the style met first is the outermost."""
        kind = kind_of(ordinal)
        if kind not in self._styles:
            self._styles.append(kind)
        return self._styles.index(kind)

    def _close(self, rank: int) -> None:
        while self._open and self._rank(self._open[-1].ordinal) >= rank:
            self._open.pop()
