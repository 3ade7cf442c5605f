"""The API over the case told by hand."""

import pytest
from starlette.testclient import TestClient

from rashomon.web.app import app


@pytest.fixture
def client(case):
    return TestClient(app(case), base_url="http://127.0.0.1:8000")


@pytest.fixture
def seated(client):
    """A client that may judge."""
    client.headers["X-Rashomon-Word"] = client.get("/api/v1/seat").json()["word"]
    return client
