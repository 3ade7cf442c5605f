"""The commands of docs/scale.md are ones that the programs take, options and all, though no cluster is there to run them."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from rashomon.cli import app

PAGE = (Path(__file__).parents[2] / "docs" / "scale.md").read_text("utf-8")
LINES = [line.split(" #")[0].strip() for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]


def of(program):
    return [shlex.split(line)[1:] for line in LINES if line.startswith(f"{program} ")]


@pytest.mark.parametrize("words", of("rashomon"), ids=" ".join)
def test_rashomon_takes_them(words):
    get_command(app).commands[words[0]].make_context(words[0], words[1:])


@pytest.mark.parametrize("words", of("ray"), ids=" ".join)
def test_ray_takes_them(words):
    scripts = pytest.importorskip("ray.scripts.scripts", reason="Ray is not installed: pip install 'rashomon[ray]'")
    scripts.cli.commands[words[0]].make_context(words[0], words[1:])


def test_there_are_some_of_each():
    assert len(of("rashomon")) >= 2
    assert len(of("ray")) >= 3


def test_the_time_limit_is_the_one_that_is_documented():
    from rashomon.pipeline.settings import Settings

    reference = (Path(__file__).parents[2] / "docs" / "reference.md").read_text("utf-8")
    said = re.search(r"`--time-limit` \((\d+) seconds, and one more for every (\d+) characters", reference.replace("\n", " "))
    assert (float(said[1]), int(said[2])) == (Settings().seconds, Settings().a_second)
