"""The case told by hand, with and without hostile captures, ready for its pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cases import HOSTILE, case_of, told
from tests.web.test_paint import Reader, read

from rashomon.views.records import Records
from rashomon.web.edition import Edition


@pytest.fixture(scope="session")
def edition() -> Edition:
    return Edition(Records(told(), "told"))


@pytest.fixture(scope="session")
def hostile_edition() -> Edition:
    return Edition(Records(told(HOSTILE), "told"))


@pytest.fixture
def case(tmp_path) -> Path:
    return case_of(told(), tmp_path / "case")


@pytest.fixture
def hostile_case(tmp_path) -> Path:
    return case_of(told(HOSTILE), tmp_path / "hostile")


@pytest.fixture(scope="session")
def read_page() -> Callable[[str], Reader]:
    """The page as a browser takes it apart."""
    return read
