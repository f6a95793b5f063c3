"""Bold and italic stretches stay on their words, whatever happens to the text around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.emphasis import Emphasis, gathered, moved, on_one_line, pieces_of
from kehoach_desktop.domain.live_text import followed
from kehoach_desktop.domain.report import Block, BlockKind
from kehoach_desktop.domain.text import squeeze

PIECES = st.lists(
    st.tuples(st.text("ab \u00a0\t", max_size=6), st.booleans(), st.booleans()), max_size=8
)


@given(PIECES)
def test_a_text_cut_at_its_weights_is_whole_and_gathers_again(
    pieces: list[tuple[str, bool, bool]],
) -> None:
    text, emphases = gathered(pieces)

    cut = list(pieces_of(text, emphases))

    assert "".join(words for words, *_weight in cut) == text
    assert gathered(cut) == (text, emphases)


@given(PIECES)
def test_on_one_line_says_what_squeezing_says(pieces: list[tuple[str, bool, bool]]) -> None:
    text, emphases = gathered(on_one_line(pieces))

    assert text == squeeze("".join(words for words, *_weight in pieces))
    assert all(0 <= one.start < one.end <= len(text) for one in emphases)


def test_the_weight_stays_on_its_words_when_a_figure_before_them_grows() -> None:
    before, after = ["Đã mở", " ", "9", " ", "lớp", " ", "tốt"], ["Đã mở", " ", "1.200", " "]
    after += ["lớp", " ", "tốt"]
    at = "".join(before).index("lớp")

    (found,) = moved([Emphasis(at, at + 3, bold=True)], before, after)

    assert "".join(after)[found.start : found.end] == "lớp"


def test_bold_words_follow_the_figures_of_the_entries() -> None:
    base = (Block(BlockKind.PARAGRAPH, "Đã hoàn thành 9 nhiệm vụ, còn 05 nhiệm vụ."),)
    now = (Block(BlockKind.PARAGRAPH, "Đã hoàn thành 12 nhiệm vụ, còn 02 nhiệm vụ."),)
    start = base[0].text.index("còn 05")
    edited = (Block(base[0].kind, base[0].text, (Emphasis(start, start + 6, bold=True),)),)

    (told,) = followed(edited, base, now)

    assert told.text == now[0].text
    assert [told.text[one.start : one.end] for one in told.emphases] == ["còn 02"]
