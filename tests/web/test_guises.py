"""A page shows where something looks like something else than it is; in a real browser nothing is turned round by it."""

import pytest
from tests.cases import case_of, told

from rashomon.web.freeze import write_report
from rashomon.web.guises import shown

HIDDEN = "H\u043elt \u202e4 died\u2069 א 7"
ORDER = """(node) => {
  const range = document.createRange(), found = [];
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode())
    for (let at = 0; at < text.length; at++) {
      range.setStart(text, at), range.setEnd(text, at + 1);
      const box = range.getBoundingClientRect();
      if (box.width && /\\S/.test(text.data[at])) found.push([Math.round(box.top / 8), box.left, text.data[at]]);
    }
  return found.sort((one, other) => one[0] - other[0] || one[1] - other[1]).map((one) => one[2]).join("");
}"""


@pytest.mark.parametrize("tag", ["title", "option", "svg", "textarea", "script", "style"])
def test_where_no_element_can_stand_none_is_put(tag):
    words = shown(f"<{tag} a=1>x &lt; {HIDDEN}</{tag}><p>{HIDDEN}</p>")
    inner, outer = words.split(f"</{tag}>")
    assert inner.count("<") == 1
    assert ("\u202e" in inner) == (tag in ("textarea", "script", "style"))
    assert '<span class="guise">H\u043elt</span> <bdi class="turning rlo">\u202e</bdi>4 died' in outer


def test_an_attribute_stays_as_it_is_and_so_does_a_plain_page():
    assert shown(f'<p title="{HIDDEN}">x</p>') == f'<p title="{HIDDEN}">x</p>'
    assert shown("<p>Анна Холт, Ann Holt</p>") == "<p>Анна Холт, Ann Holt</p>"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The report of a case in which every word that a capture can choose is so."""
    folder = tmp_path_factory.mktemp("guises")
    write_report(case_of(told(HIDDEN), folder / "case"), folder / "report.html")
    return (folder / "report.html").as_uri()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_in_the_browser_letters_stand_in_the_order_in_which_they_were_written(browser, report, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(report)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)")
    orders = [node.evaluate(ORDER) for node in page.locator(":has(> .turning):visible").all()]
    assert len(orders) > 30
    assert [order for order in orders if "4died" not in order] == []
    assert page.evaluate("getComputedStyle(document.querySelector('.turning.rlo'), '::before').content") == '"⟨RLO⟩"'
    assert page.evaluate("getComputedStyle(document.querySelector('.guise'), '::after').content") == '" ⟨two alphabets⟩"'
    assert page.evaluate("document.documentElement.scrollWidth") <= width
