"""Several who write at once: one works, the other is told so, every word is kept, and what both wanted is there in the end."""

import subprocess
import sys
from pathlib import Path

from tests.faults.acts import SETTINGS, TEXTS
from tests.faults.wholeness import broken_databases, told
from tests.pipeline.flow import FLOW

from rashomon.pipeline.conduct import read_into, settle
from rashomon.store.case import Case

ROOT = Path(__file__).parents[2]
READING = """
import sys
from pathlib import Path
from rashomon.errors import CaseError
from rashomon.pipeline.conduct import read_into
from rashomon.store.case import Case
from tests.faults.acts import SETTINGS
from tests.pipeline.flow import FLOW
refused = 0
for path in sys.argv[2:]:
    while True:
        try:
            read_into(Case.create(sys.argv[1]), [path], stages=FLOW, settings=SETTINGS)
            break
        except CaseError as error:
            assert "another rashomon is writing" in str(error), error
            refused += 1
print(refused)
"""
JUDGING = """
import sys
from rashomon.store.case import Case
case = Case.create(sys.argv[1])
for number in range(40):
    case.judgements.add(f"sta1-{number}", "note", "", user=sys.argv[2], text="seen")
"""


def test_two_who_read_and_two_who_judge(tmp_path):
    files, path = tmp_path / "files", tmp_path / "case"
    files.mkdir()
    for name, text in TEXTS.items():
        (files / name).write_text(text)
    Case.create(path)
    paths = [str(files / name) for name in TEXTS]
    scripts = [(READING, *paths), (READING, *reversed(paths)), (JUDGING, "ann"), (JUDGING, "ben")]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, path, *more], cwd=Path(__file__).parents[2], stderr=subprocess.PIPE, text=True
        )
        for script, *more in scripts
    ]
    for process in running:
        assert process.communicate(timeout=120)[1] == ""
        assert process.returncode == 0
    case = Case.open(path)
    settle(case, stages=FLOW)
    assert broken_databases(path) == []
    assert case.captures.verify() == []
    assert {user: sum(one.user == user for one in case.judgements.active()) for user in ("ann", "ben")} == {"ann": 40, "ben": 40}
    read_into(alone := Case.create(tmp_path / "alone"), paths, stages=FLOW, settings=SETTINGS)
    ours, theirs = told(path), told(alone.path)
    assert {one.name: one.text for one in ours["documents"]} == {one.name: one.text for one in theirs["documents"]}
    assert [one.value for one in ours["positions"]] == [one.value for one in theirs["positions"]]
    assert len(ours["judgements"]) == 80
