"""The real commands: what they print, and what they tell the shell."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cases import HOSTILE, case_of, told
from tests.interrupting import heeded

from rashomon.store.case import Case

RASHOMON = Path(sys.executable).parent / "rashomon"
COMMANDS = ["read", "show", "serve", "report", "export", "import-review", "verify", "extract", "judge", "demo", "eval"]


def rashomon(*words, **options):
    return subprocess.run([RASHOMON, *map(str, words)], capture_output=True, text=True, timeout=120, **options)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return case_of(told(), tmp_path_factory.mktemp("told") / "case")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_is_for(command):
    said = rashomon(command, "--help")
    assert said.returncode == 0
    assert said.stdout.startswith(f"Usage: rashomon {command}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A good file, an empty one, and a JSON line that is none."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "good.jsonl").write_text('{"id": "a", "text": "At least four people died, the mayor said."}\nnot json\n')
    (folder / "empty.txt").write_text("")
    return folder


def test_read_says_what_came_of_it_and_what_failed(folder, tmp_path):
    case = tmp_path / "case"
    said = rashomon("read", folder, folder / "gone.html", "--case", case)
    assert said.returncode == 1
    assert "1 document read: 1 new, 0 already there." in said.stdout
    failed = said.stderr.splitlines()
    assert failed[0] == "3 inputs failed:"
    assert sorted(Path(line.split(": ")[0]).name for line in failed[1:]) == ["empty.txt", "gone.html", "good.jsonl:line 2"]
    assert all(len(line) > 40 for line in failed[1:])

    again = rashomon("read", folder / "good.jsonl", "--case", case)
    assert "1 document read: 0 new, 1 already there." in again.stdout
    Path(folder / "fine.jsonl").write_text('{"id": "b", "text": "Nobody was hurt."}\n')
    fine = rashomon("read", folder / "fine.jsonl", "--case", case)
    assert (fine.returncode, fine.stderr) == (0, "")
    assert "The case holds 2 documents" in fine.stdout


def test_nothing_read_is_three(folder, tmp_path):
    said = rashomon("read", folder / "empty.txt", "--case", tmp_path / "case")
    assert said.returncode == 3
    assert said.stdout == ""
    assert re.match(r"rashomon: nothing could be read\n.*empty\.txt: ", said.stderr)
    assert rashomon("extract", folder / "empty.txt").returncode == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_that_finds_no_room_is_said_so(case, folder):
    for words in (["show", "--case", case], ["extract", folder / "good.jsonl"]):
        with Path("/dev/full").open("w") as full:
            said = subprocess.run([RASHOMON, *map(str, words)], stdout=full, stderr=subprocess.PIPE, text=True, timeout=120)
        assert said.returncode == 1
        assert said.stderr.endswith(
            "rashomon: the output could not be written: No space left on device. Make room, then run it again.\n"
        )
        assert "Traceback" not in said.stderr


def test_a_name_does_not_steer_the_terminal(folder, tmp_path):
    """The escape would colour all that follows; whether something was read or nothing."""
    evil = tmp_path / "\x1b[31mevil.txt"
    evil.write_text("")
    for paths in ([evil], [evil, folder / "good.jsonl"]):
        said = rashomon("read", *paths, "--case", tmp_path / "case")
        assert "\ufffd[31mevil.txt: the file is empty" in said.stderr
        assert "\x1b" not in said.stdout + said.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["read", "x.txt"], "Missing option '--case'"),
        (["nonsense"], "No such command"),
        (["show", "--case", "nowhere"], "nowhere is no case: it holds no case.toml. Make one with"),
        (["show", "--case", "{case}", "--kind", "colour"], "no kind is called 'colour'; known: quantity, time"),
        (["show", "--case", "{case}", "--relation", "war"], "no relation is called 'war'; known: conflict"),
        (["export", "--case", "{case}", "--format", "odt", "-o", "x"], "no format is called 'odt'; known: jsonl, csv"),
        (["judge", "--case", "{case}", "a", "likes", "b"], "'likes' is nothing that can be said; known: same, different"),
        (["judge", "--case", "{case}", "a", "same"], "'same' is said of two items"),
        (["judge", "--case", "{case}", "a", "same", "b"], "is no item of"),
        (["eval", "weather", "."], "nothing measures 'weather'"),
    ],
)
def test_wrong_usage_is_two_and_one_clear_message(case, tmp_path, words, says):
    said = rashomon(*[word.format(case=case) for word in words], cwd=tmp_path)
    assert said.returncode == 2
    assert says in said.stderr
    assert "Traceback" not in said.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_case_that_somebody_writes_to_is_two(folder, tmp_path):
    with Case.create(tmp_path / "case").lock():
        said = rashomon("read", folder, "--case", tmp_path / "case")
    assert said.returncode == 2
    assert "another rashomon is writing" in said.stderr
    assert f"(process {os.getpid()} on {socket.gethostname()}, since 20" in said.stderr


def test_what_cannot_be_written_is_one(case, tmp_path):
    (tmp_path / "file").write_text("")
    said = rashomon("export", "--case", case, "--format", "jsonl", "-o", tmp_path / "file" / "out")
    assert said.returncode == 1
    assert "could not be written" in said.stderr


def test_standard_input_is_read_too(tmp_path):
    said = rashomon("extract", "-", input="The mayor said two people died.")
    (row,) = map(json.loads, said.stdout.splitlines())
    assert row["statements"][0]["voice"]["name"] == "The mayor"
    assert rashomon("read", "-", "--case", tmp_path / "case", input="The mayor said two people died.").returncode == 0


def test_extract_goes_on_after_a_failure(folder):
    said = rashomon("extract", folder / "empty.txt", folder / "good.jsonl")
    assert said.returncode == 1
    assert [json.loads(line)["name"] for line in said.stdout.splitlines()] == ["a"]
    assert said.stderr.startswith("2 inputs failed:")


def test_show_fits_eighty_columns_and_gives_the_exact_words(case):
    said = rashomon("show", "--case", case, env={**os.environ, "COLUMNS": "200"})
    lines = said.stdout.splitlines()
    assert max(map(len, lines)) == 80
    assert all(len(line) == 80 for line in lines if line.startswith(("┌", "│", "├", "└")))
    words = re.sub(r"\s+", " ", " ".join(line[28:-1] for line in lines if line.startswith("│")))
    for exact in (
        "Thirty-one people died in the blaze",
        "“at least twelve people died” in the fire",
        "Dozens died and nobody says so",
    ):
        assert exact in words
    assert lines[0] == "1. How many people died in the fire?"
    assert lines[1] == "≠ conflict (quantity): the answers exclude each other"
    assert "1–2 independent voices" in said.stdout
    assert "Mayor Ann Holt" in words
    assert "as told by a nurse" in words
    assert "in The Paper [B], 1 March 2026, 18:30" in words


def test_show_chooses(case):
    assert "Was it set?" not in rashomon("show", "--case", case, "--limit", 1).stdout
    assert rashomon("show", "--case", case, "--kind", "cause").stdout.startswith("1. Was it set?")
    assert "No such points in 4 documents." in rashomon("show", "--case", case, "--relation", "agree").stdout


def test_a_captured_text_does_not_steer_the_terminal(tmp_path):
    said = rashomon("show", "--case", case_of(told(f"\x1b]0;owned\x07\u202e{HOSTILE}"), tmp_path / "case"))
    assert "\x1b" not in said.stdout
    assert "\u202e" not in said.stdout
    assert "0;owned" in said.stdout


def test_show_may_be_cut_short_by_its_reader(case):
    said = subprocess.run(f"{RASHOMON} show --case {case} | head -n 1", shell=True, capture_output=True, text=True)
    assert said.stdout == "1. How many people died in the fire?\n"
    assert said.stderr == ""


def test_ctrl_c_ends_read_without_a_traceback_and_the_next_run_goes_on(tmp_path):
    texts = [json.dumps({"id": str(number), "text": "The mayor said two people died. " * 200}) for number in range(60)]
    (tmp_path / "many.jsonl").write_text("\n".join(texts))
    words = [RASHOMON, "read", tmp_path / "many.jsonl", "--case", tmp_path / "case"]
    running = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=heeded
    )
    for _ in range(300):
        if list((tmp_path / "case").glob("parts/read/*")):
            break
        time.sleep(0.1)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Traceback" not in said
    with Case.open(tmp_path / "case").lock() as killed:
        assert not killed


def test_demo_reads_shows_and_writes_the_report(tmp_path):
    said = rashomon("demo", cwd=tmp_path)
    assert said.returncode == 0, said.stderr
    report = tmp_path / "rashomon-demo" / "report.html"
    assert said.stdout.splitlines()[-1] == f"The report: {report.resolve()}"
    assert "8 documents read: 8 new" in said.stdout
    assert re.search(r"^1\. .*\?$", said.stdout, re.MULTILINE)
    assert "<html" in report.read_text("utf-8")
