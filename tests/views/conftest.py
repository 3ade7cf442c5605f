"""The case told by hand, as records."""

import pytest
from tests.cases import told

from rashomon.views.records import Records


@pytest.fixture(scope="session")
def records() -> Records:
    return Records(told(), "told")
