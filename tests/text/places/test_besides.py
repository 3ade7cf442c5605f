"""What stands beside a place's name."""

import pytest
from tests.factory import doc

from rashomon.text.places.besides import AT, Beside, beside, kinds_beside, part_of, wholes_behind


def place(marked: str):
    planted = doc(marked)
    return planted.document.text, planted.spans["place"][0]


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("It fell 60 km northeast of [Homs]place.", Beside("near", 60, 45)),
        ("It fell 60 kilometers (37 miles) north-east of the city of [Homs]place.", Beside("near", 60, 45)),
        ("Some 12 miles to the south of [Homs]place", Beside("near", 19.3, 180)),
        ("about 2.5km from [Homs]place", Beside("near", 2.5)),
        ("15 miles outside the capital, [Kabul]place", Beside("near", 24.1)),
        ("a village north of [Mosul]place", Beside("near", bearing=0)),
        ("a village near [Mosul]place", Beside("near")),
        ("just outside [Mosul]place", Beside("near")),
        ("in northern [Mosul]place", Beside("part")),
        ("the outskirts of [Mosul]place", Beside("part")),
        ("[Mosul]place's western suburbs", Beside("part")),
        ("[Mosul]place countryside", Beside("part")),
        ("the people of [Mosul]place", AT),
        ("He fled from [Mosul]place to the north", AT),
        ("[Mosul]place", AT),
        ("9999 km north of [Mosul]place", Beside("near", bearing=0)),
        ("99999999999999999999 km north of [Mosul]place", Beside("near", bearing=0)),
        ("31 died. North of [Mosul]place", Beside("near", bearing=0)),
    ],
)
def test_where_the_text_stands_to_the_place(marked: str, said: Beside) -> None:
    assert beside(*place(marked)) == said


def test_the_word_beside_says_what_kind_of_place_it_is() -> None:
    assert kinds_beside(*place("in [Homs]place province")) == (True, False)
    assert kinds_beside(*place("in the province of [Homs]place")) == (True, False)
    assert kinds_beside(*place("the city of [Homs]place fell")) == (False, True)
    assert kinds_beside(*place("[Homs]place. Province")) == (False, False)


@pytest.mark.parametrize(
    "marked",
    [
        "[Paris]place, Texas, fell",
        "[Paris]place (Texas)",
        "[Paris]place in Texas",
        "[Paris, Tex.]place",
        "[Paris]place, Tex., fell",
    ],
)
def test_what_a_place_is_said_to_lie_in(marked: str) -> None:
    assert "Texas" in {whole.name for whole in wholes_behind(*place(marked))}


def test_nothing_is_read_into_what_follows() -> None:
    assert wholes_behind(*place("[Paris]place, he said")) == ()
    assert wholes_behind(*place("[Paris]place")) == ()
    assert wholes_behind(*place("[Paris]place, ")) == ()


def test_an_unknown_quarter_is_part_of_what_stands_behind() -> None:
    text, span = place("the [Karm al-Loz]place neighbourhood of Homs")
    assert text[part_of(text, span) :] == "Homs"
    text, span = place("[Karm]place, a western suburb of the city of Homs")
    assert text[part_of(text, span) :] == "Homs"
    assert part_of(*place("[Karm]place and Homs")) is None
