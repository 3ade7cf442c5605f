"""Two ways to run the same work give the same, and a part that breaks costs no other."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing

import pytest
from tests.interrupting import heeded

from rashomon.engine.local import map as shared_out
from rashomon.engine.outcomes import Broken

BOTH = pytest.mark.parametrize("workers", [0, 1, 2])


def squared(number):
    os.write(1, b"a library that talks\n")
    if number == 3:
        raise ValueError("three is not for us")
    return number * number


def fatal(number):
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def quitting(number):
    if number == 3:
        os._exit(7)
    return number


def hungry(number):
    return len(bytearray(1 << 60)) if number == 3 else number


def slow(number):
    time.sleep(30 if number else 0)
    return os.getpid()


@BOTH
def test_every_part_is_done_and_the_one_that_raises_says_why(workers):
    done = dict(shared_out(squared, range(6), workers=workers))
    assert done == {0: 0, 1: 1, 2: 4, 3: Broken("ValueError", "three is not for us"), 4: 16, 5: 25}


@BOTH
def test_a_part_for_which_memory_does_not_suffice_says_so(workers):
    done = dict(shared_out(hungry, [1, 3, 5], workers=workers))
    assert done == {0: 1, 1: Broken("MemoryError", "memory ran out"), 2: 5}


def test_a_killed_process_costs_its_part_alone():
    done = dict(shared_out(fatal, range(7), workers=2))
    assert isinstance(done[3], Broken)
    assert "SIGKILL" in done[3].message
    assert [done[number] for number in (0, 1, 2, 4, 5, 6)] == [0, 1, 2, 4, 5, 6]


def test_a_process_that_ends_by_itself_says_so():
    done = dict(shared_out(quitting, range(5), workers=2))
    assert "exit code 7" in done[3].message
    assert len(done) == 5


@BOTH
def test_what_the_parts_themselves_raise_is_raised_here(workers):
    def parts():
        yield 1
        raise LookupError("the second part is gone")

    with pytest.raises(LookupError, match="the second part"):
        list(shared_out(squared, parts(), workers=workers))


def test_parts_are_drawn_only_as_workers_fall_idle():
    drawn = []

    def parts():
        for number in range(100):
            drawn.append(number)
            yield number

    with closing(shared_out(slow, parts(), workers=2)) as outcomes:
        next(outcomes)
    assert len(drawn) <= 4


def test_closing_ends_the_workers_at_once():
    began = time.monotonic()
    with closing(shared_out(slow, range(4), workers=2)) as outcomes:
        _, pid = next(outcomes)
    assert time.monotonic() - began < 10
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


SCRIPT = """
import time
from rashomon.engine.local import map
for number, made in map({fn}, [0, 1, 2], workers=2):
    print(number, made, flush=True)
"""


def test_it_works_from_a_script_without_a_main_guard_and_never_imports_from_the_working_folder(tmp_path):
    (tmp_path / "pickle.py").write_text("raise SystemExit('a captured file was run')")
    script = tmp_path / "scripts" / "s.py"
    script.parent.mkdir()
    script.write_text(SCRIPT.format(fn="abs"))
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert sorted(done.stdout.split("\n")) == ["", "0 0", "1 1", "2 2"], done.stderr


def test_ctrl_c_ends_all_without_a_word_from_the_workers(tmp_path):
    script = tmp_path / "s.py"
    script.write_text(SCRIPT.format(fn="time.sleep").replace("[0, 1, 2]", "[0, 60, 60]"))
    running = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=heeded,
    )  # fmt: skip
    assert running.stdout.readline() == "0 None\n"
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=20)  # it would wait for the workers' standard error, were they left alive
    assert said.count("Traceback") == 1
    assert said.strip().endswith("KeyboardInterrupt")


def endless(number):
    while number == 3:
        pass
    return number


def deaf(number):
    """Waits where no exception of Python reaches: in a lock of C, as a library may."""
    if number == 3:
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        time.sleep(600)
    return number


@BOTH
def test_what_takes_too_long_is_given_up_and_costs_no_other(workers):
    done = dict(shared_out(endless, range(5), workers=workers, limits=[30, 30, 30, 0.3, 30]))
    assert done[3].error == "TookTooLong"
    assert [done[number] for number in (0, 1, 2, 4)] == [0, 1, 2, 4]


def test_a_worker_that_heeds_nothing_is_ended_all_the_same():
    done = dict(shared_out(deaf, range(5), workers=2, limits=[30, 30, 30, 0.3, 30]))
    assert done[3].error == "TookTooLong"
    assert len(done) == 5


def test_what_forgives_errors_does_not_forgive_lateness():
    def forgiving(_part):
        try:
            return endless(3)
        except Exception:
            return "forgiven"

    assert dict(shared_out(forgiving, [1], workers=0, limits=[0.2]))[0].error == "TookTooLong"
