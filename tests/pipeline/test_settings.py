"""Whatever changes records changes the hash, and nothing else does."""

import json
from dataclasses import replace
from importlib.metadata import PackageNotFoundError

import pytest

from rashomon.inference.session import catalog
from rashomon.pipeline import settings
from rashomon.pipeline.settings import Settings, weights_sha
from rashomon.pipeline.stages import STAGES, STAGES_BY_RULES


def test_how_the_work_is_cut_changes_nothing():
    assert Settings(workers=1, part_items=2, part_size=3, alone_below=4).sha == Settings().sha


def test_an_edited_list_and_another_field_change_it(tmp_path, monkeypatch):
    hashed = settings._sha_of_lists_and_records.__wrapped__
    before = hashed()
    assert before == Settings().sha
    (tmp_path / "cues.json").write_text(json.dumps(["said"]))
    monkeypatch.setattr(settings, "files", lambda _package: tmp_path)
    one_list = hashed()
    (tmp_path / "cues.json").write_text(json.dumps(["said", "claimed"]))
    other_list = hashed()
    monkeypatch.setattr(settings, "columns", lambda _record: {"id": str})
    assert len({before, one_list, other_list, hashed()}) == 4


def test_the_stages_name_installed_weights():
    shas = {stage.name: weights_sha(stage) for stage in STAGES}
    assert shas["read"] == ""
    assert len(shas["extract"]) == 64
    with pytest.raises(PackageNotFoundError):
        weights_sha(replace(STAGES[1], weights=("no-such-package",)))


def test_other_weights_of_a_net_and_no_net_at_all_change_the_hash_of_what_runs_it(monkeypatch):
    def shas():
        return [weights_sha(stage) for stage in (*STAGES, STAGES_BY_RULES[1])]

    before = shas()
    catalog_was = catalog()
    entry = catalog_was["attribution"]
    monkeypatch.setattr(settings, "catalog", lambda: {**catalog_was, "attribution": {**entry, "sha256": "0" * 64}})
    changed = [stage.name for stage, one, other in zip(STAGES, before, shas(), strict=False) if one != other]
    assert changed == ["extract"]
    assert before[-1] == shas()[-1]
    assert len({before[1], before[-1], shas()[1]}) == 3
