"""The agencies that a page names."""

import pytest
from tests.factory import doc

from rashomon.link.credits import credits_of


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("ORSK (AP) — The mill burned.", "AP"),
        ("ORSK, May 3 (TASS) The mill burned.", "ITAR-TASS"),
        ("The mill burned. (AFP, dpa)", "AFP"),
        ("The mill burned.\nAnn Lee of the Associated Press contributed to this report.", "AP"),
        ("The mill burned.\nCopyright 2031 The Associated Press", "AP"),
        ("The mill burned.\nSource: Reuters", "Reuters"),
        ("The mill burned.\nXinhua and agencies", "Xinhua"),
    ],
)
def test_a_page_that_carries_a_dispatch_says_so(text: str, agency: str) -> None:
    found = credits_of(doc(text).document)
    assert found[0].agency == agency
    assert found[0].span.of(text)


def test_an_agency_that_is_only_cited_is_told_apart() -> None:
    (found,) = credits_of(doc("The mill burned, a guard told Reuters.").document)
    assert (found.agency, found.carried) == ("Reuters", False)


def test_carried_ones_stand_first_and_each_stands_once() -> None:
    found = credits_of(doc("Reuters was told so. AFP too. Reuters again. (AFP)").document)
    assert [(credit.agency, credit.carried) for credit in found] == [("AFP", True), ("Reuters", False)]


def test_a_word_that_holds_an_agencys_letters_is_none() -> None:
    assert credits_of(doc("The MAP shows APRIL; the caps were red.").document) == ()
