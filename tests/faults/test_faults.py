"""A case survives whatever happens to whoever writes it: a sample of what `make kill` tries at every file operation."""

import json

import pytest
from tests.faults.acts import ACTS
from tests.faults.run import sweep
from tests.faults.shim import CAN_BE_BUILT, built

pytestmark = pytest.mark.skipif(not CAN_BE_BUILT, reason="the shim needs Linux and a C compiler (cc)")
MODES = ["KILL", "TORN", "FULL", "ONCE", "SYNC", "BARRED", "power"]


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shim")
    built(folder)
    done = sweep("--every", "301", "--cuts", folder=folder)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {(row["act"], row["mode"]): row for row in rows}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("act", [act.name for act in ACTS])
def test_nothing_is_lost_and_the_same_done_again_gives_the_same(swept, act, mode):
    row = swept[act, mode]
    assert row["operations"] > 200  # or the shim sees nothing of what is done
    assert row["faults"] > 0
    assert row["wrong"] == {}
