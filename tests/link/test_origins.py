"""Whose words two pages share: what tells it, on which page, and when nothing does."""

import pytest
from tests.factory import doc

from rashomon.link.accounts import account_of
from rashomon.link.origins import Origin, Origins, outlet_names
from rashomon.model import Document, Mention, Reason, Span

TEXT = "The mill on the river burned down in the night."
SHARED = [Reason("10 words the same", 0.5, Span(0, len(TEXT)), Span(0, len(TEXT)))]


def page(name: str, more: str = "", outlet: str | None = None, at: str | None = None) -> Document:
    return doc(f"{TEXT}\n{more}", name=name, outlet=outlet or name, published_at=at).document


def of_text(left: Document, right: Document, mentions: list[Mention] | None = None, shared: list[Reason] | None = None) -> Origin:
    return Origins([left, right], mentions or []).of_text(account_of(left), account_of(right), shared or SHARED)


def because(found: Origin) -> list[str]:
    return [reason.feature for reason in found.reasons]


def test_a_credit_names_the_agency_and_shows_where() -> None:
    right = page("south", "(AFP)")
    found = of_text(page("north"), right)
    assert (found.name, because(found)) == ("AFP", ["credits AFP"])
    assert found.reasons[0].left is None
    assert found.reasons[0].right is not None
    assert found.reasons[0].right.of(right.text) == "AFP"


def test_an_agency_that_is_cited_far_from_the_shared_words_is_not_their_source() -> None:
    far = "Nobody was seen. " * 40
    assert of_text(page("north", "So a guard told AFP."), page("south")).name == "AFP"
    assert of_text(page("north", f"{far} So a guard told AFP."), page("south")).name == "unknown"


def test_the_agencys_own_page_is_the_origin_of_what_credits_it() -> None:
    own = page("wire", outlet="Xinhua", at="2031-05-03")
    assert of_text(own, page("south", "(Xinhua)", at="2031-05-01")).name == own.id


def test_a_page_that_names_the_other_as_its_source_has_it_from_there_whatever_the_dates_say() -> None:
    left = page("north", "The Lys Herald reported it first.", at="2031-05-01")
    herald = page("herald", outlet="Lys Herald", at="2031-05-02")
    found = of_text(left, herald)
    assert found.name == herald.id
    assert because(found) == ["names Lys Herald as its source"]


def test_the_earlier_page_is_the_origin_only_where_the_times_tell() -> None:
    early, late = page("north", at="2031-05-01"), page("south", at="2031-05-02T10:00")
    assert of_text(early, late).name == early.id
    assert of_text(page("north", at="2031-05-02"), late).name == "unknown"
    assert of_text(page("north"), page("south")).name == "unknown"


def test_a_day_told_in_a_page_without_date_says_that_it_is_the_later() -> None:
    dated, undated = page("north", at="2031-05-01"), page("south", "It was cold on 4 May.")
    day = Mention.of(undated.id, Span(60, 65), "time", "2031-05-04")
    found = of_text(dated, undated, [day])
    assert (found.name, because(found)) == (dated.id, ["tells of 2031-05-04, after the other page of 2031-05-01"])
    before = Mention.of(undated.id, Span(60, 65), "time", "2031-04-04")
    assert of_text(dated, undated, [before]).name == "unknown"


def test_two_pages_of_one_house_have_their_text_from_the_house() -> None:
    found = of_text(page("one", outlet="Lys Herald"), page("two", outlet="Lys Herald"))
    assert (found.name, because(found)) == ("Lys Herald", ["both are pages of Lys Herald"])


def test_that_the_shorter_page_stands_in_the_other_is_a_reason_but_tells_no_origin() -> None:
    found = of_text(page("north"), page("south"), shared=[Reason("x", 0.97, Span(0, 9), Span(0, 9))])
    assert (found.name, because(found)) == ("unknown", ["the shorter page stands in the other"])


@pytest.mark.parametrize(
    ("outlet", "name"),
    [("edition.cnn.com", "cnn"), ("www.bbc.co.uk", "bbc"), ("rt.com", "rt"), ("Lys Herald", "lysherald"), ("The Times", "times")],
)
def test_an_outlet_goes_by_its_name_or_by_its_part_of_an_address(outlet: str, name: str) -> None:
    assert name in outlet_names(outlet)


def test_an_unnamed_outlet_has_no_names() -> None:
    assert list(outlet_names(None)) == []
