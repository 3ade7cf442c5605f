"""Places in code points and in UTF-16 units are the same places."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.utf16 import Utf16

ANY = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\U0001f525\U0001f9d1\u200d\U0001f33e é\n")), max_size=60)


@given(ANY, st.data())
def test_a_place_is_the_same_place_in_either_way_of_counting(text, data):
    place = data.draw(st.integers(0, len(text)))
    units = Utf16(text).units(place)
    assert units == len(text[:place].encode("utf-16-le")) // 2
    assert Utf16(text).points(units) == place
