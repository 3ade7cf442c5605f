"""The case told by hand, with and without hostile captures, ready for its pages."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest
import uvicorn
from tests.cases import HOSTILE, case_of, told
from tests.chromium import chromium
from tests.web.test_paint import Reader, read

from rashomon.views.records import Records
from rashomon.web.app import app
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


@pytest.fixture(scope="session")
def browser():
    """A Chromium without a window."""
    path = chromium()
    if path is None:
        pytest.skip("needs a Chromium: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def served():
    """Serves a case on a free port for as long as the test runs; gives the address."""
    running = []

    def serve(case: Path, **more: Any) -> str:
        server = uvicorn.Server(uvicorn.Config(app(case, **more), port=0, log_level="critical"))
        thread = Thread(target=server.run)
        thread.start()
        running.append((server, thread))
        while not server.started:
            sleep(0.02)
        return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"

    yield serve
    for server, thread in running:
        server.should_exit = True
        thread.join()
