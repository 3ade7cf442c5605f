"""What a bench of growth says is what was measured: processes are seen, exponents are right, and a page keeps its other words."""

import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"
BURNING = "import subprocess, sys; held = bytearray(60_000_000); subprocess.run([sys.executable, '-c', 'sum(range(15_000_000))'])"
MACHINE = {"processor": "One", "cores": 2, "memory, GiB": 8.0, "load when it began": 0.1}


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))  # its files are run as scripts, and know each other so


def cost(seconds, megabytes=100.0):
    return {"seconds": seconds, "processor": seconds, "MB": megabytes, "MB of one": megabytes}


def result(size, seconds):
    about = {"at": "2031-01-02T03:04:05+00:00", "machine": MACHINE, "versions": {"python": "3.11", "commit": "abc"}}
    more = {"all": cost(1.0), "stages": {}}
    return {**about, "words": size * 100, "all": cost(seconds), "stages": {"link": cost(seconds)}, "one more": more,
            "shelf anew": cost(1.0)}  # fmt: skip


def test_an_exponent_is_that_of_the_two_largest_sizes(bench):
    from curves import exponents, table

    known = {str(size): result(size, seconds) for size, seconds in ((10, 7.0), (100, 1.0), (1_000, 31.623))}
    assert exponents(known)["link"] == pytest.approx(1.5, abs=0.001)
    assert exponents(known)["one more"] == 0
    assert "| link | 7.0 s (7.0), 100 MB | 1.0 s (1.0), 100 MB | 31.6 s (31.6), 100 MB | 1.50 |" in table(known)


def test_the_table_is_put_between_its_marks_and_drawn_beside(bench, tmp_path):
    from curves import BEGIN, END, tell

    (tmp_path / "scale.md").write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", "utf-8")
    known = {str(size): result(size, size / 10) for size in (10, 100)}
    tell(known, tmp_path)
    tell(known, tmp_path)
    text = (tmp_path / "scale.md").read_text("utf-8")
    assert text.startswith(f"before\n{BEGIN}\nOn One, 2 cores")
    assert text.endswith(f"{END}\nafter\n")
    assert "old" not in text
    assert text.count("| link |") == 1
    for name in ("growth-seconds.svg", "growth-mb.svg"):
        assert ">n log n<" in (tmp_path / name).read_text("utf-8")


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="processes are watched on Linux alone")
def test_what_a_command_and_its_processes_take_is_seen(bench, monkeypatch):
    import watching

    monkeypatch.setattr(watching, "RASHOMON", sys.executable)
    monkeypatch.setattr(watching, "EVERY", 0.02)
    watched = watching.watch("-c", BURNING)
    together, largest = watched.most_held(watched.began, watched.ended)
    assert together > largest > 60
    assert watched.worked(watched.began, watched.ended) > 0.1
    assert sum(watched.worked_each(watched.began, watched.ended).values()) > 0.05  # the child, which held nothing


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="processes are watched on Linux alone")
def test_a_command_that_fails_is_told_with_its_words(bench, monkeypatch):
    import watching

    monkeypatch.setattr(watching, "RASHOMON", sys.executable)
    with pytest.raises(RuntimeError, match="ended with 3: why not"):
        watching.watch("-c", "import sys; print('why not'); sys.exit(3)")


def test_of_two_stages_side_by_side_each_has_its_own_worker(bench):
    from growth import _side_by_side
    from watching import Look, Watched

    def look(at, one, other):
        return Look(at, one + other, {1: 0.0, 2: one, 3: other}, {1: 10.0, 2: 20.0, 3: 30.0})

    watched = Watched((look(0.0, 0, 0), look(4.0, 3, 4), look(9.0, 3, 9)), 1, "")
    costs = _side_by_side(watched, 0.0, 9.0, [(4.0, "copies"), (9.0, "resolve")])
    assert (costs["copies"]["seconds"], costs["copies"]["processor"]) == (4.0, 3.0)
    assert (costs["resolve"]["seconds"], costs["resolve"]["processor"]) == (9.0, 9.0)
    assert costs["resolve"]["MB"] == 60.0


@pytest.mark.skipif(not Path("/work/shared/data").exists(), reason="the texts lie beside the checkout alone")
def test_the_documents_are_all_distinct_and_of_the_length_that_is_said(bench):
    from growth import _told

    texts = [account["text"] for account in _told(300, 60)]
    assert len(set(texts)) == 300
    assert 30 < sum(len(text.split()) for text in texts) / 300 < 100
