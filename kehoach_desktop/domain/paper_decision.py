"""The decision on a single matter (quyết định cá biệt) with the lists that go with it."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach_desktop.domain.narrative_citation import cited_in_full
from kehoach_desktop.domain.narrative_wording import sentence
from kehoach_desktop.domain.paper import Article, Paper, PaperAppendix
from kehoach_desktop.domain.paper_frame import BLANK
from kehoach_desktop.domain.paper_lists import lists_of
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import decided_by_committee, frame_of
from kehoach_desktop.domain.paper_texts import closed, run_on, subject_lines_of
from kehoach_desktop.domain.text import NBSP, fold

LAW = "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"


def grounds_of(asked: PaperRequest, sources: Sources) -> tuple[str, ...]:
    """Return the căn cứ: those given, else the law, the plans of the store, and who proposed it."""
    given = asked.lines("grounds")
    view = sources.view
    cited = (cited_in_full(view, p.plan) for p in view.plans)
    plans = tuple(f"Căn cứ {text.split(' (sau đây')[0]}" for text in cited)
    grounds = tuple(_ground(line) for line in given) or (f"Căn cứ {LAW}", *plans)
    return (*grounds, f"Theo đề nghị của {asked.ended('proposer')}")


def _ground(line: str) -> str:
    text = line.rstrip(" .;,")
    known = text.startswith(("Căn cứ", "Thực hiện", "Xét", "Theo"))
    return text if known else f"Căn cứ {text}"


def decision(
    asked: PaperRequest, sources: Sources, lists: tuple[PaperAppendix, ...] | None = None
) -> Paper:
    """Return the decision (NĐ 30/2020, Phụ lục III, mẫu 1.2).

    `lists` go with it in the place of those that were typed.
    """
    office = sources.office
    whole = f"Ủy ban nhân dân {office.full_name}"
    author = whole if decided_by_committee(asked) else f"Chủ tịch {whole}"
    first, *rest = subject_lines_of(asked)
    subject = (re.sub(r"^[Vv]/v ", "Về việc ", first), *rest)
    if not subject[0].startswith(("Về ", "Ban hành", "Phê duyệt", "Công bố", BLANK)):
        subject = (f"Về việc {subject[0][:1].lower()}{subject[0][1:]}", *subject[1:])
    lists = tuple(lists_of(asked)) if lists is None else lists
    articles = _articles(asked, lists)
    frame = frame_of(asked, sources, subject, (), f"Như Điều{NBSP}{len(articles)}")
    return Paper(
        replace(frame, author=author),
        articles,
        grounds_of(asked, sources),
        author.upper(),
        lists,
    )


def _articles(asked: PaperRequest, lists: tuple[PaperAppendix, ...]) -> tuple[Article, ...]:
    texts = [_without_number(line) for line in asked.lines("articles")] or [BLANK]
    if lists and not any("phu luc" in fold(text) for text in texts):
        where = "các Phụ lục" if len(lists) > 1 else "Phụ lục"
        texts[0] = f"{texts[0].rstrip(' .;')} (danh sách tại {where} kèm theo Quyết định này)"
    force = asked.text("force", "Quyết định này có hiệu lực kể từ ngày ký")
    who = run_on(asked, "executors")
    last = f"{sentence(force)} {who} chịu trách nhiệm thi hành Quyết định này"
    made = [Article(number, sentence(text)) for number, text in enumerate(texts, start=1)]
    return (*made, Article(len(made) + 1, closed(last)))


def _without_number(line: str) -> str:
    return re.sub(r"^Điều\s+\d+\s*[.:]\s*", "", line)
