"""The drawing of who repeats whom: one row each, one curve each, arrows only where somebody was first."""

import re

from lxml import etree

from rashomon.views.copies import Copy
from rashomon.views.records import Witness
from rashomon.web.addresses import Addresses
from rashomon.web.repeats import MOST, copies_chart

AT = Addresses(frozen=False)
SVG = "{http://www.w3.org/2000/svg}"


def witness(siglum: str, at: str | None = None) -> Witness:
    return Witness(f"doc-{siglum}", siglum, f"Outlet <{siglum}>", None, at)


A, B, C = witness("A", "2031-05-01"), witness("B", "2031-05-03"), witness("C")


def copy(left: Witness, right: Witness, kind: str = "same-text", origin: str | None = None, first: Witness | None = None) -> Copy:
    return Copy(f"{left.siglum}{right.siglum}{kind}", left, right, kind, origin, first, (), (), confirmed=False)


def drawn(*copies: Copy) -> etree._Element:
    chart = copies_chart(copies, AT)
    assert chart is not None
    return etree.fromstring(str(chart.svg))


def curves(svg: etree._Element) -> list[str]:
    return [group.findtext("title") or "" for group in svg.iter("g")]


def tips(svg: etree._Element) -> int:
    return len([node for node in svg.iter("path") if node.get("class") == "tip"])


def test_an_arrow_leads_from_the_first_to_the_one_that_repeats_it() -> None:
    svg = drawn(copy(A, B, first=A))
    assert curves(svg) == ["A → B: the same text"]
    assert tips(svg) == 1


def test_where_nobody_knows_who_was_first_there_is_no_arrow() -> None:
    svg = drawn(copy(A, B, origin="unknown"))
    assert curves(svg) == ["A – B: the same text"]
    assert tips(svg) == 0


def test_what_two_have_from_one_source_leads_from_there_to_each_of_them_once() -> None:
    svg = drawn(copy(A, B, origin="CPA"), copy(A, C, origin="CPA"), copy(A, B, "same-agency", "CPA"))
    assert curves(svg) == ["A Outlet <A>: from CPA", "B Outlet <B>: from CPA", "C Outlet <C>: from CPA"]


def test_a_quotation_ties_accounts_and_names_its_speaker() -> None:
    assert curves(drawn(copy(A, B, "same-quote", "Ann Lee"))) == ["A – B: the same quotation of Ann Lee"]


def test_kinds_are_told_apart_without_colour() -> None:
    svg = drawn(copy(A, B), copy(A, B, "same-quote"), copy(A, B, "same-agency"))
    dashes = [node.get("stroke-dasharray") for node in svg.iter("path") if node.get("class") == "repeat"]
    assert len(set(dashes)) == 3
    assert not re.search(r"(fill|stroke)=", etree.tostring(svg, encoding="unicode").replace("stroke-dasharray", ""))


def test_later_stands_further_right_and_no_date_furthest() -> None:
    places = {node.get("class"): [] for node in drawn(copy(A, B), copy(B, C)).iter("circle")}
    for node in drawn(copy(A, B), copy(B, C)).iter("circle"):
        places[node.get("class")].append(float(node.get("cx")))
    (xs,) = places.values()
    assert xs == sorted(xs)
    assert len(set(xs)) == 3


def test_every_account_leads_to_itself() -> None:
    assert [link.get("href") for link in drawn(copy(A, B)).iter("a")] == ["/document/doc-A", "/document/doc-B"]


def test_of_very_many_those_with_most_in_common_are_drawn_and_the_caption_says_so() -> None:
    many = [copy(witness(f"A{n}"), witness(f"B{n}")) for n in range(MOST)]
    chart = copies_chart(many, AT)
    assert chart is not None
    assert f"The {MOST} accounts" in chart.caption
    assert len(list(etree.fromstring(str(chart.svg)).iter("circle"))) == MOST


def test_without_copies_there_is_nothing_to_draw() -> None:
    assert copies_chart([], AT) is None


def test_a_source_stands_just_above_the_first_account_that_has_it_from_there() -> None:
    svg = drawn(copy(B, C, origin="CPA"), copy(A, B, first=A))
    rows = {node.text: float(str(node.get("y"))) for node in svg.iter("text") if node.get("class") == "mark"}
    assert sorted(rows, key=lambda name: rows[name]) == ["A", "◆ CPA", "B", "C"]
