"""The norms of a document's places."""

from tests.factory import doc

from rashomon.extract.mentions import mentions_in
from rashomon.extract.naming.placed import placed
from rashomon.extract.reading import read_closely


def test_a_mention_of_a_place_says_which_and_a_people_is_none() -> None:
    page = doc("Syrian officials said that a bomb fell in Homs, not in Damascus.")
    text = page.document.text
    found = {mention.span.of(text): (mention.kind, mention.norm) for mention in mentions_in(read_closely(page.document))}
    assert found["Homs"] == ("place", "geonames:169577")
    assert found["Damascus"] == ("place", "geonames:170654")
    assert found["Syrian"][0] != "place"


def test_the_outlet_may_say_where_the_page_is_from() -> None:
    told = {outlet: placed(page.document, page.spans["place"]) for outlet, page in _pages("in [Valencia]place")}
    assert [len(norms) for norms in told.values()] == [1, 1]
    assert told["diario.com.ve"] != told["diario.es"]


def test_a_page_without_places_has_no_norms() -> None:
    assert placed(doc("Nothing.").document, []) == {}


def _pages(marked: str):
    return [(outlet, doc(marked, outlet=outlet)) for outlet in ("diario.com.ve", "diario.es")]
