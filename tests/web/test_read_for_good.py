"""Every page and text made to do harm, read for good and shown in a real browser: nothing runs, nothing is asked for."""

import pytest
from tests.hostile.files import texts
from tests.hostile.markup import pages

from rashomon.pipeline.conduct import read_into
from rashomon.pipeline.stages import STAGES_BY_RULES
from rashomon.store.case import Case
from rashomon.web.freeze import write_report

pytestmark = pytest.mark.browser
SHORT = 20_000  # bytes: what is long is for test_reading.py


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "files").mkdir()
    for name, data in {**pages(), **texts()}.items():
        if len(data) < SHORT:
            (folder / "files" / f"<img src=x onerror=window.ran=1> {name}").write_bytes(data)
    case = Case.create(folder / "case")
    read_into(case, [str(folder / "files")], stages=STAGES_BY_RULES)
    return case


def watched(browser, noticed, address):
    page = browser.new_page()
    page.add_init_script("window.alert = window.confirm = window.prompt = () => { window.ran = 1 }")
    page.on("dialog", lambda dialog: (noticed.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: noticed.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: noticed.append(f"error: {error}"))
    page.on("popup", lambda popup: noticed.append(f"popup: {popup.url}"))
    page.on("request", lambda asked: noticed.append(f"asked: {asked.url}") if not asked.url.startswith(address) else None)
    return page


def looked_at(page, address):
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)")
    page.evaluate(
        "document.querySelectorAll('a, button, summary').forEach((one) => one.dispatchEvent(new Event('pointerenter')))"
    )
    assert page.evaluate("window.ran === undefined && document.title !== 'ran'"), address
    told = page.evaluate("""[...document.querySelectorAll('[href], [action], [src], [formaction], object, embed, iframe')]
        .map((one) => one.href?.baseVal ?? one.href ?? one.action ?? one.src ?? one.tagName)""")
    assert not [one for one in told if str(one).lower().strip().startswith(("javascript:", "vbscript:", "data:text"))], address


def test_the_served_pages_are_deaf_to_all_of_it(browser, served, case):
    noticed: list[str] = []
    address = served(case.path)
    page = watched(browser, noticed, address)
    with case.shelf as shelf:
        documents = [row[0] for row in shelf.cells("documents", "id")]
        voices = [row[0] for row in shelf.cells("voices", "id")][:10]
        points = [row[0] for row in shelf.cells("points", "id")][:10]
    assert len(documents) > 40
    places = ["/", "/points", "/documents", "/copies", "/timeline", "/run", "/search?q=died", "/review", "/search?q=<script>"]
    places += (
        [f"/document/{one}" for one in documents] + [f"/voice/{one}" for one in voices] + [f"/point/{one}" for one in points]
    )
    for place in places:
        looked_at(page, address + place)
    page.close()
    assert noticed == []


def test_the_report_is_deaf_to_all_of_it(browser, case, tmp_path):
    write_report(case.path, tmp_path / "report.html", whole_case=True)
    noticed: list[str] = []
    address = (tmp_path / "report.html").as_uri()
    page = watched(browser, noticed, address)
    looked_at(page, address)
    page.close()
    assert noticed == []
