"""What was compared is not compared again, and whoever came, went or changed meanwhile, the links are those made from scratch."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import doc

from rashomon.link import copies as copies_module
from rashomon.link import passages as passages_module
from rashomon.link.comparisons import Comparisons
from rashomon.link.copies import copies_and_comparisons
from rashomon.model import Document, Link, Mention, Statement, Voice

RUN = " ".join(f"shared{n}" for n in range(20))
FOOT = " ".join(f"foot{n}" for n in range(14))


def page(name: str, text: str, at: str | None = None, outlet: str | None = None) -> Document:
    return doc(text, name=name, published_at=at, outlet=outlet or name).document


class Case:
    """A case that grows: what it knew is written out and read again between two runs."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    def run(
        self,
        *pages: Document,
        statements: Sequence[Statement] = (),
        voices: Sequence[Voice] = (),
        mentions: Sequence[Mention] = (),
    ) -> list[Link]:
        before = Comparisons.from_bytes(self.kept)
        links, now = copies_and_comparisons(pages, statements, voices, mentions, before)
        assert links == copies_and_comparisons(pages, statements, voices, mentions, Comparisons.none())[0]
        self.kept = list(now.to_bytes())
        return links


@pytest.fixture
def laid_side_by_side(monkeypatch):
    """The names of each two that are compared word by word."""
    pairs: list[tuple[str, str]] = []
    compared = copies_module._compared

    def noted(left, right, *rest):
        pairs.append((left.document.name, right.document.name))
        return compared(left, right, *rest)

    monkeypatch.setattr(copies_module, "_compared", noted)
    return pairs


def again(pages, before, **more):
    """The links of a second run, which alone is watched."""
    return copies_and_comparisons(pages, more.get("statements", []), more.get("voices", []), [], before)


def test_one_page_more_is_compared_alone_and_only_its_passages_are_looked_for(laid_side_by_side, monkeypatch) -> None:
    pages = [page(f"p{n}", f"{RUN} end{n}", f"2031-05-0{n + 2}") for n in range(4)]
    _, before = again(pages, Comparisons.none())
    laid_side_by_side.clear()
    looked_for = []
    passages_of = passages_module._passages_of
    monkeypatch.setattr(passages_module, "_passages_of", lambda ids: looked_for.append(len(ids)) or passages_of(ids))
    first = page("first", f"{RUN} before all others", "2031-05-01")  # every number moves
    links, _ = again([*pages, first], before)
    assert laid_side_by_side == [("first", f"p{n}") for n in range(4)]
    assert looked_for == [23]
    assert len(links) == 10


def test_with_nothing_new_nothing_is_compared(laid_side_by_side) -> None:
    pages = [page(f"p{n}", f"{RUN} end{n}") for n in range(4)]
    links, before = again(pages, Comparisons.none())
    laid_side_by_side.clear()
    assert again(pages, before)[0] == links
    assert laid_side_by_side == []


def test_a_retold_page_is_compared_anew_and_one_that_is_gone_is_forgotten() -> None:
    case = Case()
    one, other, third = (page(name, f"{RUN} end of {name}") for name in ("one", "other", "third"))
    assert len(case.run(one, other, third)) == 3
    retold = page("other", "Nothing of it stands here any more.")
    assert len(case.run(one, retold, third)) == 1
    assert case.run(one, retold) == []
    assert len(case.run(one, other)) == 1


def test_a_page_cut_into_other_blocks_is_compared_anew() -> None:
    case = Case()
    one, other = page("one", RUN), page("other", RUN)
    assert len(case.run(one, other)) == 1
    debris = replace(other, blocks=(replace(other.blocks[0], kind="boilerplate"),))
    assert case.run(one, debris) == []


def test_a_speaker_whom_a_person_corrects_changes_whose_quotation_it_is() -> None:
    case = Case()
    one, other = (page(name, f"They told “{RUN}” to all.") for name in ("one", "other"))
    for name in ("Ann Lee", "Bo Ek"):
        voice = Voice.of(one.id, "named", name)
        said = Statement.of(doc_id=one.id, voice_id=voice.id, content=(one.blocks[0].span,), mode="quoted", by="test")
        (link,) = case.run(one, other, statements=[said], voices=[voice])
        assert link.origin == name


def test_a_day_told_in_a_page_without_a_date_changes_which_was_first() -> None:
    case = Case()
    one, other = page("one", RUN, "2031-05-02"), page("other", f"On Friday {RUN}")
    assert [link.origin for link in case.run(one, other)] == ["unknown"]
    day = Mention.of(other.id, other.blocks[0].span, "time", "2031-05-09")
    assert [link.origin for link in case.run(one, other, mentions=[day])] == [one.id]


def test_an_outlet_that_comes_into_the_case_may_be_who_a_page_named_all_along() -> None:
    case = Case()
    one, other = page("one", f"The Mill Post reported it. {RUN}"), page("post", RUN, outlet="Post")
    assert [link.origin for link in case.run(one, other)] == [other.id]
    third = page("mill", "Nothing of the kind.", outlet="The Mill Post")
    assert [link.origin for link in case.run(one, other, third)] == ["unknown"]


def test_what_becomes_an_outlets_standing_text_is_no_copy_any_more_and_comes_back_where_it_is_none() -> None:
    case = Case()
    pages = [page(f"p{n}", f"{' '.join(f'w{n}x{at}' for at in range(90))} {FOOT}", outlet="north") for n in range(3)]
    assert len(case.run(*pages[:2])) == 1
    assert case.run(*pages) == []
    assert len(case.run(*pages[1:])) == 1


def test_where_a_passage_becomes_a_crowds_its_holders_are_no_longer_tied_with_each_other(monkeypatch) -> None:
    monkeypatch.setattr(passages_module, "CROWD", 3)
    case = Case()
    pages = [page(f"p{n}", f"{RUN} end{n}", f"2031-05-0{9 - n}") for n in range(6)]
    assert [len(case.run(*pages[:count])) for count in (2, 3, 4, 6, 3)] == [1, 3, 3, 5, 3]


token = st.sampled_from([f"w{n}" for n in range(3)])
texts = st.lists(st.lists(token, max_size=40).map(" ".join), min_size=1, max_size=5)


@given(texts, st.data())
def test_built_in_any_order_with_any_that_went_again_the_links_are_those_made_at_once(found: list[str], data) -> None:
    before, passages_module.CROWD = passages_module.CROWD, 2
    try:
        pages = [page(f"p{n}", text, outlet=f"house {n % 2}") for n, text in enumerate(found)]
        case = Case()
        for _ in range(4):
            case.run(*(one for one in pages if data.draw(st.booleans())))
        case.run(*pages)
    finally:
        passages_module.CROWD = before
