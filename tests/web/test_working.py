"""A day's work in a real browser: read, search, follow to the exact words, judge by one key, read again, find it still there."""

import json

import pytest
from tests.cases import Story, case_of
from tests.web.turning import follow, press

from rashomon.pipeline.conduct import read_into, settle
from rashomon.pipeline.stages import STAGES_BY_RULES
from rashomon.store.case import Case

pytestmark = pytest.mark.browser

ACCOUNTS = {
    "harbour-post": "A fire at the mill in Orsk killed 12 people on Monday night, the mayor said. Two barns burned down too.",
    "evening-star": "A fire at the mill in Orsk killed 31 people on Monday night, a nurse told the Star. Nobody was arrested.",
    "mill-gazette": "The fire at the Orsk mill killed 12 people, police said on Tuesday. The owner, Ilka Brandt, was away.",
}
OVERRIDE, ISOLATE = "\u202e", "\u2067"


@pytest.fixture
def read(tmp_path):
    """A case read from three short accounts."""
    lines = [{"id": name, "text": text, "outlet": name, "date": "2031-05-02"} for name, text in ACCOUNTS.items()]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)))
    case = Case.create(tmp_path / "case")
    read_into(case, [str(tmp_path / "in.jsonl")], stages=STAGES_BY_RULES)
    return case.path, tmp_path / "in.jsonl"


@pytest.fixture
def seat(browser):
    """A browser of its own, that notes what goes wrong and what is asked for elsewhere."""
    noticed, contexts = [], []

    def sit(address, name=""):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: noticed.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: noticed.append(f"error: {error}"))
        page.on("request", lambda request: None if request.url.startswith(address) else noticed.append(request.url))
        page.goto(f"{address}/review")
        if name:
            page.get_by_label("You judge as").fill(name)
            follow(page.get_by_role("button", name="Keep"))
        return page

    yield sit, noticed
    for context in contexts:
        context.close()


def to_the_answers(page):
    """Leaves doubts for later until one is whether two answers exclude each other."""
    while page.locator("article.doubt h2").inner_text() != "Do these two answers exclude each other?":
        press(page, "l")


def test_from_a_search_to_the_exact_words_and_back(read, served, seat):
    address = served(read[0])
    page = seat[0](address)
    page.goto(address)
    page.get_by_role("searchbox").fill('"31 people"')
    press(page, "Enter")
    assert page.url.endswith("/search?q=%2231+people%22")
    assert page.locator(".match").all_inner_texts() == ["31 people"]
    follow(page.get_by_role("link", name="in its place"))
    assert "".join(page.locator(".near").all_inner_texts()) == "31 people"
    page.go_back()
    follow(page.locator(".at-point").first)
    assert "/point/" in page.url
    assert page.locator(".answer q").first.inner_text()
    assert seat[1] == []


def test_a_judgement_by_key_is_worked_in_at_once_and_survives_a_rerun(read, served, seat):
    case, source = read
    address = served(case, settle=lambda: settle(Case.open(case)))
    page = seat[0](address, "Ann")
    to_the_answers(page)
    point = page.locator("article.doubt .kind a").get_attribute("href")
    press(page, "n")
    assert "does not conflict with" in page.locator(".just-said").inner_text()
    page.goto(address + point)
    assert page.locator(".kind").first.inner_text().startswith("≈ compatible")
    assert "Ann" in page.locator(".people").inner_text()
    read_into(Case.open(case), [str(source)], stages=STAGES_BY_RULES)
    page.reload()
    assert page.locator(".kind").first.inner_text().startswith("≈ compatible")
    page.goto(f"{address}/review")
    press(page, "u")
    page.goto(address + point)
    assert page.locator(".kind").first.inner_text().startswith("≠ conflict")
    assert "taken back" in page.locator(".people").inner_text()
    assert seat[1] == []


def test_two_at_once_see_each_other_and_a_stale_page_speaks_over_nobody(read, served, seat):
    case, _ = read
    address = served(case, settle=lambda: settle(Case.open(case)))
    ann, bo = seat[0](address, "Ann"), seat[0](address, "Bo")
    to_the_answers(ann), to_the_answers(bo)
    press(ann, "c")
    bo.get_by_text("Ann has judged meanwhile.").wait_for()
    press(bo, "n")
    assert "Ann has said 'conflict' of this meanwhile" in bo.get_by_role("alert").inner_text()
    assert [one.user for one in Case.open(case).judgements.all()] == ["Ann"]
    press(bo, "n")
    assert [(one.user, one.relation) for one in Case.open(case).judgements.all()] == [("Ann", "conflict"), ("Bo", "no-conflict")]
    assert [noted for noted in seat[1] if "409" not in noted] == []


def test_whoever_writes_a_word_presses_no_key(read, served, seat):
    page = seat[0](served(read[0]))
    page.keyboard.press("t")
    page.keyboard.type("conflict? no, unclear")
    assert page.evaluate("document.activeElement.value") == "conflict? no, unclear"
    assert Case.open(read[0]).judgements.all() == []


def test_without_javascript_the_same_is_done_by_forms(browser, read, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served(read[0])}/review")
    follow(page.get_by_role("button", name="Wrong words"))
    assert "Put down" in page.locator(".just-said").inner_text()
    follow(page.get_by_role("button", name="Undo").first)
    assert "Taken back" in page.locator(".just-said").inner_text()
    context.close()


@pytest.mark.parametrize("width", [360, 1280, 2560])
def test_nothing_runs_out_of_the_pages_on_which_one_works(read, served, seat, width):
    address = served(read[0])
    page = seat[0](address)
    page.set_viewport_size({"width": width, "height": 900})
    point = page.locator("article.doubt .kind a").get_attribute("href").rsplit("/", 1)[1]
    for path in ("/review", "/search?q=mill&voice=mayor", f"/review/about/{point}"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_signs_that_turn_the_writing_turn_nothing_but_their_own_words(tmp_path, served, seat):
    story = Story()
    page_of = story.account(
        f"Fire {OVERRIDE}deliK{ISOLATE} ten", name="page", outlet=f"Wire{OVERRIDE}", title=f"Fire{OVERRIDE}{ISOLATE}"
    )
    story.voice(page_of, "outlet", f"Wire{OVERRIDE}")
    address = served(case_of(story.tables, tmp_path / "turned"))
    page = seat[0](address)
    page.goto(f"{address}/search?q=fire")
    place = page.get_by_role("link", name="in its place").first.bounding_box()
    outlet = page.locator(".hit .cite bdi").first.bounding_box()
    assert place["x"] > outlet["x"]  # what follows a turned name still stands after it
    follow(page.get_by_role("link", name="in its place").first)
    assert not set(page.title()) & {OVERRIDE, ISOLATE}


def test_the_original_is_saved_and_never_opened(tmp_path, browser, served):
    from tests.cases import told

    tables = told()
    case = Case.create(tmp_path / "kept")
    with case.lock():
        kept = case.captures.keep(
            "/found/a.html", b"<script>document.title='ran'</script>", media_type=lambda *_: "text/html", method="file"
        )
    tables["captures"] = [kept]
    address = served(case_of(tables, tmp_path / "kept"))
    page = browser.new_page()
    page.goto(address)
    with page.expect_download() as saving:
        page.evaluate(f"location.href = '/original/{kept.id}'")
    assert saving.value.suggested_filename == "a.html"
    assert "ran" not in page.title()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_one_works(read, served, browser, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe: pip install axe-playwright-python")
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    page = browser.new_page(color_scheme=scheme)
    address = served(read[0])
    page.goto(f"{address}/review")
    point = page.locator("article.doubt .kind a").get_attribute("href").rsplit("/", 1)[1]
    page.get_by_label("Words beside it").fill("unclear")
    follow(page.get_by_role("button", name="Note only"))
    for path in ("/review", "/search?q=mill&voice=mayor", "/search?q=fire", f"/review/about/{point}"):
        page.goto(address + path)
        found = axe.Axe().run(page, options={"runOnly": rules}).response["violations"]
        assert [(one["id"], node["html"]) for one in found for node in one["nodes"]] == [], path
    page.close()
