"""The nets in the package are those of the catalog, and nothing else is run in their place."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from rashomon.errors import WeightsError
from rashomon.inference import session as house
from rashomon.inference.session import catalog, session

MIB = 2**20
NETS = sorted(catalog())  # and what they are numbered by


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder in the place of the installed weights; nets loaded before or meanwhile are forgotten."""
    monkeypatch.setattr(house, "WEIGHTS", tmp_path)
    session.cache_clear()
    yield tmp_path
    session.cache_clear()


def installed(net: str) -> bytes:
    return house.HOUSE.joinpath("weights", catalog()[net]["file"]).read_bytes()


def test_the_attribution_net_is_in_the_catalog() -> None:
    assert "attribution" in NETS


@pytest.mark.parametrize("net", NETS)
def test_the_weights_are_those_of_the_catalog(net: str) -> None:
    data = installed(net)
    assert sha256(data).hexdigest() == catalog()[net]["sha256"]
    assert len(data) <= 30 * MIB


@pytest.mark.parametrize("net", NETS)
def test_the_catalog_says_whence_a_net_comes(net: str) -> None:
    entry = catalog()[net]
    for key in ("file", "sha256", "licence", "made_by", "base", "data", "card"):
        assert isinstance(entry[key], str), key
        assert entry[key].strip(), key


def test_a_net_is_loaded_once() -> None:
    assert session("attribution") is session("attribution")


def test_the_net_takes_and_gives_what_its_caller_knows() -> None:
    net = session("attribution")
    assert {given.name for given in net.get_inputs()} == {"ids", "marks", "mask", "likely"}
    one = np.ones((1, 3), np.int64)
    of_window, places, begins, roles = net.run(None, {"ids": one, "marks": one, "mask": one, "likely": np.array(0, np.float32)})
    assert len(of_window) == len(places) == len(begins) == len(roles)
    assert roles.shape[1:] == (3, 4)


def test_missing_weights_are_told_by_path_and_remedy(weights: Path) -> None:
    with pytest.raises(WeightsError) as told:
        session("attribution")
    assert_says(told.value, weights, "cannot be read")


@pytest.mark.parametrize("change", ["one bit", "cut short", "emptied"])
def test_altered_weights_are_told_by_path_and_remedy(weights: Path, change: str) -> None:
    data = bytearray(installed("attribution"))
    if change == "one bit":
        data[len(data) // 2] ^= 1
    else:
        del data[len(data) // 2 if change == "cut short" else 0 :]
    weights.joinpath(catalog()["attribution"]["file"]).write_bytes(data)
    with pytest.raises(WeightsError) as told:
        session("attribution")
    assert_says(told.value, weights, "not those")


def test_a_folder_in_the_place_of_the_weights_is_told_too(weights: Path) -> None:
    weights.joinpath(catalog()["attribution"]["file"]).mkdir()
    with pytest.raises(WeightsError) as told:
        session("attribution")
    assert_says(told.value, weights, "cannot be read")


def test_a_net_that_was_missing_is_found_once_it_is_there(weights: Path) -> None:
    with pytest.raises(WeightsError):
        session("attribution")
    weights.joinpath(catalog()["attribution"]["file"]).write_bytes(installed("attribution"))
    assert session("attribution")


def assert_says(error: WeightsError, folder: Path, what: str) -> None:
    """The message names the file, what is wrong, and what to do."""
    message = str(error)
    assert str(folder / catalog()["attribution"]["file"]) in message
    assert "attribution" in message.removeprefix(str(folder))
    assert what in message
    assert "nstall" in message
    assert "--no-models" in message
