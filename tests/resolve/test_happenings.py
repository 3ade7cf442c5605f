"""Happenings told apart and brought together."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from tests.calls import calls

from rashomon.model import Span
from rashomon.resolve.happenings import candidates, case_of, grouped
from rashomon.resolve.headlines import sentences_in
from rashomon.resolve.sameness import Told
from rashomon.resolve.tellings import Act, Telling, tellings_of

MILL = "A fire destroyed the old mill in Orla. Firefighters fought the blaze all night. Nobody was killed in the mill."
MILL_AGAIN = "The mill at Orla burned down. Firefighters say the fire in the mill began at night."
CLIMBER = "The climber Jon Vark died on Mount Hadra. Vark fell from a ridge of Hadra. His body was found by guides."
SINGER = "Mara Solt, who wrote forty songs, died at her home in Varna. Her last album came out in May."


def told(texts: dict[str, str], *words: str, days: dict[str, str] | None = None) -> list[Telling]:
    """The first place of each word in each text."""
    found: list[Telling] = []
    for doc, text in texts.items():
        day = frozenset({days[doc]}) if days and doc in days else frozenset[str]()
        acts = [
            Act(f"{doc} {word}", doc, Span(text.index(word), text.index(word) + len(word)), day) for word in words if word in text
        ]
        found += tellings_of(text, sentences_in(text), acts)
    return found


def apart(pair: list[Telling], texts: dict[str, str]) -> list[bool]:
    """Whether two tellings cannot be one."""
    first, second = np.array([[0], [1]], np.int32)
    return Told(case_of(pair, texts), pair).apart(first, second).tolist()


def groups(texts: dict[str, str], *words: str, days: dict[str, str] | None = None) -> list[tuple[str, ...]]:
    return grouped(told(texts, *words, days=days), texts).groups


def test_one_fire_told_by_two_is_one() -> None:
    assert ("a fire", "b fire") in groups({"a": MILL, "b": MILL_AGAIN, "c": CLIMBER}, "fire", "died")


def test_acts_of_one_kind_in_unlike_documents_are_two() -> None:
    assert ("a died",) in groups({"a": CLIMBER, "b": SINGER, "c": MILL, "d": MILL_AGAIN}, "died")


def test_other_acts_of_one_account_stay_apart() -> None:
    found = groups({"a": MILL, "b": MILL_AGAIN}, "fire", "fought", "killed")
    assert ("a fought",) in found
    assert ("a killed",) in found


def test_two_exact_days_are_never_one() -> None:
    texts = {"a": MILL, "b": MILL}
    assert ("a fire", "b fire") in groups(texts, "fire", days={"a": "2031-05-01", "b": "2031-05-02"})  # a night
    assert ("a fire",) in groups(texts, "fire", days={"a": "2031-05-01", "b": "2031-05-09"})
    assert apart(told(texts, "fire", days={"a": "2031-05", "b": "2031-07"}), texts) == [True]
    assert apart(told(texts, "fire", days={"a": "XXXX-05-01", "b": "2031-07-04"}), texts) == [False]


def test_one_document_gives_one_act_one_day_and_its_sentence_may_give_two() -> None:
    texts = {"a": MILL}
    (fire, fought, killed), days = told(texts, "fire", "fought", "killed"), [frozenset({f"2031-05-0{day}"}) for day in (1, 2)]
    two_days = [replace(one, act=replace(one.act, days=day)) for one, day in ((fire, days[0]), (fought, days[1]))]
    assert apart(two_days, texts) == [True]  # though a night lies between the two
    assert apart([replace(one, sentence=0) for one in two_days], texts) == [False]
    assert apart([two_days[0], killed], texts) == [False]


def test_why_says_what_it_goes_by_and_where() -> None:
    texts = {"a": MILL, "b": MILL_AGAIN}
    found = grouped(told(texts, "fire"), texts)
    score, reasons = found.why(["a fire"])["a fire"]
    assert score > 0.5
    assert {"same word", "documents alike"} <= {reason.feature for reason in reasons}
    assert all(reason.left and reason.left.of(MILL) == "fire" for reason in reasons)
    assert all(reason.right and reason.right.of(MILL_AGAIN) == "fire" for reason in reasons)


def test_a_telling_alone_has_no_why() -> None:
    texts = {"a": MILL}
    assert grouped(told(texts, "fire"), texts).why(["a fire"]) == {"a fire": (0.0, ())}


def test_nothing_and_nonsense_give_nothing_wrong() -> None:
    assert grouped([], {}).groups == []
    texts = {"a": "", "b": "….", "c": "Огонь 火事 x"}
    assert grouped([], texts).groups == []
    alone = told({"c": "Огонь 火事 x"}, "火事")
    assert grouped(alone, texts).groups == [("c 火事",)]


def test_five_hundred_copies_are_not_compared_all_with_all() -> None:
    texts = {f"d{at:03}": MILL for at in range(500)}
    held = told(texts, "fire", "killed")
    case = case_of(held, texts)
    assert len(candidates(held, case)) < 20 * len(held)
    assert sorted(map(len, grouped(held, texts).groups)) == [500, 500]


def test_four_times_the_documents_cost_hardly_more_than_four_times_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every ten documents three tell of one event, so that its group grows with the case, and the others of seven more."""
    monkeypatch.setattr("rashomon.resolve.alike.NEIGHBOURS", 8)  # so many each has in a small case too

    def work(count: int) -> int:
        lot = Random(7)
        texts = {f"d{at:03}": " ".join(_sentences(max(0, at % 10 - 2), lot)) for at in range(count)}
        held = told(texts, "fire", "attack", "arrested", "fled")
        return calls(lambda: grouped(held, texts))

    work(100)  # words are looked up once a process
    assert work(400) < 4.6 * work(100)


def _sentences(event: int, lot: Random) -> list[str]:
    """Four acts, each beside names of the event's and words of everybody's."""
    names = [
        f"{start}{event}{end}".translate(str.maketrans("01234567", "aeiouyrn")).title() for start in "bdfg" for end in "lmst"
    ]
    common = "mill market people street night water road house school bridge".split()
    return [
        f"{' '.join(lot.choices(names, k=4))} {act} {' '.join(lot.choices(common, k=5))}."
        for act in ("fire", "attack", "arrested", "fled")
    ]
