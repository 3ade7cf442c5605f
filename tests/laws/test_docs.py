"""The docs tell the truth: every command stands in them, every path they name is there, the README's blocks run."""

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BIN = Path(sys.executable).parent


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def commands() -> list[str]:
    said = subprocess.run(
        [BIN / "rashomon", "--help"], capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "200"}
    )
    listed = said.stdout.split("Commands", 1)[1]
    return re.findall(r"^\W*([a-z-]+)  ", listed, re.MULTILINE)


def test_every_command_is_documented():
    named = set(re.findall(r"^### rashomon ([\w-]+)", REFERENCE, re.MULTILINE))
    assert len(commands()) >= 8
    assert named == set(commands())


def test_every_table_of_the_export_is_documented():
    from rashomon.model.rows import TABLES
    from rashomon.views.exported import exported

    tables = exported({name: [] for name in TABLES})
    assert {f"{name}.jsonl" for name in tables} | {"manifest.json"} == set(
        re.findall(r"^\| `(\w+\.jsonl?)`", REFERENCE, re.MULTILINE)
    )


def test_every_measurement_and_format_is_documented():
    from rashomon.export import FORMATS
    from rashomon.measure import MEASUREMENTS

    for name in (*FORMATS, *MEASUREMENTS):
        assert f"| `{name}` |" in REFERENCE


def test_every_word_of_the_house_is_in_the_tour():
    tour = (ROOT / "docs" / "tour.md").read_text("utf-8")
    for room in sorted(path.name for path in (ROOT / "src" / "rashomon").iterdir() if (path / "__init__.py").exists()):
        assert re.search(rf"\b{room}\b", tour), room


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_source_paths_named_in_the_tour_exist():
    tour = (ROOT / "docs" / "tour.md").read_text("utf-8")
    for path in re.findall(r"`([a-z_/]+\.py)`", tour):
        assert (ROOT / path).exists() or (ROOT / "src" / "rashomon" / path).exists() or list((ROOT / "src").rglob(path)), path


def test_the_readme_is_short_and_its_make_targets_exist():
    assert len(README.splitlines()) <= 90
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"^make (\w+)", "\n".join(blocks("sh")), re.MULTILINE)) <= targets


def test_the_readmes_commands_run(tmp_path):
    lay_out(tmp_path)
    env = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"}
    lines = [line.split("#")[0].strip() for line in "\n".join(blocks("sh")).splitlines()]
    lines = [line for line in lines if line.startswith("rashomon ") and not line.startswith("rashomon demo")]
    assert len(lines) >= 6
    for line in lines:
        if line.startswith("rashomon serve"):
            assert_serves(line, tmp_path, env)
        else:
            done = subprocess.run(shlex.split(line), cwd=tmp_path, env=env, capture_output=True, text=True)
            assert done.returncode == 0, f"{line}\n{done.stderr}"
    for code in blocks("python"):
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


def lay_out(folder: Path) -> None:
    """The files that the README's commands name, taken from the bundled accounts."""
    from rashomon.demo import accounts

    (folder / "captures").mkdir()
    paths = [Path(str(path)) for path in accounts()]
    for path in paths:
        shutil.copy(path, folder / "captures")
    shutil.copy(next(path for path in paths if path.suffix == ".html"), folder / "page.html")
    shutil.copy(next(path for path in paths if path.suffix == ".json"), folder / "thread.json")


def assert_serves(line: str, folder: Path, env: dict[str, str]) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [str(port) if word == "8000" else word for word in shlex.split(line)]
    server = subprocess.Popen(words, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                page = urllib.request.urlopen(f"http://127.0.0.1:{port}/").read().decode()
                break
            except OSError:
                time.sleep(0.2)
        assert "<html" in page
    finally:
        server.kill()
        server.wait()
