"""What every test may ask for."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("rashomon", deadline=None, max_examples=60)  # the first example of a test may load a model
settings.load_profile("rashomon")

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring data beside the checkout; a test that needs it is skipped where it is missing."""
    if not (SHARED / "data").is_dir():
        pytest.skip("needs ../shared/data")
    return SHARED
