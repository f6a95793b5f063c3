"""Which task a row of another's table means: shortened, abbreviated, renumbered or copied whole."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.text import fold, task_name

# What officers shorten in their own tables, folded; what is not here is tried by its initials.
ABBREVIATIONS = {
    "attt": "an toan thong tin",
    "cb": "can bo",
    "cbcc": "can bo cong chuc",
    "cbccvc": "can bo cong chuc vien chuc",
    "cc": "cong chuc",
    "cccd": "can cuoc cong dan",
    "cds": "chuyen doi so",
    "cnscd": "cong nghe so cong dong",
    "cntt": "cong nghe thong tin",
    "cqs": "chinh quyen so",
    "csdl": "co so du lieu",
    "da06": "de an 06",
    "dn": "doanh nghiep",
    "dvc": "dich vu cong",
    "dvctt": "dich vu cong truc tuyen",
    "gd": "giao duc",
    "hdnd": "hoi dong nhan dan",
    "htx": "hop tac xa",
    "kcn": "khu cong nghiep",
    "kh": "ke hoach",
    "khcn": "khoa hoc cong nghe",
    "kh&cn": "khoa hoc cong nghe",
    "ktxh": "kinh te xa hoi",
    "ns": "ngan sach",
    "nv": "nhiem vu",
    "pm": "phan mem",
    "qg": "quoc gia",
    "tthc": "thu tuc hanh chinh",
    "tw": "trung uong",
    "ubnd": "uy ban nhan dan",
    "vb": "van ban",
    "xd": "xay dung",
}
EMPTY_WORDS = frozenset(
    {
        "va",
        "cac",
        "cua",
        "cho",
        "tren",
        "theo",
        "tai",
        "ve",
        "voi",
        "de",
        "den",
        "tu",
        "la",
        "nhung",
    }
)
_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_LABEL = re.compile(r"^\s*(?:nhiem vu\s*)?[a-z]?[\divx]*(?:[.\d]+)?[.)/:-]\s+(?=\w)", re.IGNORECASE)
SURE, POSSIBLE, CLEAR = 0.7, 0.34, 0.14
MOST_CANDIDATES = 3
SHORTEST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A task as rows may name it: its id, its text, and the labels it bears in its plan."""

    task: TaskId
    content: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What a row may mean: the task where that is sure, else the likeliest ones, best first."""

    task: TaskId | None
    candidates: tuple[TaskId, ...] = ()
    score: float = 0.0


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` as they are compared: folded, abbreviations written out."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        found.extend(ABBREVIATIONS.get(word, word).split())
    return tuple(word for word in found if word not in EMPTY_WORDS)


def _features(words: Sequence[str]) -> set[str]:
    return {*words, *(f"{one} {two}" for one, two in pairwise(words))}


@dataclass(frozen=True, slots=True)
class _Entry:
    known: Known
    whole: tuple[str, ...]
    features: frozenset[str]
    name: frozenset[str]
    initials: str


class Matcher:
    """Finds tasks by text; made once for all rows of a file."""

    def __init__(self, tasks: Iterable[Known]) -> None:
        self._entries = [_entry(known) for known in tasks]
        self._by_task = {entry.known.task: entry for entry in self._entries}
        counted = Counter(f for entry in self._entries for f in entry.features)
        self._count = len(self._entries)
        self._weights = {f: self._rarity(n) for f, n in counted.items()}

    def _rarity(self, held_by: int) -> float:
        return math.log(1 + self._count / held_by)

    def match(self, text: str, label: str = "") -> Match:
        """Return what a row of that text means; `label` is the number it bears in its own table.

        The same words make a task sure. Else the weight of the row's words that stand in the task
        decides, rare words and pairs counting more, if it is high and well above the next task's.
        Between tasks of the same text the label decides, and nothing else.
        """
        words = words_of(_LABEL.sub("", fold(text)) if text else "")
        if not words:
            return Match(None)
        same = [entry for entry in self._entries if entry.whole == words]
        if same:
            return _among_equals(same, label)
        scored = sorted(
            ((self._score(words, text, entry, label), n) for n, entry in enumerate(self._entries)),
            key=lambda pair: (-pair[0], pair[1]),
        )
        return self._decided(scored)

    def is_text_of(self, text: str, task: TaskId) -> bool:
        """Say whether `text` is the task's own text, word for word."""
        entry = self._by_task.get(task)
        return entry is not None and bool(entry.whole) and entry.whole == words_of(text)

    def likeness(self, text: str, task: TaskId) -> float:
        """Return from 0 to 1 how much of `text` stands in the task; 0 for an unknown task."""
        words = words_of(text)
        entry = self._by_task.get(task)
        if entry is None or not words:
            return 0.0
        return 1.0 if entry.whole == words else self._covered(words, text, entry)

    def _decided(self, scored: list[tuple[float, int]]) -> Match:
        best = scored[0][0] if scored else 0.0
        near = [n for score, n in scored[:MOST_CANDIDATES] if score >= POSSIBLE]
        candidates = tuple(self._entries[n].known.task for n in near)
        second = scored[1][0] if len(scored) > 1 else 0.0
        clear = best - second >= CLEAR
        sure = candidates[0] if candidates and best >= SURE and clear else None
        return Match(sure, candidates, best)

    def _score(self, words: tuple[str, ...], text: str, entry: _Entry, label: str) -> float:
        covered = self._covered(words, text, entry)
        own = sum(self._weights.get(w, 1.0) for w in entry.name)
        shared = sum(self._weights.get(w, 1.0) for w in entry.name & set(words))
        named = shared / own if own else 0.0
        bears_label = bool(label) and fold(label) in map(fold, entry.known.labels)
        return 0.8 * covered + 0.2 * named + (0.06 if bears_label else 0.0)

    def _covered(self, words: tuple[str, ...], text: str, entry: _Entry) -> float:
        features = _features(words)
        unseen = self._rarity(1)
        weights = {f: self._weights.get(f, unseen * _novelty(f)) for f in features}
        by_initials = _initials_in(text, entry)
        held = sum(w for f, w in weights.items() if f in entry.features or f in by_initials)
        total = sum(weights.values())
        return held / total if total else 0.0


def _novelty(feature: str) -> float:
    """Return how much a word or pair that no task holds speaks against: pairs break easily."""
    return 0.35 if " " in feature else 0.8


def _entry(known: Known) -> _Entry:
    words = words_of(known.content)
    initials = "".join(word[0] for word in _WORD.findall(fold(known.content)))
    name = frozenset(words_of(task_name(known.content)))
    return _Entry(known, words, frozenset(_features(words)), name, initials)


def _initials_in(text: str, entry: _Entry) -> set[str]:
    """Return the capitals in `text` that are the initials of words standing in the task."""
    capitals = (word for word in _WORD.findall(text) if word.isupper() and word.isalpha())
    keys = {fold(word) for word in capitals}
    return {key for key in keys if len(key) >= SHORTEST_INITIALS and key in entry.initials}


def _among_equals(same: list[_Entry], label: str) -> Match:
    candidates = tuple(entry.known.task for entry in same)
    if len(same) == 1:
        return Match(candidates[0], candidates, 1.0)
    key = fold(label).strip(" .)")
    labelled = [e.known.task for e in same if key and key in map(fold, e.known.labels)]
    sure = labelled[0] if len(labelled) == 1 else None
    return Match(sure, candidates[:MOST_CANDIDATES], 1.0)
