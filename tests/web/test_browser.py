"""The report in a real browser, opened from disk: quiet, alone, readable on a phone, and deaf to what captures carry."""

import pytest
from tests.web.turning import follow

from rashomon.web.freeze import write_report

pytestmark = pytest.mark.browser
CONTRASTS = """(selector) => {
  const luminance = (css) => {
    const linear = (c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
    const [r, g, b] = css.match(/[\\d.]+/g).map((part) => linear(part / 255));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)") return luminance(colour);
    }
    return 1;
  };
  return [...document.querySelectorAll(selector)].filter((node) => node.innerText?.trim()).map((node) => {
    const [ink, paper] = [luminance(getComputedStyle(node).color), behind(node)];
    return [(Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05), node.className || node.tagName];
  });
}"""


@pytest.fixture
def opened(browser, hostile_case, tmp_path):
    """The report of the hostile case; gives a way to open it, and what went wrong or was asked for."""
    write_report(hostile_case, tmp_path / "report.html")
    address = (tmp_path / "report.html").as_uri()
    noticed: list[str] = []

    def open_at(width: int = 1280, scheme: str = "light", place: str = ""):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.on("console", lambda message: noticed.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: noticed.append(f"error: {error}"))
        page.on("request", lambda request: noticed.append(request.url) if not request.url.startswith(address) else None)
        page.goto(address + place)
        return page

    return open_at, noticed


def unfold(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)")


def test_it_opens_from_disk_without_a_word_and_asks_for_nothing(opened):
    open_at, noticed = opened
    page = open_at()
    unfold(page)
    assert page.locator("h1").inner_text().startswith("Fire in Port Lys")
    assert "ran" not in page.title().split(" ")
    assert noticed == []


def test_what_a_capture_carries_does_not_run(opened):
    page = opened[0]()
    assert page.title().startswith("Fire in Port Lys")
    assert page.evaluate("document.images.length + document.scripts.length") == 1
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">')")
    page.wait_for_timeout(200)
    assert page.title().startswith("Fire in Port Lys")  # the policy would stop even what slipped through


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_out_of_the_page(opened, width):
    page = opened[0](width)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_positions_stand_one_below_the_other(opened):
    page = opened[0](390)
    boxes = [each.bounding_box() for each in page.locator(".point").first.locator(".answer").all()]
    assert len({round(box["x"]) for box in boxes}) == 1
    wide = opened[0](1280)
    boxes = [each.bounding_box() for each in wide.locator(".point").first.locator(".answer").all()]
    assert len({round(box["x"]) for box in boxes}) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(opened, scheme):
    page = opened[0](1280, scheme)
    unfold(page)
    contrasts = page.evaluate(CONTRASTS, "body *:not(script):not(svg):not(svg *)")
    assert len(contrasts) > 100
    assert [seen for seen in contrasts if seen[0] < 4.5] == []


def test_a_place_leads_to_its_words_though_they_are_folded_away(opened):
    open_at, _ = opened
    page = open_at()
    page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = false)")
    follow(page.locator(".place a").first)
    mark = page.locator(page.evaluate("'#' + CSS.escape(location.hash.slice(1))") + " + .issue")
    assert mark.is_visible()
    assert "at least" in mark.inner_text()


def test_by_keyboard_the_first_stop_leads_past_the_contents(opened):
    page = opened[0]()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_on_paper_everything_is_unfolded(opened):
    page = opened[0]()
    page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = false)")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_the_served_pages_run_under_their_policy(browser, hostile_case, served):
    address = served(hostile_case)
    page, noticed = browser.new_page(), []
    page.on("console", lambda message: noticed.append(message.text))
    page.on("pageerror", lambda error: noticed.append(str(error)))
    page.goto(address)
    follow(page.locator(".line a").first)
    follow(page.locator(".place a").first)
    assert page.locator("article.document").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('.margin')).display") == "block"
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Iowan')
    page.go_back()
    page.keyboard.press("j")
    page.wait_for_url("**/point/poi1-1")
    assert noticed == []
