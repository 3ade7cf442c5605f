"""Every item is in one part, in order; no part is too large that could be smaller."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pipeline.cutting import cut
from rashomon.pipeline.settings import Settings

SETTINGS = Settings(workers=2, part_items=5, part_size=100)
sizes = st.lists(st.integers(0, 150), max_size=60).map(
    lambda all_: [(f"item-{number}", size) for number, size in enumerate(all_)]
)


@given(sizes=sizes, workers=st.integers(0, 4))
def test_every_item_is_in_one_part(sizes, workers):
    parts = cut(sizes, SETTINGS, workers=workers)
    assert [item for part in parts for item in part] == [item for item, _ in sizes]
    known = dict(sizes)
    for part in parts:
        assert 1 <= len(part) <= SETTINGS.part_items
        assert len(part) == 1 or sum(known[item] for item in part) <= SETTINGS.part_size


def test_there_is_enough_for_every_worker_to_do():
    assert len(cut([(str(number), 10) for number in range(20)], Settings(part_items=99, part_size=10_000), workers=2)) >= 6
    assert len(cut([(str(number), 10) for number in range(20)], Settings(part_items=99, part_size=10_000), workers=0)) == 1
