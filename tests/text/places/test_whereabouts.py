"""Where something is, as a norm and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.gazetteer import places_named
from rashomon.text.places.closeness import distance
from rashomon.text.places.whereabouts import Whereabouts, place_id, whereabouts_of

HOMS = next(named.place for named in places_named("Homs") if named.place.kind == "city" and named.place.country == "SY")


@pytest.mark.parametrize(
    ("where", "rest", "precision"),
    [
        (Whereabouts(HOMS), "", "city"),
        (Whereabouts(HOMS, "part"), ";part", "part"),
        (Whereabouts(HOMS, "near"), ";near", "near"),
        (Whereabouts(HOMS, "near", bearing=0), ";near;N", "near"),
        (Whereabouts(HOMS, "near", 19.3), ";near;19.3km", "near"),
        (Whereabouts(HOMS, "near", 60.0, 45), ";near;60km;NE", "offset"),
    ],
)
def test_a_norm_says_all_and_can_be_read_again(where: Whereabouts, rest: str, precision: str) -> None:
    assert where.norm == f"geonames:{HOMS.id}{rest}"
    assert where.precision == precision
    assert whereabouts_of(where.norm) == where


@given(st.floats(0, 2000), st.integers(0, 7))
def test_an_offset_leads_as_far_as_it_says(km: float, eighth: int) -> None:
    km = round(km, 1)
    where = Whereabouts(HOMS, "near", km, eighth * 45)
    assert abs(distance((HOMS.lat, HOMS.lon), where.point) - km) < 0.5
    assert -180 <= where.point[1] <= 180


@pytest.mark.parametrize(
    "norm", [None, "", "kill", "geonames:", "geonames:0", "geonames:999999999999", "2017-04-04", "geonames:1;up"]
)
def test_what_is_no_place_says_none(norm: str | None) -> None:
    assert whereabouts_of(norm) is None


def test_a_part_is_not_the_place() -> None:
    assert place_id(Whereabouts(HOMS).norm) == HOMS.id
    assert place_id(Whereabouts(HOMS, "near", 60.0, 45).norm) == HOMS.id
    assert place_id(Whereabouts(HOMS, "part").norm) is None
    assert place_id(None) is None
