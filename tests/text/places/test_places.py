"""Which place a name in a text means."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.calls import calls
from tests.factory import doc

from rashomon.model import Span
from rashomon.text.gazetteer import place_at
from rashomon.text.places import whereabouts_in
from rashomon.text.places.whereabouts import Whereabouts


def found(marked: str, home: str | None = None) -> list[tuple[str, Whereabouts | None]]:
    planted = doc(marked)
    spans = sorted(planted.spans["place"])
    text = planted.document.text
    return [(span.of(text), where) for span, where in zip(spans, whereabouts_in(text, spans, home), strict=True)]


def lands(marked: str, home: str | None = None) -> list[str | None]:
    """The country of each place, and its region where it is one of the United States."""
    told = []
    for _, where in found(marked, home):
        place = where and where.place
        region = place and (place.name if place.kind == "region" else place.region and place_at(place.region).name)
        told.append(f"US {region}" if place and place.country == "US" and place.kind != "country" else place and place.country)
    return told


def test_alone_a_name_means_the_best_known() -> None:
    assert lands("in [Paris]place") == ["FR"]
    assert lands("in [London]place") == ["GB"]
    assert lands("in [Syria]place") == ["SY"]
    assert lands("in [Birmingham]place") == ["GB"]


def test_what_it_is_said_to_lie_in_decides() -> None:
    assert lands("[Paris]place, [Texas]place") == ["US Texas", "US Texas"]
    assert lands("[Paris, Tex.]place") == ["US Texas"]
    assert lands("[London]place, Ont., said") == ["CA"]
    assert lands("[Birmingham]place, Ala. and [Montgomery]place") == ["US Alabama", "US Alabama"]


def test_the_other_places_of_the_text_decide() -> None:
    assert lands("[Georgia]place, [Tbilisi]place and [Moscow]place") == ["GE", "GE", "RU"]
    assert lands("[Georgia]place, [Atlanta]place and [Savannah]place") == ["US Georgia"] * 3
    assert lands("[Tripoli]place, [Beirut]place and [Sidon]place") == ["LB"] * 3
    assert lands("[Tripoli]place, [Benghazi]place and [Misrata]place") == ["LY"] * 3


def test_the_country_of_the_page_decides_where_nothing_else_does() -> None:
    assert lands("in [Hama]place and [Alexandria]place", home="EG")[1] == "EG"
    assert lands("in [Valencia]place", home="VE") == ["VE"]
    assert lands("in [Valencia]place", home="ES") == ["ES"]


def test_one_sense_throughout_save_where_the_text_tells_them_apart() -> None:
    assert lands("[Paris]place, [Texas]place. In [Paris]place they say") == ["US Texas"] * 3
    assert lands("[Paris]place, [Texas]place, is not [Paris]place, [France]place") == ["US Texas", "US Texas", "FR", "FR"]
    (city, province) = found("[Idlib]place city and [Idlib]place province")
    assert city[1]
    assert city[1].place.kind == "city"
    assert province[1]
    assert province[1].place.kind == "region"


def test_a_list_of_countries_is_no_containment() -> None:
    assert lands("[Iraq]place, [Iran]place and [Syria]place") == ["IQ", "IR", "SY"]


def test_how_exactly_it_is_known_is_said() -> None:
    (_, where), (_, whole) = found("It fell 60 km northeast of [Homs]place in [Syria]place.")
    assert where
    assert whole
    assert (where.precision, whole.precision) == ("offset", "country")
    assert where.point[0] > where.place.lat
    assert where.point[1] > where.place.lon
    (_, quarter), (_, city) = found("the [Karm al-Loz]place neighbourhood of [Homs]place")
    assert quarter
    assert city
    assert (quarter.place, quarter.precision) == (city.place, "part")


def test_outside_a_city_is_near_it_and_outside_a_country_is_not() -> None:
    (_, city), (_, country) = found("outside [Homs]place, inside and outside [Syria]place")
    assert city
    assert country
    assert (city.precision, country.precision) == ("near", "country")


def test_what_is_unknown_stays_so() -> None:
    assert [where for _, where in found("in [Qwertzuiop]place and [Northern Xyzzy]place")] == [None, None]
    told = dict(found("[Germany]place, [Würzburg]place, [Erfurt]place, [Erlangen]place and the [Main]place bridge"))
    assert told["Main"] is None, "a village in Jordan is called so"


def test_order_and_repetition_of_what_is_asked_for_do_not_matter() -> None:
    text = "Paris, Texas and Paris and Dallas"
    spans = [Span(0, 5), Span(7, 12), Span(17, 22), Span(27, 33)]
    straight = whereabouts_in(text, spans)
    assert whereabouts_in(text, spans[::-1]) == straight[::-1]
    assert whereabouts_in(text, [*spans, *spans]) == [*straight, *straight]
    assert whereabouts_in(text, []) == []


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=40), st.data())
def test_any_text_gives_an_answer(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert len(whereabouts_in(text, [span])) == 1


@pytest.mark.parametrize("words", ["Springfield", "San José", "Qwertz", "Victoria"])
def test_four_times_the_names_cost_hardly_more_than_four_times_the_work(words: str) -> None:
    def work(count: int) -> int:
        text = " ".join(f"{words} {chr(65 + at % 26)}{chr(97 + at // 26 % 26)}x, {words} near Homs." for at in range(count))
        spans = [Span(at, at + len(words)) for at in range(len(text)) if text.startswith(words, at)]
        spans += [Span(at, at + 4) for at in range(len(text)) if text.startswith("Homs", at)]
        return calls(lambda: whereabouts_in(text, spans))

    work(10)
    assert work(400) < 6 * work(100)  # with the square it would be 16


def test_a_text_full_of_places_costs_no_more_than_its_length() -> None:
    names = (
        "Springfield Franklin Clinton Greenville Salem Georgetown Madison Bristol Victoria San_José Santa_Cruz Richmond".split()
    )
    names += (
        "Alexandria Newport Manchester Oxford Arlington Jackson Burlington Milton Dayton Lexington Auburn Dover Marion".split()
    )
    names += "Kingston Cleveland Hudson Riverside Oakland Ashland Centerville Fairview Lebanon Troy Athens Sparta Rome".split()

    def work(times: int) -> int:
        text = ". ".join(name.replace("_", " ") for name in names * times)
        spans = [Span(at, at + len(name)) for name in names for at in range(len(text)) if text.startswith(name, at)]
        assert any(whereabouts_in(text, spans))
        return calls(lambda: whereabouts_in(text, spans))

    assert work(20) < 6 * work(5)
