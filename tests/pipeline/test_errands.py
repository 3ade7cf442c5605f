"""A worker that would make something else, or sees nothing of what was finished, does nothing."""

import pytest
from tests.pipeline.flow import FLOW, SMALL

from rashomon.errors import ClusterError
from rashomon.pipeline.conduct import read_into
from rashomon.pipeline.errands import Errand
from rashomon.pipeline.finished import Finished
from rashomon.store.case import Case


@pytest.mark.parametrize("is_in_a_store", [False, True], ids=["folder", "store"])
def test_a_worker_that_sees_no_part_does_not_take_the_case_for_empty(tmp_path, files, is_in_a_store):
    case = Case.create(tmp_path / "case", parts=str(tmp_path / "shared") if is_in_a_store else "")
    read_into(case, [str(files)], stages=FLOW, settings=SMALL)
    finished = Finished(case, FLOW)
    for stage in FLOW:
        finished.add(stage.name, case.parts.done(stage.name))
    errand = Errand.of(SMALL, case.parts)
    errand.on_all(finished, ("key", FLOW[-1], None))
    (tmp_path / "shared" if is_in_a_store else case.path / "parts").rename(tmp_path / "elsewhere")
    with pytest.raises(ClusterError, match="does not see what was finished before"):
        errand.on_all(finished, ("key", FLOW[-1], None))


def test_one_with_other_lists_or_another_version_does_nothing():
    with pytest.raises(ClusterError, match="Install the same on every machine"):
        Errand("other lists", "0.0", None).on_items(FLOW[0], ("key", []))
