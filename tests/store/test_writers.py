"""Whoever is kept out of a case is told who holds it."""

import os
import socket
import subprocess
import sys
import time

import pytest
from tests.cases import case_of, told

from rashomon.errors import CaseError
from rashomon.store.case import Case
from rashomon.store.writers import LONGEST, NOTE, Writer, writer_of

HOLDING = """
import sys, time
from rashomon.store.case import Case
with Case.create(sys.argv[1]).lock():
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_second_of_two_is_told_which_process_where_since_when_and_doing_what(tmp_path):
    case = case_of(told(), tmp_path / "case")
    (tmp_path / "holding.py").write_text(HOLDING)
    command = [sys.executable, tmp_path / "holding.py", case, "with a space"]
    holder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(CaseError) as kept_out, Case(case).lock():
            pass
    finally:
        holder.kill()
        holder.wait()
    said = str(kept_out.value)
    assert f"another rashomon is writing to {case} (process {holder.pid} on {socket.gethostname()}, since 20" in said
    assert f"+00:00: holding.py {case} 'with a space'). Wait until it is done" in said
    with Case(case).lock() as killed:  # what the killed one noted holds nobody up, and is not taken for true
        assert killed
        assert writer_of(case / "drafts").pid == os.getpid()
    assert writer_of(case / "drafts") is None


@pytest.mark.parametrize("noted", ["", "{", "[]", '{"pid": 1}', '{"pid": "x", "host": "", "since": "", "command": ""}', "\udcff"])
def test_a_note_that_is_not_whole_leaves_it_at_another_rashomon(tmp_path, noted):
    case = Case(case_of(told(), tmp_path / "case"))
    with case.lock():
        (case.drafts / NOTE).write_text(noted, "utf-8", "surrogateescape")
        with pytest.raises(CaseError, match=r"another rashomon is writing to \S+\. Wait"), Case(case.path).lock():
            pass


def test_a_command_of_a_thousand_files_is_cut_short(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["/usr/bin/rashomon", "read", *(f"page-{number}.html" for number in range(1000))])
    writer = Writer.this()
    assert writer.command.startswith("rashomon read page-0.html page-1.html")
    assert len(writer.command) == LONGEST + 1
    assert writer.since <= time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())
